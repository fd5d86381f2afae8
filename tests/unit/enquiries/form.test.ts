import fc from 'fast-check';
import type { EnquiryAnswers } from '../../../src/domain/enquiries/answers';
import { audiencesFor } from '../../../src/domain/enquiries/audience';
import { faultsOn, leaving } from '../../../src/domain/enquiries/checks';
import { chosenKind, kindsFor, relevantAnswers, type FormContext } from '../../../src/domain/enquiries/form';
import { questionsOn, type PageName } from '../../../src/domain/enquiries/pageQuestions';
import { faultsIn, nextPage, pageBefore, pagesFor } from '../../../src/domain/enquiries/pages';
import { submissionOf, submissionRows } from '../../../src/domain/enquiries/submission';
import type { Answer } from '../../../src/domain/protocol/answers';
import type { Question } from '../../../src/domain/protocol/pack';
import { context, member, officersContext, pack } from './council';

/** Answers a page; what has a default keeps it. */
type Answering = (page: PageName, context: FormContext, answers: EnquiryAnswers) => EnquiryAnswers;

/** Answers of somebody with a routine matter. */
const routine =
  (kind: string, more: EnquiryAnswers = {}): Answering =>
  (page, of, answers) => {
    const enquiryKind = chosenKind(of, answers);
    const questions = enquiryKind ? questionsOn(page, of, enquiryKind, answers) : [];
    const given = Object.fromEntries(
      questions.map(({ id, type, options = [] }): [string, Answer] => [id, type === 'yes or no' ? false : (options[0]?.value ?? 'x')])
    );
    const all: Partial<Record<PageName, EnquiryAnswers>> = {
      who: { memberId: null },
      kind: { kind },
      first: { urgent: false, ...(kind === 'service-request' ? { earlierReference: 'SR-1' } : {}) },
      service: { about: 'broken glass', serviceId: 1 },
      where: { wardId: 3 },
      what: {
        description: 'At the gate of the school.',
        summary: answers.summary ?? 'Glass',
        forConstituent: more.forConstituent ?? false
      },
      constituent: { authority: 'asked', constituent: 'Jo', sensitive: false, othersNamed: false }
    };
    return { ...answers, ...all[page], ...more, questions: { ...answers.questions, ...given, ...more.questions } };
  };

/** Goes from page to page, as the form does. */
function walk(of: FormContext, answering: Answering): { pages: PageName[]; answers: EnquiryAnswers } {
  let answers: EnquiryAnswers = {};
  let page = pagesFor(of, answers)[0] ?? 'kind';
  const pages: PageName[] = [page];
  for (let count = 0; count < 20 && page !== 'check' && page !== 'stop'; count += 1) {
    answers = leaving(page, of, answering(page, of, answers));
    const faults = faultsOn(page, of, answers);
    if (faults.length > 0) throw new Error(`${page}: ${JSON.stringify(faults)}`);
    page = nextPage(of, answers);
    pages.push(page);
  }
  return { pages, answers };
}

test.each(['casework', 'ward-issue', 'service-request', 'report-advice', 'interest', 'training', 'protocol'])(
  'a routine matter (%s) takes at most six pages from opening to confirmation',
  (kind) => {
    const { pages } = walk(context(), routine(kind, kind === 'report-advice' ? { questions: { authorAsked: false } } : {}));
    expect(pages[pages.length - 1]).toBe('check');
    // The confirmation is one more than those that were walked through.
    expect(pages.length + 1).toBeLessThanOrEqual(kind === 'report-advice' ? 7 : 6);
  }
);

test('a constituent adds one page', () => {
  const without = walk(context(), routine('casework')).pages;
  const { pages } = walk(context(), routine('casework', { forConstituent: true }));
  expect(pages).toEqual([...without.slice(0, -1), 'constituent', 'check']);
});

