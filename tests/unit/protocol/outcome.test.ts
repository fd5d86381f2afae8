import * as fc from 'fast-check';
import type { Answers } from '../../../src/domain/protocol/answers';
import { questionsOf } from '../../../src/domain/protocol/answers';
import { ConditionError, holds } from '../../../src/domain/protocol/condition';
import { audiencesOf, kindOf, outcomeOf, questionsToAsk, routeOf } from '../../../src/domain/protocol/outcome';
import type { Condition, EnquiryKind } from '../../../src/domain/protocol/pack';
import { smallPack } from './smallPack';

/** What follows from a kind and answers: the small pack has one rule of each sort. */

const pack = smallPack();
const kind = (id: string): EnquiryKind => kindOf(pack, id) as EnquiryKind;
const quiet: Answers = { urgent: false, enoughNotice: true, purpose: 'work', forMeeting: false, sensitive: false };

test('nothing against it: the enquiry goes on', () =>
  expect(outcomeOf(pack, kind('information'), quiet)).toEqual({ kind: 'go on', advice: [], clauses: [], unanswered: [], problems: [] }));

test('an emergency is signposted, with the clause that says so', () => {
  const outcome = outcomeOf(pack, kind('casework'), { ...quiet, urgent: true });
  expect(outcome).toMatchObject({
    kind: 'signpost',
    signpost: { id: 'emergency-line' },
    reason: { text: 'Call the line.' },
    clauses: ['1.1']
  });
});

test('a private purpose is not an enquiry; for another kind the question is not asked and the rule is not used', () => {
  expect(outcomeOf(pack, kind('information'), { ...quiet, purpose: 'private' })).toMatchObject({
    kind: 'not an enquiry',
    clauses: ['1.2']
  });
  expect(outcomeOf(pack, kind('casework'), { ...quiet, purpose: 'private' })).toMatchObject({ kind: 'go on' });
});

test('the first rule that stops an enquiry decides', () =>
  expect(outcomeOf(pack, kind('information'), { ...quiet, urgent: true, purpose: 'private' }).kind).toBe('signpost'));

test('advice is given where one goes on, through a condition that another names', () =>
  expect(outcomeOf(pack, kind('information'), { ...quiet, enoughNotice: false, forMeeting: true })).toMatchObject({
    kind: 'go on with advice',
    advice: [{ id: 'late-for-meeting', text: 'There may be no time.', clauses: ['1.2'] }]
  }));

test('what has not been answered is neither true nor false: it is asked for', () => {
  const outcome = outcomeOf(pack, kind('information'), { urgent: false });
  expect(outcome).toMatchObject({ kind: 'go on', problems: [] });
  expect(outcome.unanswered.sort()).toEqual(['enoughNotice', 'forMeeting', 'purpose']);
});

test('nothing turns on a question that is not asked', () => {
  const { unanswered, kind: outcome } = outcomeOf(pack, kind('information'), {
    urgent: false,
    enoughNotice: false,
    purpose: null,
    forMeeting: true
  });
  expect(unanswered).toEqual([]);
  expect(outcome).toBe('go on');
});

test('a question left empty is answered: nothing turns on it any more', () =>
  expect(outcomeOf(pack, kind('information'), { ...quiet, purpose: null }).unanswered).toEqual([]));

test('a condition that cannot be evaluated is told of, and does not count as false', () => {
  const wrong = smallPack();
  wrong.conditions?.unshift({
    id: 'wrong',
    when: { question: 'weather', is: 'fine' },
    outcome: 'not an enquiry',
    advice: 'x',
    source: 'our default'
  });
  const outcome = outcomeOf(wrong, kind('casework'), quiet);
  expect(outcome.problems).toEqual([{ rule: 'condition wrong', message: 'There is no question "weather"' }]);
  wrong.audiences = [{ id: 'w', who: 'ward', title: 'W', text: 'W', when: { condition: 'gone' }, source: 'our default' }];
  wrong.routing = [{ id: 'r', when: { question: 'urgent', atLeast: 3 }, to: [{ liaison: true }], text: 'R', source: 'our default' }];
  expect(audiencesOf(wrong, kind('casework'), quiet).problems).toHaveLength(1);
  expect(routeOf(wrong, kind('casework'), quiet)).toEqual({
    problems: [{ rule: 'routing r', message: expect.stringContaining('"atLeast" cannot be used') as string }]
  });
});

