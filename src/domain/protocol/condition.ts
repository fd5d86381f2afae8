import { comparisons, comparisonsIn, type Answer, type Answers, type Asked, type Comparison } from './answers';
import type { Condition } from './pack';

/** What a condition comes to: undefined while an answer that it turns on has not been given. */
export type Held = boolean | undefined;

/** A condition that cannot be evaluated: the pack is wrong. It is shown to owners and never counts as false. */
export class ConditionError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = 'ConditionError';
  }
}

/** What conditions are evaluated with. */
export interface Evaluation {
  answers: Answers;
  /** Questions that there are. */
  questions: ReadonlyMap<string, Asked>;
  /** Conditions of the pack, by id; one without a condition of its own always holds. */
  conditions: ReadonlyMap<string, Condition | undefined>;
  /** Told of each question that an answer is missing to. */
  missing?: (question: string) => void;
}

/** No answer: nothing is equal to it. */
const isEmpty = (answer: Answer): boolean => answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);

const fits: Record<Asked['type'], (answer: Answer) => boolean> = {
  'yes or no': (answer) => typeof answer === 'boolean',
  'one of': (answer) => typeof answer === 'string',
  'some of': (answer) => Array.isArray(answer),
  text: (answer) => typeof answer === 'string',
  date: (answer) => typeof answer === 'string',
  number: (answer) => typeof answer === 'number'
};

/** The comparisons, for answers that are given. Dates compare as texts, year first. */
const compare: Record<Exclude<Comparison, 'isGiven'>, (answer: Answer, condition: Condition) => boolean> = {
  is: (answer, condition) => answer === condition.is,
  isNot: (answer, condition) => answer !== condition.isNot,
  isOneOf: (answer, condition) => (condition.isOneOf ?? []).some((one) => one === answer),
  includes: (answer, condition) => (answer as readonly string[]).includes(String(condition.includes)),
  atLeast: (answer, condition) => Number(answer) >= Number(condition.atLeast),
  atMost: (answer, condition) => Number(answer) <= Number(condition.atMost),
  before: (answer, condition) => String(answer) < String(condition.before),
  after: (answer, condition) => String(answer) > String(condition.after)
};

function compareAnswer(condition: Condition, name: string, { answers, questions, missing }: Evaluation): Held {
  const question = questions.get(name);
  if (!question) throw new ConditionError(`There is no question "${name}"`);
  const [comparison, ...more] = comparisonsIn(condition);
  if (comparison === undefined || more.length > 0) throw new ConditionError(`The condition on "${name}" needs exactly one comparison`);
  if (!(comparisons[comparison] as readonly string[]).includes(question.type))
    throw new ConditionError(`"${comparison}" cannot be used for "${name}", which is answered by ${question.type}`);
  const answer = answers[name];
  if (answer === undefined) {
    missing?.(name);
    return undefined;
  }
  if (comparison === 'isGiven') return isEmpty(answer) !== condition.isGiven;
  // Left empty: it is nothing, and so not what it is compared with.
  if (isEmpty(answer)) return comparison === 'isNot';
  if (!fits[question.type](answer)) throw new ConditionError(`The answer to "${name}" is no answer by ${question.type}`);
  return compare[comparison](answer, condition);
}

/** All hold, as far as is known; one that does not settles it. */
function every(parts: readonly Held[]): Held {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

/**
 * Whether a condition holds; undefined while that turns on something that has not been answered.
 *
 * @throws ConditionError where it cannot be evaluated: an unknown question or condition, a comparison that does not go
 *   with the question, conditions that name one another in a circle
 */
export function holds(condition: Condition, evaluation: Evaluation, within: readonly string[] = []): Held {
  const forms = (['all', 'any', 'not', 'condition', 'question'] as const).filter((form) => condition[form] !== undefined);
  if (forms.length !== 1) throw new ConditionError('A condition has exactly one of all, any, not, condition, question');
  // Every part is looked at, so that a part that cannot be evaluated shows even where another settles it.
  const parts = (conditions: readonly Condition[]): Held[] => conditions.map((one) => holds(one, evaluation, within));
  const negated = (held: Held): Held => (held === undefined ? undefined : !held);
  if (condition.all) return every(parts(condition.all));
  if (condition.any) return negated(every(parts(condition.any).map(negated)));
  if (condition.not) return negated(holds(condition.not, evaluation, within));
  if (condition.question !== undefined) return compareAnswer(condition, condition.question, evaluation);
  const name = String(condition.condition);
  if (!evaluation.conditions.has(name)) throw new ConditionError(`There is no condition "${name}"`);
  if (within.includes(name)) throw new ConditionError(`The condition "${name}" depends on itself`);
  const named = evaluation.conditions.get(name);
  return named === undefined || holds(named, evaluation, [...within, name]);
}