test('somebody at risk is sent to the out-of-hours line at once, whatever the kind', () => {
  for (const { id } of kindsFor(context())) expect(nextPage(context(), { kind: id, urgent: true })).toBe('stop');
});

test('a routine report without a reference is led to the service, which is asked for first', () => {
  const answers: EnquiryAnswers = { kind: 'service-request', urgent: false, earlierReference: '' };
  expect(nextPage(context(), answers)).toBe('service');
  expect(nextPage(context(), { ...answers, serviceId: 1 })).toBe('stop');
  expect(pageBefore('stop', context(), { ...answers, serviceId: 1 })).toBe('service');
  expect(nextPage(context(), { ...answers, earlierReference: 'SR-12', serviceId: 1 })).toBe('what');
});

test('what was typed to find the service is the summary, and nobody types it twice', () => {
  expect(leaving('service', context(), { kind: 'casework', about: ' damp in a flat ' }).summary).toBe('Damp in a flat');
  expect(leaving('service', context(), { kind: 'casework', about: 'damp', summary: 'My own' }).summary).toBe('My own');
});

test('a member without a ward is asked for one; whoever acts for a member says for whom', () => {
  const { ward: _, ...mayor } = member;
  expect(pagesFor(context({ member: mayor }), { kind: 'casework' })).toContain('where');
  expect(pagesFor(context(), { kind: 'casework' })).not.toContain('where');
  const { member: nobody, ...support } = context({ isMember: false });
  expect(nobody).toBeDefined();
  expect(pagesFor(support, {})).toEqual(['who', 'kind']);
  expect(faultsOn('who', support, {})).toEqual([{ field: 'memberId', kind: 'missing' }]);
});

test('officers write to ward members; for anything else they are told whom to turn to', () => {
  const of = officersContext();
  expect(kindsFor(of).map(({ id }) => id)).toEqual(['ward-notice', 'concern', 'interest', 'conversation', 'training', 'protocol']);
  expect(walk(of, routine('ward-notice')).pages).toEqual(['who', 'kind', 'first', 'where', 'what', 'check']);
  expect(walk(of, routine('training')).pages).toEqual(['who', 'kind', 'first', 'stop']);
});

test('a ward matter becomes a row for each ward, with keys of their own', () => {
  const of = officersContext();
  const { answers } = walk(of, routine('ward-notice', { wardId: 3, otherWardIds: [4, 3, 5], respondBy: '2026-12-04' }));
  const submission = submissionOf(of, answers);
  expect(submission).toMatchObject({ askedBy: 'officer', memberId: undefined, respondBy: '2026-12-04' });
  expect(submission && submissionRows(submission, 'k')).toEqual([
    { key: 'k', folder: { kind: 'ward', wardId: 3 }, wardId: 3 },
    { key: 'k:ward-4', folder: { kind: 'ward', wardId: 4 }, wardId: 4 },
    { key: 'k:ward-5', folder: { kind: 'ward', wardId: 5 }, wardId: 5 }
  ]);
});

