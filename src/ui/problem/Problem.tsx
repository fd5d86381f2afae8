import * as React from 'react';
import styles from './Problem.module.scss';

/** What a problem says. */
export interface ProblemProps {
  title: string;
  /** What somebody can do about it. */
  advice: string;
  /** What the button says; without it there is none. */
  retryLabel?: string;
  onRetry?: () => void;
}

/** Something that went wrong: what, and what to do. Screen readers are told at once. */
export const Problem: React.FC<ProblemProps> = ({ title, advice, retryLabel, onRetry }) => (
  <div className={styles.problem} role="alert">
    <h3>{title}</h3>
    <p>{advice}</p>
    {retryLabel !== undefined && (
      <button type="button" className={styles.retry} onClick={onRetry}>
        {retryLabel}
      </button>
    )}
  </div>
);
