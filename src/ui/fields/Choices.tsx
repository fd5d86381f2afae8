import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import { FieldGroup, type FieldProps } from './Field';
import styles from './fields.module.scss';

/** Something that can be chosen. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[];
  /** Labels stand out, as where each has a hint. */
  strong?: boolean;
}

const Options: React.FC<
  Pick<ChoicesProps, 'id' | 'choices' | 'strong'> & {
    type: 'radio' | 'checkbox';
    inline?: boolean;
    isChecked(value: string): boolean;
    onToggle(value: string): void;
  }
> = ({ id, choices, strong = false, type, inline = false, isChecked, onToggle }) => (
  <div className={inline ? styles.inline : styles.options}>
    {choices.map(({ value, label, hint }, index) => {
      // The first takes the focus from the error summary.
      const own = index === 0 ? id : `${id}-${index}`;
      return (
        <div key={value} className={styles.option}>
          <input
            type={type}
            id={own}
            name={id}
            value={value}
            checked={isChecked(value)}
            onChange={() => onToggle(value)}
            aria-describedby={hint ? `${own}-about` : undefined}
          />
          <label htmlFor={own} className={strong ? styles.strong : undefined}>
            {label}
          </label>
          {hint && <p id={`${own}-about`}>{hint}</p>}
        </div>
      );
    })}
  </div>
);

/** One of several. */
export const Radios: React.FC<ChoicesProps & { value: string | undefined; inline?: boolean; onChange(value: string): void }> = ({
  choices,
  strong = false,
  inline = false,
  value,
  onChange,
  ...field
}) => (
  <FieldGroup {...field}>
    <Options id={field.id} type="radio" {...{ choices, strong, inline }} isChecked={(one) => one === value} onToggle={onChange} />
  </FieldGroup>
);

/** Some of several. */
export const Checkboxes: React.FC<ChoicesProps & { values: readonly string[]; onChange(values: string[]): void }> = ({
  choices,
  values,
  onChange,
  ...field
}) => (
  <FieldGroup {...field}>
    <Options
      id={field.id}
      type="checkbox"
      choices={choices}
      isChecked={(one) => values.includes(one)}
      onToggle={(one) => onChange(values.includes(one) ? values.filter((other) => other !== one) : [...values, one])}
    />
  </FieldGroup>
);

/** Yes or no. */
export const YesNo: React.FC<FieldProps & { value: boolean | undefined; onChange(value: boolean): void }> = ({
  value,
  onChange,
  ...field
}) => (
  <Radios
    {...field}
    inline
    choices={[
      { value: 'yes', label: strings.Yes },
      { value: 'no', label: strings.No }
    ]}
    value={value === undefined ? undefined : value ? 'yes' : 'no'}
    onChange={(given) => onChange(given === 'yes')}
  />
);