test.each([
  // kind, answers, folder, who has it, acknowledge by, reply by
  ['casework', {}, { kind: 'member', memberId: 7 }, 'Priya Raman', '2026-11-25', '2026-12-08'],
  ['casework', { audience: 'in-confidence' }, { kind: 'restricted', memberId: 7 }, 'Mo Monitoring', '2026-11-25', '2026-12-08'],
  ['casework', { serviceId: 2 }, { kind: 'member', memberId: 7 }, 'Priya Raman', '2026-11-25', '2026-12-08'],
  ['casework', { serviceId: null }, { kind: 'member', memberId: 7 }, undefined, '2026-11-25', '2026-12-08'],
  ['ward-issue', {}, { kind: 'ward', wardId: 3 }, 'Priya Raman', '2026-11-25', '2026-12-08'],
  ['ward-issue', { forConstituent: true }, { kind: 'member', memberId: 7 }, 'Priya Raman', '2026-11-25', '2026-12-08'],
  ['ward-issue', { wardId: 4 }, { kind: 'member', memberId: 7 }, 'Priya Raman', '2026-11-25', '2026-12-08'],
  ['interest', {}, { kind: 'restricted', memberId: 7 }, 'Mo Monitoring', '2026-11-25', '2026-12-08'],
  [
    'concern',
    { questions: { unlawful: false, about: 'officer', talkedDirectly: false } },
    { kind: 'restricted', memberId: 7 },
    'Mo Monitoring',
    '2026-11-25',
    '2026-12-08'
  ],
  ['training', {}, { kind: 'member', memberId: 7 }, 'Dora Democratic', '2026-11-25', '2026-12-08'],
  ['protocol', {}, { kind: 'member', memberId: 7 }, 'Cher Chief', '2026-11-25', '2026-12-08'],
  ['group-briefing', {}, { kind: 'member', memberId: 7 }, 'Dee Director', '2026-11-25', '2026-12-08']
] as const)('%s %j: folder, who has it, due dates', (kind, more, folder, officer, acknowledge, reply) => {
  const { answers } = walk(context(), routine(kind, more as EnquiryAnswers));
  expect(faultsIn(context(), answers)).toEqual([]);
  const submission = submissionOf(context(), answers);
  expect(submission).toMatchObject({ folder, due: { acknowledge, reply } });
  expect(submission?.recipient.officer?.name).toBe(officer);
});

test('the ward’s other members are offered only what stands in their own ward', () => {
  const of = context();
  const kind = chosenKind(of, { kind: 'ward-issue' });
  const who = (answers: EnquiryAnswers): string[] =>
    kind ? audiencesFor(of, kind, { kind: 'ward-issue', ...answers }).choices.map((one) => one.who) : [];
  expect(who({})).toContain('ward');
  expect(who({ wardId: 99 })).not.toContain('ward');
});

test('an audience is never wider than what was chosen, even if the protocol changes meanwhile', () => {
  const of = context({ protocol: { ...context().protocol, rules: { ...pack, audiences: [] } } });
  expect(submissionOf(of, { kind: 'casework', audience: 'gone' })?.folder).toEqual({ kind: 'member', memberId: 7 });
});

test('what was answered for a constituent and taken back is neither stored nor told', () => {
  const given: EnquiryAnswers = {
    ...{ kind: 'ward-issue', summary: 'a', description: 'b', about: 'typed', serviceId: 1, forConstituent: true, authority: 'asked' },
    ...{ constituent: 'Secret Person', constituentContact: '07700 900123', sensitive: true, othersNamed: true },
    questions: { ownMatter: false, dayToDay: false, factsOrDispute: false, purpose: 'private' }
  };
  const kind = chosenKind(context(), given);
  const relevant = (more: EnquiryAnswers): EnquiryAnswers => (kind ? relevantAnswers(context(), kind, { ...given, ...more }) : {});
  expect(relevant({})).toMatchObject({ constituent: 'Secret Person', sensitive: true });
  expect(JSON.stringify(relevant({ forConstituent: false }))).not.toMatch(/Secret|07700|sensitive|authority/);
  expect(JSON.stringify(relevant({ authority: 'nobody named' }))).not.toMatch(/Secret|07700/);
  expect(relevant({}).questions).toEqual({ ownMatter: false, dayToDay: false, factsOrDispute: false });
  expect(submissionOf(context(), { ...given, forConstituent: false })?.answers).not.toHaveProperty('constituent');
});

