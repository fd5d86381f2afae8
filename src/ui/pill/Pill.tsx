import * as React from 'react';
import { useId } from '../useId';
import styles from './Pill.module.scss';

/** One thing to choose. */
export interface PillOption {
  value: string;
  text: string;
}

/** What a pill is. */
export interface PillProps {
  /** What is chosen by it: Party. */
  label: string;
  /** What it says: "Party", or "Party: Labour". */
  text: string;
  /** Chosen value; empty for none. */
  value: string;
  options: PillOption[];
  /** What the choice of nothing is called; without it something is always chosen. */
  noneText?: string;
  /** What the cross beside a chosen value is called; without it there is none. */
  clearLabel?: string;
  onChange: (value: string) => void;
}

/**
 * A filter that shows its value. The list of choices is the browser's own, which phones, keyboards and screen readers
 * know how to handle.
 */
export const Pill: React.FC<PillProps> = ({ label, text, value, options, noneText, clearLabel, onChange }) => {
  const id = useId('pill');
  const select = React.useRef<HTMLSelectElement>(null);
  const isChosen = clearLabel !== undefined && value !== '';
  const clear = (): void => {
    onChange('');
    select.current?.focus();
  };
  return (
    <span className={isChosen ? styles.chosen : styles.pill}>
      <label className={styles.choice} htmlFor={id}>
        <span className={styles.hidden}>{label}</span>
        <span className={styles.text} aria-hidden="true">
          {text}
        </span>
        {!isChosen && (
          <svg viewBox="0 0 10 6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" />
          </svg>
        )}
        <select ref={select} id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          {noneText !== undefined && <option value="">{noneText}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </label>
      {isChosen && (
        <button type="button" aria-label={clearLabel} onClick={clear}>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 1l8 8M9 1l-8 8" />
          </svg>
        </button>
      )}
    </span>
  );
};
