import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { OwnEnquiries } from '../../../../data/desk/own-enquiries';
import type { DeskMember, EnquirySummary } from '../../../../domain/enquiries/desk';
import { isOpen } from '../../../../domain/enquiries/life';
import { Problem, problemText } from '../../../../ui/problem';
import { readAgain, startAgain } from '../../../../ui/reading';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import type { DeskContext } from '../EnquiryDesk';
import styles from './Own.module.scss';
import { OwnRow } from './OwnRow';
import { useOwn } from './useOwn';

/** A part of the list with its heading; nothing where it is empty. */
const Part: React.FC<{
  title: string;
  rows: readonly EnquirySummary[];
  unread: OwnEnquiries['unread'];
  context: DeskContext;
  isOwn(row: EnquirySummary): boolean;
}> = ({ title, rows, unread, context, isOwn }) =>
  rows.length === 0 ? null : (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <OwnRow key={row.id} row={row} unread={unread.get(row.id) ?? 0} context={context} withName={!isOwn(row)} />
        ))}
      </ul>
    </section>
  );

/** A member's desk: what waits for them first, then what is under way, the ward's, and what is over. */
export const OwnDesk: React.FC<{ context: DeskContext; self: DeskMember | undefined }> = ({ context, self }) =>
  self ? <Lists context={context} self={self} /> : null;

const Lists: React.FC<{ context: DeskContext; self: DeskMember }> = ({ context, self }) => {
  const { reading, earlier } = useOwn(context, self);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const { settings } = context.props;
  const title = settings.title || strings.Heading;
  useScreenFocus('own enquiries', title, heading, context.moved);
  React.useEffect(() => {
    // One comes back from an enquiry, in which something may have been done.
    if (context.moved) readAgain(reading);
  }, []);
  const { rows = [], unread = new Map<number, number>() } = reading.data ?? {};
  const isOwn = (row: EnquirySummary): boolean => row.member?.id === self.id;
  const waits = rows.filter((row) =>
    isOwn(row) ? row.state === 'waiting' || row.state === 'answered' : row.isOfficers && isOpen(row.state)
  );
  const underWay = rows.filter((row) => isOwn(row) && !waits.includes(row));
  const wards = rows.filter((row) => !isOwn(row) && !waits.includes(row));
  const over = earlier.rows.filter(({ id }) => !rows.some((row) => row.id === id));
  return (
    <div className={styles.own}>
      <div className={styles.title}>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {settings.formAddress && <a href={settings.formAddress}>{strings.RaiseOne}</a>}
      </div>
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.data === undefined && reading.error === undefined && <p role="status">{strings.Loading}</p>}
      {reading.data && rows.length === 0 && <p>{strings.NoneOpen}</p>}
      <Part title={strings.ForYou} rows={waits} {...{ unread, context, isOwn }} />
      <Part title={strings.UnderWay} rows={underWay} {...{ unread, context, isOwn }} />
      <Part title={strings.InYourWard} rows={wards} {...{ unread, context, isOwn }} />
      <Part title={strings.Earlier} rows={over} {...{ unread, context, isOwn }} />
      {typeof earlier.state === 'object' && <Problem {...problemText(earlier.state.error)} />}
      {earlier.state === 'read' && over.length === 0 && <p role="status">{strings.NoneEarlier}</p>}
      {reading.data && earlier.hasMore && (
        <button type="button" className={styles.more} onClick={earlier.more} disabled={earlier.state === 'reading'}>
          {earlier.state === 'reading' ? strings.Loading : earlier.state === 'not asked' ? strings.ShowEarlier : strings.ShowMore}
        </button>
      )}
    </div>
  );
};
