import * as React from 'react';
import { useId } from '../useId';
import styles from './SearchField.module.scss';

/** What a search field is. */
export interface SearchFieldProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
}

/** A field that searches while one types; Escape empties it. */
export const SearchField = React.forwardRef<HTMLInputElement, SearchFieldProps>(({ label, placeholder, value, onChange }, ref) => {
  const id = useId('search');
  return (
    <div className={styles.search}>
      <label className={styles.hidden} htmlFor={id}>
        {label}
      </label>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="6.5" cy="6.5" r="4.75" />
        <path d="M10 10l4.5 4.5" />
      </svg>
      <input
        id={id}
        ref={ref}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onChange('')}
      />
    </div>
  );
});
SearchField.displayName = 'SearchField';
