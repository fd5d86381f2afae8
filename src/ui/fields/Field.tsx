import * as React from 'react';
import styles from './fields.module.scss';

/** What every field is given. */
export interface FieldProps {
  /** Id of the element that takes the focus; others begin with it. */
  id: string;
  label: string;
  /** One short sentence. */
  hint?: string | undefined;
  /** What is wrong; absent where nothing is. */
  fault?: string | undefined;
  /** The heading of the page says it already. */
  hidesLabel?: boolean;
}

/** Ids of what describes a field to a screen reader. */
export const describedBy = ({ id, hint, fault }: Pick<FieldProps, 'id' | 'hint' | 'fault'>, ...more: string[]): string | undefined =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : '', ...more].filter((one) => one !== '').join(' ') || undefined;

/** Hint and fault, between a field's name and the field. */
export const Describing: React.FC<Pick<FieldProps, 'id' | 'hint' | 'fault'>> = ({ id, hint, fault }) => (
  <>
    {hint && (
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    )}
    {fault && (
      <p className={styles.fault}>
        <span aria-hidden="true">⚠ </span>
        <span id={`${id}-fault`}>{fault}</span>
      </p>
    )}
  </>
);

/** A field of one element with its label. */
export const LabelledField: React.FC<FieldProps> = ({ id, label, hint, fault, children }) => (
  <div className={fault ? `${styles.field} ${styles.faulty}` : styles.field}>
    <label className={styles.label} htmlFor={id}>
      {label}
    </label>
    <Describing id={id} hint={hint} fault={fault} />
    {children}
  </div>
);

/** A field of several elements, with its question as the legend. */
export const FieldGroup: React.FC<FieldProps> = ({ id, label, hint, fault, hidesLabel = false, children }) => (
  <fieldset className={fault ? `${styles.field} ${styles.faulty}` : styles.field} aria-describedby={describedBy({ id, hint, fault })}>
    <legend className={hidesLabel ? styles.hidden : styles.label}>{label}</legend>
    <Describing id={id} hint={hint} fault={fault} />
    {children}
  </fieldset>
);
