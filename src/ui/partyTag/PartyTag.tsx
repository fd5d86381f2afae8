import * as React from 'react';
import styles from './PartyTag.module.scss';

/** What a party tag shows. */
export interface PartyTagProps {
  party: string;
  /** Without one there is no square. */
  colour?: string;
}

/** The party as a word with a small square of its colour. */
export const PartyTag: React.FC<PartyTagProps> = ({ party, colour }) => (
  <span className={styles.tag}>
    {colour !== undefined && <span className={styles.square} style={{ backgroundColor: colour }} aria-hidden="true" />}
    {party}
  </span>
);
