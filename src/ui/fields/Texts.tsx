import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import { format } from '../format';
import { useLater } from '../useLater';
import { describedBy, LabelledField, type FieldProps } from './Field';
import styles from './fields.module.scss';

interface TextProps extends FieldProps {
  value: string | undefined;
  onChange(value: string): void;
}

type InputProps = TextProps & Pick<React.InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'min' | 'className' | 'dir'>;

const Input: React.FC<InputProps> = ({ value = '', onChange, type, autoComplete, min, className, dir, ...field }) => (
  <LabelledField {...field}>
    <input
      id={field.id}
      {...{ type, autoComplete, min, className, dir, value }}
      onChange={({ target }) => onChange(target.value)}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field)}
    />
  </LabelledField>
);

/** One line. Nothing in it is about whoever fills it in, so browsers have nothing to fill in by themselves. */
export const TextField: React.FC<TextProps & { short?: boolean }> = ({ short = false, ...field }) => (
  <Input {...field} type="text" dir="auto" autoComplete="off" className={short ? styles.short : styles.input} />
);

/** A date, as the device asks for it. */
export const DateField: React.FC<TextProps & { min?: string }> = (field) => <Input {...field} type="date" className={styles.short} />;

/** From this share of the length on it is said how much is left. */
const countFrom = 0.75;
/** A screen reader is told of the count when typing pauses. In milliseconds. */
const pause = 1000;

/** Several lines. The count informs and never stops typing. */
export const TextArea: React.FC<TextProps & { rows: number; most: number }> = ({
  value = '',
  onChange,
  rows,
  most,
  children,
  ...field
}) => {
  const { length } = value.trim();
  const left = most - length;
  const count =
    length < most * countFrom
      ? ''
      : format(left >= 0 ? strings.CharactersLeft : strings.CharactersOver, Math.abs(left).toLocaleString('en-GB'));
  const told = useLater(count, value, pause);
  return (
    <LabelledField {...field}>
      <textarea
        id={field.id}
        className={styles.area}
        dir="auto"
        rows={rows}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={field.fault ? true : undefined}
        aria-describedby={describedBy(field)}
      />
      <p className={styles.count} role="status">
        {told}
      </p>
      {children}
    </LabelledField>
  );
};

/** One of many, where a list of radio buttons would be too long. */
export const Select: React.FC<TextProps & { choices: readonly { value: string; label: string }[]; empty: string }> = ({
  value = '',
  onChange,
  choices,
  empty,
  ...field
}) => (
  <LabelledField {...field}>
    <select
      id={field.id}
      className={styles.input}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      aria-invalid={field.fault ? true : undefined}
      aria-describedby={describedBy(field)}
    >
      <option value="">{empty}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </LabelledField>
);
