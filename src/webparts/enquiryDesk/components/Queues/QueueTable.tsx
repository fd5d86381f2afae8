import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { dayText } from '../../../../domain/dates';
import type { DeskContext } from '../EnquiryDesk';
import { isPressing, nextOfRow, standingText } from '../words';
import { readColumns, type ColumnName } from './columns';
import styles from './Queues.module.scss';

/** Moves the focus from row to row with the arrow keys, Home and End. */
function moveAmongRows(event: React.KeyboardEvent<HTMLElement>): void {
  const links = Array.from(event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[href]'));
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
}

export const columnText = (name: ColumnName): string =>
  ({ member: strings.Member, service: strings.Service, kind: strings.Kind, came: strings.CameColumn, next: strings.Next })[name];

/** Which rows are chosen for something that is done with several. */
export interface RowChoice {
  chosen: ReadonlySet<number>;
  toggle(id: number): void;
  toggleAll(): void;
}

const Row: React.FC<{ row: EnquirySummary; context: DeskContext; choice: RowChoice | undefined; columns: readonly ColumnName[] }> = ({
  row,
  context,
  choice,
  columns
}) => {
  const { addressOf, go, now, start } = context;
  const next = nextOfRow(row, now(), (day) => start.closures.has(day));
  const enquiry = String(row.id);
  const reference = referenceOf(row.id);
  const who = row.isOfficers ? strings.FromOfficers : (row.member?.name ?? '');
  const cells: Record<ColumnName, React.ReactNode> = {
    member: (
      <>
        {who}
        {row.ward && <span className={styles.quiet}>{row.ward.name}</span>}
      </>
    ),
    service: (
      <>
        {row.service?.name ?? strings.NoService}
        {row.officer && <span className={styles.quiet}>{row.officer.name}</span>}
      </>
    ),
    kind: start.kinds.find(({ id }) => id === row.kind)?.title ?? row.kind,
    came: row.come ? dayText(row.come) : '',
    next: (
      <>
        <span className={next.urgency === 'overdue' ? styles.late : isPressing(next.urgency) ? styles.due : styles.next}>
          {standingText(row, next, 'officer')}
        </span>
        {row.neededBy && <span className={styles.quiet}>{format(strings.NeededBy, dayText(row.neededBy))}</span>}
      </>
    )
  };
  return (
    <tr>
      {choice && (
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={format(strings.ChooseRow, reference)}
            checked={choice.chosen.has(row.id)}
            onChange={() => choice.toggle(row.id)}
          />
        </td>
      )}
      <th scope="row" className={styles.reference}>
        <PageLink address={addressOf({ enquiry })} onOpen={() => go({ enquiry })}>
          {reference}
        </PageLink>
      </th>
      <td>
        {row.summary}
        {row.isUrgent && <span className={styles.tag}>{strings.Urgent}</span>}
        {row.fromMember && <span className={styles.tag}>{strings.NewFromMember}</span>}
        {row.folder.kind === 'restricted' && <span className={styles.tag}>{strings.Restricted}</span>}
      </td>
      {columns.map((name) => (
        <td key={name}>{cells[name]}</td>
      ))}
    </tr>
  );
};

/** Enquiries of a queue: a table, and on a phone a card for each. */
export const QueueTable: React.FC<{
  rows: readonly EnquirySummary[];
  label: string;
  context: DeskContext;
  choice?: RowChoice | undefined;
  columns?: readonly ColumnName[];
}> = ({ rows, label, context, choice, columns = readColumns() }) => (
  <table className={styles.table} aria-label={label} onKeyDown={moveAmongRows}>
    <thead>
      <tr>
        {choice && (
          <td className={styles.check}>
            <input
              type="checkbox"
              aria-label={strings.ChooseAll}
              checked={rows.length > 0 && rows.every(({ id }) => choice.chosen.has(id))}
              onChange={choice.toggleAll}
            />
          </td>
        )}
        <th scope="col">{strings.Reference}</th>
        <th scope="col">{strings.Summary}</th>
        {columns.map((name) => (
          <th key={name} scope="col">
            {columnText(name)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.id} row={row} context={context} choice={choice} columns={columns} />
      ))}
    </tbody>
  </table>
);
