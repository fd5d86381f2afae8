import { isEndless, usualSort, type QueueChoice, type QueueFilter, type SortName } from '../../domain/enquiries/desk';
import { openLifeStates, type LifeState } from '../../domain/enquiries/life';
import type { PlainDate } from '../../domain/members/term';
import * as caml from './caml';
import { stateText } from './states';
import { summaryFields } from './summary-rows';

/** Who asks. */
export interface QueueReader {
  /** ID of their row in Officers. */
  officerId: number | undefined;
  ownServices: readonly number[];
  today: PlainDate;
}

/** Rows of a page. */
export const pageSize = 50;

const inStates = (states: readonly LifeState[]): string =>
  caml.oneOf(
    'State',
    'Choice',
    states.map((state) => stateText[state])
  );
const isState = (state: LifeState): string => caml.equals('State', 'Choice', stateText[state]);
const ended: readonly LifeState[] = ['answered', 'closed', 'withdrawn'];
/** While a member is waited for nothing is due. */
const running = openLifeStates.filter((state) => state !== 'waiting');

/** What falls due: the acknowledgement of what is new, else the reply. */
const due = (test: (column: string) => string): string =>
  caml.every(
    inStates(running),
    caml.every(caml.isGiven('Member'), caml.some(caml.every(isState('new'), test('AcknowledgeBy')), test('ReplyBy')))
  );

/** The condition of a queue; undefined where it holds nothing for this reader. */
function conditionOf({ queue, filter }: QueueChoice, { officerId, ownServices, today }: QueueReader): string | undefined {
  switch (queue) {
    case 'new':
      return caml.every(isState('new'), caml.isGiven('Member'));
    case 'mine':
      return officerId === undefined ? undefined : caml.every(inStates(openLifeStates), caml.looksUp('Officer', [officerId]));
    case 'service':
      return ownServices.length === 0 ? undefined : caml.every(inStates(openLifeStates), caml.looksUp('Service', ownServices));
    case 'from members':
      return caml.every(caml.equals('FromMember', 'Boolean', 1), inStates([...openLifeStates, 'answered']));
    case 'today':
      return due((column) => caml.onDay(column, today));
    case 'overdue':
      return due((column) => caml.before(column, today));
    case 'waiting':
      return isState('waiting');
    case 'ward':
      return caml.every(inStates(openLifeStates), caml.equals('AskedBy', 'Text', 'officer'));
    case 'to be restricted':
      return caml.every(caml.equals('RestrictionAsked', 'Boolean', 1), caml.isGiven('Member'));
    case 'restricted':
      return caml.every(inStates(openLifeStates), caml.contains('FileDirRef', '/restricted'));
    case 'open':
      return filter.state && openLifeStates.includes(filter.state) ? isState(filter.state) : inStates(openLifeStates);
    case 'closed':
      return filter.state && ended.includes(filter.state) ? isState(filter.state) : inStates(ended);
  }
}

/** Conditions of what narrows a queue; each but the state's is answered by an index. */
const filtersOf = ({ memberId, wardId, serviceId, kind, from, to }: QueueFilter): string[] => [
  ...(memberId === undefined ? [] : [caml.looksUp('Member', [memberId])]),
  ...(wardId === undefined ? [] : [caml.looksUp('Ward', [wardId])]),
  ...(serviceId === undefined ? [] : [caml.looksUp('Service', [serviceId])]),
  ...(kind === undefined ? [] : [caml.equals('Kind', 'Text', kind)]),
  ...(from === undefined ? [] : [caml.from('Came', from)]),
  ...(to === undefined ? [] : [caml.until('Came', to)])
];

const orders: Record<SortName, (queue: QueueChoice['queue']) => readonly { name: string; descending?: boolean }[]> = {
  next: (queue) => [{ name: queue === 'new' ? 'AcknowledgeBy' : 'ReplyBy' }, { name: 'ID' }],
  latest: () => [{ name: 'ID', descending: true }],
  earliest: () => [{ name: 'ID' }],
  member: () => [{ name: 'Member' }, { name: 'ID' }],
  service: () => [{ name: 'Service' }, { name: 'ID' }]
};

/** Queries for a queue. */
export interface QueueQuery {
  /** All at once, below SharePoint's threshold as long as its first condition matches at most 5,000 rows. */
  direct: string;
  /** The same among some IDs only, the latest first: for what grows for ever. */
  between(first: number, last: number): string;
  endless: boolean;
}

/** The queries for a queue; undefined where it holds nothing for this reader. */
export function queueQuery(choice: QueueChoice, reader: QueueReader): QueueQuery | undefined {
  const condition = conditionOf(choice, reader);
  if (condition === undefined) return undefined;
  const filters = filtersOf(choice.filter);
  const endless = isEndless(choice.queue);
  const sort = choice.sort ?? usualSort(choice.queue);
  const view = { fields: summaryFields, limit: pageSize, paged: true };
  return {
    // Of what grows for ever the filter is the narrower, so it comes first.
    direct: caml.viewXml({
      ...view,
      where: endless ? caml.every(...filters, condition) : caml.every(condition, ...filters),
      orderBy: orders[sort](choice.queue)
    }),
    between: (first, last) =>
      caml.viewXml({
        ...view,
        where: caml.every(caml.idsFrom(first), caml.idsUntil(last), condition, ...filters),
        orderBy: orders.latest(choice.queue)
      }),
    endless
  };
}
