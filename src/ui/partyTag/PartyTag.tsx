import * as React from 'react';
import styles from './PartyTag.module.scss';

/** What a party tag shows. */
export interface PartyTagProps {
  party: string;
  colour: string;
}

/** The party as a word with a small square of its colour. */
export const PartyTag: React.FC<PartyTagProps> = ({ party, colour }) => (
  <span className={styles.tag}>
    <span className={styles.square} style={{ backgroundColor: colour }} aria-hidden="true" />
    {party}
  </span>
);