test('a question comes when what it turns on has been answered; one that cannot be worked out is asked all the same', () => {
  const asked = (answers: Answers): string[] => questionsToAsk(pack, kind('information'), answers).questions.map(({ id }) => id);
  expect(asked({})).toEqual(['purpose']);
  expect(asked({ purpose: 'work' })).toEqual(['purpose', 'forMeeting']);
  expect(asked({ purpose: 'private' })).toEqual(['purpose']);
  const wrong = {
    ...kind('information'),
    questions: [{ id: 'q', text: 'Q', type: 'text' as const, when: { question: 'gone', is: 'x' }, source: 'our default' }]
  };
  expect(questionsToAsk(pack, wrong, {})).toMatchObject({ questions: [{ id: 'q' }], problems: [{ rule: 'question q' }] });
});

test('who takes it, and who may see it', () => {
  expect(routeOf(pack, kind('casework'), quiet).route?.id).toBe('usual');
  expect(routeOf(pack, kind('casework'), { ...quiet, sensitive: true }).route?.id).toBe('sensitive');
  expect(audiencesOf(pack, kind('casework'), { forConstituent: false }).chosen?.id).toBe('ward');
  expect(audiencesOf(pack, kind('casework'), { forConstituent: true }).chosen?.id).toBe('me');
  expect(audiencesOf(pack, kind('casework'), {}).chosen?.id).toBe('me');
});

test('an audience that may be chosen only in some cases is not offered while that is open, or cannot be worked out', () => {
  const narrow = smallPack();
  narrow.audiences = [
    { id: 'me', who: 'member', title: 'Me', text: 'Me.', source: 'our default' },
    { id: 'ward', who: 'ward', title: 'Ward', text: 'Ward.', onlyWhen: { question: 'sensitive', is: false }, source: 'our default' }
  ];
  const offered = (answers: Answers): string[] => audiencesOf(narrow, kind('casework'), answers).choices.map(({ id }) => id);
  expect(offered({ sensitive: false })).toEqual(['me', 'ward']);
  expect(offered({ sensitive: true })).toEqual(['me']);
  expect(offered({})).toEqual(['me']);
  narrow.audiences[1] = { ...narrow.audiences[1], onlyWhen: { question: 'gone', is: true } } as (typeof narrow.audiences)[number];
  expect(audiencesOf(narrow, kind('casework'), {})).toMatchObject({ choices: [{ id: 'me' }], problems: [{ rule: 'audience ward' }] });
});

