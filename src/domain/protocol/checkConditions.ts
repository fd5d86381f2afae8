import { comparisons, comparisonsIn, isDate, type Asked, type Comparison } from './answers';
import type { Condition } from './pack';
import type { PackFault, Steps } from './packFault';

/** A kind's id, the questions asked before a place in it, and all of its questions. */
export type KindQuestions = readonly [kind: string, before: ReadonlyMap<string, Asked>, all: ReadonlyMap<string, Asked>];

/** A condition that others may name, and the kinds that it is for. */
export interface NamedCondition {
  when: Condition;
  kinds: readonly KindQuestions[];
}

/** Names, for people. */
export const quoted = (names: Iterable<string>): string => [...names].map((name) => `"${name}"`).join(', ') || 'none';

/** Everything that makes conditions of a pack impossible to evaluate. */
export class ConditionCheck {
  /** What is told of each condition at its own place. */
  private readonly told = new Map<string, readonly string[]>();

  public constructor(
    private readonly faults: PackFault[],
    /** Ids of all conditions, of those too that are not well formed. */
    private readonly names: ReadonlySet<string>,
    private readonly conditions: ReadonlyMap<string, NamedCondition>
  ) {}

  /** @param kinds for which the condition is evaluated; without any, its form alone is looked at */
  public check(condition: Condition, at: Steps, kinds: readonly KindQuestions[], within: readonly string[] = []): void {
    const forms = (['all', 'any', 'not', 'condition', 'question'] as const).filter((form) => condition[form] !== undefined);
    const found = comparisonsIn(condition);
    if (forms.length !== 1) {
      this.fault(at, `It must have exactly one of "all", "any", "not", "condition", "question"; it has ${quoted(forms)}`);
      return;
    }
    if (condition.question === undefined && found.length > 0) this.fault(at, `A comparison (${quoted(found)}) goes with a "question"`);
    condition.all?.forEach((one, index) => this.check(one, [...at, 'all', index], kinds, within));
    condition.any?.forEach((one, index) => this.check(one, [...at, 'any', index], kinds, within));
    if (condition.not) this.check(condition.not, [...at, 'not'], kinds, within);
    if (condition.condition !== undefined) this.named(condition.condition, at, kinds, within);
    if (condition.question !== undefined) this.comparison(condition.question, condition, found, at, kinds);
  }

  /** A condition that another names: there, not in a circle, and evaluable for the kinds of the other. */
  private named(name: string, at: Steps, kinds: readonly KindQuestions[], within: readonly string[]): void {
    if (!this.names.has(name)) this.fault([...at, 'condition'], `There is no condition "${name}" in this pack`);
    else if (within.includes(name))
      this.fault(
        [...at, 'condition'],
        within[within.length - 1] === name
          ? `The condition "${name}" names itself`
          : `The conditions ${quoted([...within, name])} name one another in a circle`
      );
    const other = this.conditions.get(name);
    if (!other || within.includes(name)) return;
    // What is wrong with the other for its own kinds is told at its own place.
    const told = this.toldOf(name, other);
    const here = this.faultsOf(other.when, kinds, [...within, name]).find((message) => !told.includes(message));
    if (here !== undefined) this.fault([...at, 'condition'], `The condition "${name}" cannot be evaluated here: ${here}`);
  }

  private toldOf(name: string, { when, kinds }: NamedCondition): readonly string[] {
    const known = this.told.get(name);
    if (known) return known;
    // Conditions in a circle come back to here: by then nothing more has to be known of them.
    this.told.set(name, []);
    const found = this.faultsOf(when, kinds, [name]);
    this.told.set(name, found);
    return found;
  }

  private faultsOf(condition: Condition, kinds: readonly KindQuestions[], within: readonly string[]): string[] {
    const before = this.faults.length;
    this.check(condition, [], kinds, within);
    return this.faults.splice(before).map(({ message }) => message);
  }

  private comparison(name: string, condition: Condition, found: readonly Comparison[], at: Steps, kinds: readonly KindQuestions[]): void {
    const without = kinds.filter(([, before]) => !before.has(name));
    if (without.length > 0) {
      const [kind, , all] = without[0] as KindQuestions;
      this.fault(
        [...at, 'question'],
        all.has(name)
          ? `"${name}" is asked after this question of the kind "${kind}"; a question can only turn on one before it`
          : `"${name}" is not asked for ${quoted(without.map(([id]) => id))}: ask it there too, or say with "kinds" for which kinds this is`
      );
      return;
    }
    const [comparison] = found;
    if (comparison === undefined || found.length > 1) {
      this.fault(at, `It must have exactly one comparison (${quoted(Object.keys(comparisons))}); it has ${quoted(found)}`);
      return;
    }
    for (const [, questions] of kinds) {
      const question = questions.get(name) as Asked;
      const message = this.unfit(question, comparison, condition);
      if (message === undefined) continue;
      this.fault([...at, comparison], message);
      return;
    }
  }

  /** Why a comparison cannot be made with a question's answers. */
  private unfit({ id, type, options }: Asked, comparison: Comparison, condition: Condition): string | undefined {
    if (!(comparisons[comparison] as readonly string[]).includes(type))
      return `"${comparison}" cannot be used for "${id}", which is answered by ${type}`;
    const wanted = [condition[comparison]].flat();
    if (comparison === 'isGiven' || comparison === 'atLeast' || comparison === 'atMost') return undefined;
    const needs = { 'yes or no': 'boolean', number: 'number', text: 'string', date: 'string', 'one of': 'string', 'some of': 'string' }[
      type
    ];
    const wrong = wanted.find((value) => typeof value !== needs);
    if (wrong !== undefined) return `${JSON.stringify(wrong)} is no answer to "${id}", which is answered by ${type}`;
    if (type === 'date' && wanted.some((value) => !isDate(String(value)))) return `There is no day ${String(wanted[0])}`;
    const values = type === 'one of' || type === 'some of' ? options?.map(({ value }) => value) : undefined;
    const strange = values && wanted.find((value) => !values.includes(String(value)));
    return strange === undefined ? undefined : `"${String(strange)}" is none of the options of "${id}": ${quoted(values ?? [])}`;
  }

  private fault(at: Steps, message: string): void {
    this.faults.push({ at, message });
  }
}
