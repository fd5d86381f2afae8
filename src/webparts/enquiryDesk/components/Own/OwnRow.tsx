import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import type { DeskContext } from '../EnquiryDesk';
import { nextOfRow, standingText } from '../words';
import styles from './Own.module.scss';

/** An enquiry in a member's list: what it is about, and what happens next. */
export const OwnRow: React.FC<{ row: EnquirySummary; unread: number; context: DeskContext; withName?: boolean }> = ({
  row,
  unread,
  context: { addressOf, go, now, start },
  withName = false
}) => {
  const next = nextOfRow(row, now(), (day) => start.closures.has(day));
  const enquiry = String(row.id);
  const about = [referenceOf(row.id), withName ? (row.isOfficers ? strings.FromOfficers : row.member?.name) : undefined, row.service?.name];
  return (
    <li className={styles.row}>
      <div>
        <PageLink className={styles.link} address={addressOf({ enquiry })} onOpen={() => go({ enquiry })}>
          {row.summary}
        </PageLink>
        <p className={styles.about}>{about.filter((part) => part).join(' · ')}</p>
        <p className={next.urgency === 'overdue' ? styles.late : styles.next}>{standingText(row, next, 'member')}</p>
      </div>
      {unread > 0 && <span className={styles.unread}>{plural(unread, strings.OneUpdate, strings.Updates)}</span>}
    </li>
  );
};
