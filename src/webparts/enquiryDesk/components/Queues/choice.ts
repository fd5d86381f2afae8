import {
  queueNames,
  sortNames,
  type QueueChoice,
  type QueueFilter,
  type QueueName,
  type SortName
} from '../../../../domain/enquiries/desk';
import { lifeStates, type LifeState } from '../../../../domain/enquiries/life';
import type { Address, DeskContext } from '../EnquiryDesk';

const idIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
const dayIn = (text: string | undefined): string | undefined => (text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
const among = <T extends string>(names: readonly T[], text: string | undefined): T | undefined => names.find((name) => name === text);

/** Whoever looks after few enquiries looks at theirs first; others at what is new. */
const usualQueue = ({ access }: Pick<DeskContext, 'access'>): QueueName => (access.handles || access.restricts ? 'new' : 'open');

/** What the address chooses. What it cannot mean is left out. */
export function choiceIn(address: Address, context: Pick<DeskContext, 'access'>): QueueChoice {
  const filter: QueueFilter = {};
  const [memberId, wardId, serviceId] = [idIn(address.member), idIn(address.ward), idIn(address.service)];
  const state = among<LifeState>(lifeStates, address.state);
  const [from, to] = [dayIn(address.from), dayIn(address.to)];
  if (memberId !== undefined) filter.memberId = memberId;
  if (wardId !== undefined) filter.wardId = wardId;
  if (serviceId !== undefined) filter.serviceId = serviceId;
  if (address.kind) filter.kind = address.kind;
  if (state) filter.state = state;
  if (from) filter.from = from;
  if (to) filter.to = to;
  const sort = among<SortName>(sortNames, address.sort);
  return { queue: among(queueNames, address.queue) ?? usualQueue(context), filter, ...(sort ? { sort } : {}) };
}

/** The queues that somebody has use for. */
export function queuesFor({ access, start }: DeskContext): QueueName[] {
  if (!access.handles && !access.restricts) return ['open', 'waiting', 'closed'];
  return queueNames.filter((queue) => {
    if (queue === 'mine') return start.officerId !== undefined;
    if (queue === 'service') return start.ownServices.length > 0;
    return (queue !== 'restricted' && queue !== 'to be restricted') || access.restricts;
  });
}
