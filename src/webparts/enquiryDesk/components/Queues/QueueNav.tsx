import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import type { QueueCounts, QueueName } from '../../../../domain/enquiries/desk';
import { PageLink } from '../../../../ui/pageLink';
import { Pill } from '../../../../ui/pill';
import type { Address, DeskContext } from '../EnquiryDesk';
import { queueText } from '../words';
import styles from './Queues.module.scss';

/** Another queue begins at its top, with the same filters; its own order. */
const to = (queue: QueueName): Record<'queue' | 'sort' | 'find' | 'state' | 'view', string | undefined> => ({
  ...{ queue, sort: undefined, find: undefined, state: undefined, view: undefined }
});

/** The queues, with how many enquiries are in each. A phone shows them as one choice. */
export const QueueNav: React.FC<{
  queues: readonly QueueName[];
  current: QueueName | undefined;
  counts: QueueCounts | undefined;
  context: DeskContext;
}> = ({ queues, current, counts, context: { addressOf, go } }) => (
  <>
    <nav className={styles.nav} aria-label={strings.Queues}>
      <ul>
        {queues.map((queue) => (
          <li key={queue} className={queue === current ? styles.current : undefined}>
            <PageLink
              address={addressOf(to(queue) as Address)}
              onOpen={() => go(to(queue))}
              {...(queue === current ? { current: true } : {})}
            >
              <span>{queueText(queue)}</span>
              {counts?.[queue] !== undefined && <span className={styles.count}>{counts[queue]}</span>}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
    <div className={styles.navPill}>
      <Pill
        label={strings.Queues}
        text={current ? withCount(current, counts) : strings.Queues}
        value={current ?? ''}
        options={queues.map((queue) => ({ value: queue, text: withCount(queue, counts) }))}
        {...(current ? {} : { noneText: strings.Queues })}
        onChange={(queue) => go(to(queue as QueueName))}
      />
    </div>
  </>
);

const withCount = (queue: QueueName, counts: QueueCounts | undefined): string =>
  counts?.[queue] === undefined ? queueText(queue) : `${queueText(queue)} (${counts[queue]})`;
