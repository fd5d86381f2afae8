import type { PlainDate } from '../../members/term';
import type { EnquirySummary } from './summary';
import type { QueueName } from './queues';

/** What counting needs of an enquiry that is open. */
export type Countable = Pick<EnquirySummary, 'state' | 'isOfficers' | 'fromMember' | 'acknowledgeBy' | 'replyBy'> & {
  officerId: number | undefined;
  serviceId: number | undefined;
  isRestricted: boolean;
};

/** How many enquiries are in each queue but the closed ones. */
export type QueueCounts = Partial<Record<QueueName, number>>;

/** Counts open enquiries by queue, as the queues' own queries would find them. */
export function countsOf(
  rows: readonly Countable[],
  { officerId, ownServices, today }: { officerId: number | undefined; ownServices: readonly number[]; today: PlainDate }
): QueueCounts {
  const count = (test: (row: Countable) => boolean): number => rows.filter(test).length;
  const isDue = (row: Countable, test: (day: PlainDate) => boolean): boolean => {
    if (row.isOfficers || row.state === 'waiting') return false;
    const { state, acknowledgeBy, replyBy } = row;
    return (state === 'new' && acknowledgeBy !== undefined && test(acknowledgeBy)) || (replyBy !== undefined && test(replyBy));
  };
  return {
    new: count(({ state, isOfficers }) => state === 'new' && !isOfficers),
    mine: count((row) => officerId !== undefined && row.officerId === officerId),
    service: count(({ serviceId }) => serviceId !== undefined && ownServices.includes(serviceId)),
    'from members': count(({ fromMember }) => fromMember),
    today: count((row) => isDue(row, (day) => day === today)),
    overdue: count((row) => isDue(row, (day) => day < today)),
    waiting: count(({ state }) => state === 'waiting'),
    ward: count(({ isOfficers }) => isOfficers),
    restricted: count(({ isRestricted }) => isRestricted),
    open: rows.length
  };
}
