import type { PlainDate } from '../members/term';
import type { Condition, EnquiryKind, Question } from './pack';

/** What was answered: null where a question was left empty. A question that has not been asked yet is not there. */
export type Answer = boolean | number | string | readonly string[] | null;
export type Answers = Readonly<Record<string, Answer>>;

/** What a condition has to know of a question. */
export type Asked = Pick<Question, 'id' | 'type'> & { options?: readonly { value: string }[] | undefined };

const options = (...values: string[]): { value: string }[] => values.map((value) => ({ value }));

/**
 * Questions that the form asks of every enquiry, and what it works out by itself. Conditions of any pack may name them;
 * README, "Writing a pack", says the same to authors.
 */
export const commonQuestions: readonly Asked[] = [
  // Is anyone at risk, or can it not wait until the next working day?
  { id: 'urgent', type: 'yes or no' },
  // The service or topic chosen, as the directory calls it.
  { id: 'service', type: 'text' },
  { id: 'topic', type: 'text' },
  // Wards besides the member's own are concerned.
  { id: 'otherWards', type: 'yes or no' },
  { id: 'place', type: 'text' },
  { id: 'description', type: 'text' },
  { id: 'wanted', type: 'text' },
  // A reference of an earlier request, to the council or by report of a routine matter.
  { id: 'earlierReference', type: 'text' },
  { id: 'neededBy', type: 'date' },
  // It is raised for a constituent.
  { id: 'forConstituent', type: 'yes or no' },
  { id: 'authority', type: 'one of', options: options('asked', 'written', 'household', 'nobody named') },
  { id: 'sensitive', type: 'yes or no' },
  { id: 'othersNamed', type: 'yes or no' },
  // Worked out: a role of the pack; whether neededBy leaves the notice that the kind needs; working days until neededBy.
  { id: 'askedBy', type: 'text' },
  { id: 'enoughNotice', type: 'yes or no' },
  { id: 'workingDaysLeft', type: 'number' }
];

/** Questions that conditions for a kind may name. */
export const questionsOf = (kind: Pick<EnquiryKind, 'questions'>): ReadonlyMap<string, Asked> =>
  new Map([...commonQuestions, ...(kind.questions ?? [])].map((question) => [question.id, question]));

/** Comparisons that a condition may have, and the kinds of answer that each can be made with. */
export const comparisons = {
  is: ['yes or no', 'one of', 'text', 'number', 'date'],
  isNot: ['yes or no', 'one of', 'text', 'number', 'date'],
  isOneOf: ['one of', 'text', 'number'],
  includes: ['some of'],
  isGiven: ['yes or no', 'one of', 'some of', 'text', 'date', 'number'],
  atLeast: ['number'],
  atMost: ['number'],
  before: ['date'],
  after: ['date']
} as const satisfies Partial<Record<keyof Condition, readonly Question['type'][]>>;
export type Comparison = keyof typeof comparisons;

/** Comparisons that stand in a condition. */
export const comparisonsIn = (condition: Condition): Comparison[] =>
  (Object.keys(comparisons) as Comparison[]).filter((name) => condition[name] !== undefined);

/** Whether a text is a date that there is. */
export function isDate(text: string): text is PlainDate {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T12:00:00Z`) : new Date(NaN);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
