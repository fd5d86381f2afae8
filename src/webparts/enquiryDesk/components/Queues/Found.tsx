import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { enquiryIdFrom } from '../../../../domain/enquiries/reference';
import { plural } from '../../../../ui/format';
import { Problem, problemText } from '../../../../ui/problem';
import { startAgain } from '../../../../ui/reading';
import type { DeskContext } from '../EnquiryDesk';
import { QueueTable } from './QueueTable';
import styles from './Queues.module.scss';
import { useFound } from './useFound';

/** What is found by a reference or by words, in place of a queue. */
export const Found: React.FC<{ typed: string; context: DeskContext }> = ({ typed, context }) => {
  const found = useFound(context, typed);
  const rows = found.data ?? [];
  const isReference = enquiryIdFrom(typed) !== undefined;
  const nothing = isReference ? strings.NoneWithReference : strings.NoneWithWords;
  return (
    <>
      {found.error !== undefined && (
        <Problem {...problemText(found.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(found)} />
      )}
      {rows.length > 0 && <QueueTable rows={rows} label={strings.FoundTitle} context={context} />}
      <p role="status" className={styles.status}>
        {found.data === undefined || !found.settled
          ? found.error === undefined
            ? strings.Searching
            : ''
          : rows.length === 0
            ? nothing
            : plural(rows.length, strings.OneEnquiry, strings.Enquiries)}
      </p>
      {!isReference && <p className={styles.status}>{strings.SearchIsBehind}</p>}
    </>
  );
};
