import * as React from 'react';
import { textParts } from '../../../domain/protocol/protocol';
import styles from './guide.module.scss';

/** A clause's text, with its lists as lists. */
export const ClauseText: React.FC<{ text: string; className?: string | undefined }> = ({ text, className = styles.text }) => (
  <div className={className}>
    {textParts(text).map((part, index) =>
      part.kind === 'paragraph' ? (
        // Paragraphs have nothing but their place that tells them apart.
        <p key={index}>{part.text}</p>
      ) : (
        <ul key={index}>
          {part.items.map((item, place) => (
            <li key={place}>{item}</li>
          ))}
        </ul>
      )
    )}
  </div>
);
