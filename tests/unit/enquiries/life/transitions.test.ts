import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  actionFaults,
  actionNames,
  actionsFor,
  lifeStates,
  needsOf,
  transit,
  transitionOf,
  type ActionName,
  type Actor
} from '../../../../src/domain/enquiries/life';

/** What may be done with an enquiry, by whom and when, and what follows: the table that owners and officers can read. */
const table = parse(readFileSync(join(__dirname, 'transitions.csv')), { columns: true }) as Record<string, string>[];
const actors = ['member', 'colleague', 'support', 'handler', 'restricted'] as const;
const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter((word) => word !== '');
const standing = { isOfficers: false, isRestricted: false, isPastOpenDays: false, hasOfficer: true };

/** Each action, by each person, in each state: 19 x 5 x 7. */
const cases = table.flatMap((row) =>
  actors.flatMap((actor) =>
    lifeStates.map((state) => ({
      ...{ action: row.action as ActionName, actor, state },
      expected: row[actor] === 'yes' ? (row[state] ?? '') : ''
    }))
  )
);

test('the table names every action', () => {
  expect(table.map(({ action }) => action)).toEqual(actionNames);
});

test.each(cases)('$action by a $actor while $state: "$expected"', ({ action, actor, state, expected }) => {
  const result = transit(action, actor, { ...standing, state });
  expect('to' in result ? result.to : '').toBe(expected);
});

test.each(table)('$action is recorded as "$event", and has to be given what the table says', (row) => {
  const action = row.action as ActionName;
  const { event, needs, optional = [], documents = false, of } = transitionOf(action);
  expect({ event, of, documents: documents ? 'yes' : 'no' }).toEqual({ event: row.event, of: row.of, documents: row.documents });
  expect(needs).toEqual(words(row['must be given']));
  expect(optional).toEqual(words(row['may be given']));
  const context = {
    ...{ standing, enquiryId: 1, replyBy: undefined, extendedBy: undefined, today: '2026-11-24' },
    isClosed: () => false
  };
  // Nothing is given: everything that is needed is missed, and nothing else.
  expect(actionFaults(action, {}, context)).toEqual(words(row['must be given']).map((need) => ({ need, rule: 'missing' })));
});

test('whoever is named first needs no reason, whoever comes after does', () => {
  expect(needsOf('assign', { hasOfficer: false })).toEqual(['officer']);
  expect(needsOf('assign', { hasOfficer: true })).toEqual(['officer', 'reason']);
});

test("of what officers bring before a ward's members only some can be done, and members answer at any time until it is closed", () => {
  const can = (actor: Actor, state: (typeof lifeStates)[number]): ActionName[] =>
    actionsFor(actor, { ...standing, state, isOfficers: true });
  expect(can('handler', 'new')).toEqual(['update', 'link', 'close']);
  expect(can('colleague', 'new')).toEqual(['answer']);
  expect(can('member', 'inProgress')).toEqual(['answer']);
  expect(can('member', 'closed')).toEqual([]);
  expect(can('handler', 'closed')).toEqual(['link', 'reopen']);
});

test('after the days for which it stays open a member cannot ask again, and officers can reopen it', () => {
  const late = { ...standing, state: 'closed' as const, isPastOpenDays: true };
  expect(transit('askAgain', 'member', late)).toEqual({ refused: 'too late' });
  expect(transit('escalate', 'member', late)).toEqual({ refused: 'too late' });
  expect(transit('reopen', 'handler', late)).toEqual({ to: 'inProgress' });
  expect(transit('escalate', 'handler', late)).toEqual({ to: 'inProgress' });
});

test('what is restricted is not restricted again', () => {
  const restricted = { ...standing, state: 'new' as const, isRestricted: true };
  expect(transit('restrict', 'restricted', restricted)).toEqual({ refused: 'not of this enquiry' });
  expect(transit('askRestriction', 'member', restricted)).toEqual({ refused: 'not of this enquiry' });
});

test.each([
  ['2026-11-24', { rule: 'not later' }],
  ['2026-12-04', { rule: 'not later' }],
  ['2026-12-05', { rule: 'not a working day' }],
  ['2026-12-14', { rule: 'after the longest', limit: '2026-12-11' }],
  ['2026-12-11', undefined]
])('a reply that was due on 4 December is extended to %s', (replyBy, expected) => {
  const faults = actionFaults(
    'extend',
    { replyBy, reason: 'Agreed by telephone' },
    {
      ...{ standing, enquiryId: 1, replyBy: '2026-12-04', extendedBy: '2026-12-11', today: '2026-11-24' },
      isClosed: () => false
    }
  );
  expect(faults).toEqual(expected ? [{ need: 'replyBy', ...expected }] : []);
});
