import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { dayText } from '../../../../ui/textOf';
import type { DeskContext } from '../EnquiryDesk';
import { isPressing, nextOfRow, standingText } from '../words';
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

/** Which rows are chosen for something that is done with several. */
export interface RowChoice {
  chosen: ReadonlySet<number>;
  toggle(id: number): void;
  toggleAll(): void;
}

const Row: React.FC<{ row: EnquirySummary; context: DeskContext; choice: RowChoice | undefined }> = ({ row, context, choice }) => {
  const { addressOf, go, now, start } = context;
  const next = nextOfRow(row, now(), (day) => start.closures.has(day));
  const enquiry = String(row.id);
  const reference = referenceOf(row.id);
  const who = row.isOfficers ? strings.FromOfficers : (row.member?.name ?? '');
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
      <td>
        {who}
        {row.ward && <span className={styles.quiet}>{row.ward.name}</span>}
      </td>
      <td>
        {row.service?.name ?? strings.NoService}
        {row.officer && <span className={styles.quiet}>{row.officer.name}</span>}
      </td>
      <td>
        <span className={next.urgency === 'overdue' ? styles.late : isPressing(next.urgency) ? styles.due : styles.next}>
          {standingText(row, next, 'officer')}
        </span>
        {row.neededBy && <span className={styles.quiet}>{format(strings.NeededBy, dayText(row.neededBy))}</span>}
      </td>
    </tr>
  );
};

/** Enquiries of a queue: a table, and on a phone a card for each. */
export const QueueTable: React.FC<{
  rows: readonly EnquirySummary[];
  label: string;
  context: DeskContext;
  choice?: RowChoice | undefined;
}> = ({ rows, label, context, choice }) => (
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
        <th scope="col">{strings.Member}</th>
        <th scope="col">{strings.Service}</th>
        <th scope="col">{strings.Next}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.id} row={row} context={context} choice={choice} />
      ))}
    </tbody>
  </table>
);