test('who may not add to restricted folders is offered none, and what only stands there is left to the member', () => {
  const support = context({ isMember: false, mayRestrict: false });
  const casework: EnquiryAnswers = { memberId: 7, kind: 'casework', audience: 'in-confidence' };
  const kind = chosenKind(support, casework);
  expect(kind && audiencesFor(support, kind, casework).choices.map(({ who }) => who)).toEqual(['member']);
  const concern: EnquiryAnswers = {
    memberId: 7,
    kind: 'concern',
    urgent: false,
    questions: { unlawful: false, about: 'officer', talkedDirectly: false }
  };
  expect(pagesFor(support, concern)).toEqual(['who', 'kind', 'first', 'questions-1', 'questions-2', 'stop']);
  expect(submissionOf(support, concern)).toBeUndefined();
});

test('in confidence: the Monitoring Officer has it, and no route of others is told or stored', () => {
  const { answers } = walk(context(), routine('casework', { audience: 'in-confidence' }));
  expect(submissionOf(context(), answers)).toMatchObject({ route: undefined, recipient: { officer: { name: 'Mo Monitoring' } } });
});

test('faults say what is wrong, in the order of the page', () => {
  const what: EnquiryAnswers = {
    kind: 'casework',
    summary: 'x'.repeat(121),
    description: ' ',
    neededBy: '2026-02-30',
    forConstituent: false
  };
  expect(faultsOn('what', context(), what)).toEqual([
    { field: 'summary', kind: 'too long', most: 120 },
    { field: 'description', kind: 'missing' },
    { field: 'neededBy', kind: 'not a date' }
  ]);
  expect(faultsOn('what', context(), { ...what, summary: 'a', description: 'b'.repeat(50_001), neededBy: '2026-11-23' })).toEqual([
    { field: 'description', kind: 'too long', most: 50_000 },
    { field: 'neededBy', kind: 'in the past' }
  ]);
  expect(faultsOn('what', context(), { ...what, summary: 'a', description: 'b', neededBy: '2026-11-24' })).toEqual([]);
});

/** A random answer that fits a question. */
const answerTo = ({ type, options = [] }: Question): fc.Arbitrary<Answer> => {
  const values = options.map(({ value }) => value);
  if (type === 'yes or no') return fc.boolean();
  if (type === 'one of') return fc.constantFrom(...values);
  if (type === 'some of') return fc.subarray(values, { minLength: 1 });
  return fc.constant(type === 'number' ? 3 : type === 'date' ? '2026-12-01' : 'text');
};

test('whatever is answered, every kind comes to an end: it can be sent, or it is said where it belongs', () => {
  const everyAnswer = fc.record(
    Object.fromEntries(pack.kinds.flatMap(({ questions = [] }) => questions.map((one) => [one.id, answerTo(one)])))
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...pack.kinds.map(({ id }) => id)),
      everyAnswer,
      fc.boolean(),
      fc.constantFrom(undefined, 1, null),
      fc.constantFrom('', '2026-11-26', '2027-03-01'),
      fc.boolean(),
      (kind, questions, forConstituent, serviceId, neededBy, byOfficer) => {
        const of = byOfficer ? officersContext() : context();
        if (!kindsFor(of).some(({ id }) => id === kind)) return;
        const answering: Answering = (page, within, answers) => {
          const base = routine(kind, { forConstituent })(page, within, answers);
          const enquiryKind = chosenKind(within, base);
          const own = enquiryKind
            ? questionsOn(page, within, enquiryKind, answers).map(({ id }): [string, Answer] => [id, questions[id] ?? null])
            : [];
          return {
            ...base,
            ...(page === 'service' && serviceId !== undefined ? { serviceId } : {}),
            ...(page === 'what' ? { neededBy } : {}),
            questions: { ...answers.questions, ...Object.fromEntries(own) }
          };
        };
        const { pages, answers } = walk(of, answering);
        const last = pages[pages.length - 1];
        expect(['check', 'stop']).toContain(last);
        if (last !== 'check') return;
        expect(faultsIn(of, answers)).toEqual([]);
        const submission = submissionOf(of, answers);
        expect(submission?.problems).toEqual([]);
        expect(submission?.due.reply).toBe('2026-12-08');
      }
    ),
    { numRuns: 1500 }
  );
});