describe('conditions', () => {
  const questions = questionsOf({
    questions: [
      { id: 'count', text: '?', type: 'number', source: 'our default' },
      { id: 'some', text: '?', type: 'some of', options: [{ value: 'a', label: 'A' }], source: 'our default' }
    ]
  });
  const evaluate = (condition: Condition, answers: Answers): boolean | undefined =>
    holds(condition, { answers, questions, conditions: new Map() });

  test.each<[string, Condition, Answers, boolean | undefined]>([
    ['is', { question: 'urgent', is: true }, { urgent: true }, true],
    ['is not', { question: 'authority', isNot: 'written' }, { authority: 'asked' }, true],
    ['is not, left empty', { question: 'authority', isNot: 'written' }, { authority: null }, true],
    ['is one of', { question: 'service', isOneOf: ['Planning', 'Waste'] }, { service: 'Waste' }, true],
    ['includes', { question: 'some', includes: 'a' }, { some: ['b', 'a'] }, true],
    ['includes, nothing chosen', { question: 'some', includes: 'a' }, { some: [] }, false],
    ['is given', { question: 'earlierReference', isGiven: true }, { earlierReference: 'A12' }, true],
    ['is given, empty', { question: 'earlierReference', isGiven: true }, { earlierReference: '' }, false],
    ['is not given', { question: 'earlierReference', isGiven: false }, { earlierReference: null }, true],
    ['at least', { question: 'count', atLeast: 5 }, { count: 5 }, true],
    ['at most', { question: 'count', atMost: 5 }, { count: 6 }, false],
    ['before', { question: 'neededBy', before: '2026-12-01' }, { neededBy: '2026-11-30' }, true],
    ['after', { question: 'neededBy', after: '2026-12-01' }, { neededBy: '2026-12-01' }, false],
    ['not answered', { question: 'urgent', is: true }, {}, undefined],
    ['not, of what is not answered', { not: { question: 'urgent', is: true } }, {}, undefined],
    [
      'all, one false',
      {
        all: [
          { question: 'urgent', is: true },
          { question: 'sensitive', is: true }
        ]
      },
      { sensitive: false },
      false
    ],
    [
      'all, one open',
      {
        all: [
          { question: 'urgent', is: true },
          { question: 'sensitive', is: true }
        ]
      },
      { sensitive: true },
      undefined
    ],
    [
      'any, one true',
      {
        any: [
          { question: 'urgent', is: true },
          { question: 'sensitive', is: true }
        ]
      },
      { sensitive: true },
      true
    ],
    [
      'any, one open',
      {
        any: [
          { question: 'urgent', is: true },
          { question: 'sensitive', is: true }
        ]
      },
      { sensitive: false },
      undefined
    ]
  ])('%s', (_, condition, answers, expected) => expect(evaluate(condition, answers)).toBe(expected));

  test.each<[string, Condition, Answers]>([
    ['a question that there is not', { question: 'weather', is: 'fine' }, {}],
    ['a comparison that does not go with it', { question: 'urgent', before: '2026-01-01' }, { urgent: true }],
    ['an answer of another sort', { question: 'urgent', is: true }, { urgent: 'yes' }],
    ['no comparison', { question: 'urgent' }, { urgent: true }],
    ['no form', {}, {}],
    ['a condition that there is not', { condition: 'gone' }, {}],
    [
      'an unknown question beside one that settles it',
      {
        any: [
          { question: 'urgent', is: true },
          { question: 'weather', is: 'fine' }
        ]
      },
      { urgent: true }
    ]
  ])('%s is an error', (_, condition, answers) => expect(() => evaluate(condition, answers)).toThrow(ConditionError));

  test('conditions in a circle are an error, not an endless loop', () =>
    expect(() =>
      holds(
        { condition: 'a' },
        {
          answers: {},
          questions,
          conditions: new Map([
            ['a', { not: { condition: 'b' } }],
            ['b', { condition: 'a' }]
          ])
        }
      )
    ).toThrow('depends on itself'));

  test('answering more never takes back what already holds or does not', () => {
    const leaf = fc.constantFrom<Condition>(
      { question: 'urgent', is: true },
      { question: 'sensitive', is: false },
      { question: 'count', atLeast: 3 }
    );
    const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
        fc.record({ not: tie('condition') })
      )
    }));
    const whole = fc.record({ urgent: fc.boolean(), sensitive: fc.boolean(), count: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(condition, whole, fc.subarray(['urgent', 'sensitive', 'count'] as const), (one, answers, known) => {
        const some = Object.fromEntries(known.map((name) => [name, answers[name]]));
        const before = evaluate(one, some);
        const after = evaluate(one, answers);
        expect(after).toBeDefined();
        if (before !== undefined) expect(after).toBe(before);
      })
    );
  });
});
