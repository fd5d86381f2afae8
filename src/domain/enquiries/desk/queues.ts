import type { PlainDate } from '../../members/term';
import type { LifeState } from '../life/state';

/** Queues of the desk. */
export const queueNames = [
  ...([
    'new',
    'mine',
    'service',
    'from members',
    'today',
    'overdue',
    'waiting',
    'ward',
    'to be restricted',
    'restricted',
    'open',
    'closed'
  ] as const)
];
export type QueueName = (typeof queueNames)[number];

/** What narrows a queue. IDs are those of rows; dates are the first and last day on which enquiries came. */
export interface QueueFilter {
  memberId?: number;
  wardId?: number;
  serviceId?: number;
  kind?: string;
  state?: LifeState;
  from?: PlainDate;
  to?: PlainDate;
}

export const sortNames = ['next', 'latest', 'earliest', 'member', 'service'] as const;
export type SortName = (typeof sortNames)[number];

/** Which enquiries are asked for. */
export interface QueueChoice {
  queue: QueueName;
  filter: QueueFilter;
  /** Absent for the queue's own. */
  sort?: SortName;
}

/** A queue in which the latest come first, and which grows for ever. */
export const isEndless = (queue: QueueName): boolean => queue === 'closed';

/** How a queue is sorted unless somebody chooses: what is due first, or what came last. */
export const usualSort = (queue: QueueName): SortName => (isEndless(queue) || queue === 'from members' ? 'latest' : 'next');
