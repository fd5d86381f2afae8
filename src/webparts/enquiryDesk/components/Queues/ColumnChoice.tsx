import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { columnNames, keepColumns, type ColumnName } from './columns';
import { columnText } from './QueueTable';
import styles from './Queues.module.scss';

/** Which columns a queue shows; kept on the device. */
export const ColumnChoice: React.FC<{ columns: readonly ColumnName[]; onChange(columns: readonly ColumnName[]): void }> = ({
  columns,
  onChange
}) => {
  const toggle = (name: ColumnName): void => {
    const next = columnNames.filter((one) => (one === name ? !columns.includes(one) : columns.includes(one)));
    keepColumns(next);
    onChange(next);
  };
  return (
    <details className={styles.columnChoice}>
      <summary>{strings.Columns}</summary>
      <div>
        {columnNames.map((name) => (
          <label key={name}>
            <input type="checkbox" checked={columns.includes(name)} onChange={() => toggle(name)} />
            {columnText(name)}
          </label>
        ))}
      </div>
    </details>
  );
};
