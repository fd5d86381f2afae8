import { questionsOf } from '../protocol/answers';
import type { Rules } from '../protocol/outcome';
import type { Condition, EnquiryKind, OutcomeRule, Question } from '../protocol/pack';

/** Questions that a condition turns on, through the conditions that it names. */
export function questionsIn(condition: Condition | undefined, rules: Pick<Rules, 'conditions'>, within: readonly string[] = []): string[] {
  if (condition === undefined) return [];
  const parts = [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])];
  const name = condition.condition;
  const named = name === undefined || within.includes(name) ? undefined : rules.conditions?.find(({ id }) => id === name)?.when;
  return [
    ...(condition.question === undefined ? [] : [condition.question]),
    ...parts.flatMap((part) => questionsIn(part, rules, within)),
    ...questionsIn(named, rules, [...within, String(name)])
  ];
}

const isFor = ({ kinds }: { kinds?: readonly string[] | undefined }, kind: EnquiryKind): boolean => kinds?.includes(kind.id) ?? true;

const stops = ({ outcome }: OutcomeRule): boolean => outcome === 'signpost' || outcome === 'not an enquiry';

/** What of the form matters for a kind, by the rules of the protocol. */
export interface Relevance {
  /** Which service it is about decides who takes it, or what follows. */
  service: boolean;
  /** Where it is matters: what is operational, and what ward members may see. */
  place: boolean;
  /** It may be for a constituent. */
  constituent: boolean;
  /** Fields that a rule which stops an enquiry turns on: they are asked first, before anybody writes much. */
  early: ReadonlySet<string>;
  /** Fields that any rule for this kind turns on. */
  named: ReadonlySet<string>;
}

/**
 * Works out what of the form matters for a kind: what no rule turns on and nobody needs is not asked.
 *
 * @param byOfficer an officer writes to a ward's members: never for a constituent
 */
export function relevanceOf(rules: Rules, kind: EnquiryKind, byOfficer: boolean): Relevance {
  const conditions = (rules.conditions ?? []).filter((rule) => isFor(rule, kind));
  const routes = (rules.routing ?? []).filter((route) => isFor(route, kind));
  const audiences = (rules.audiences ?? []).filter((audience) => isFor(audience, kind));
  const namedBy = (parts: readonly { when?: Condition | undefined; onlyWhen?: Condition | undefined }[]): string[] =>
    parts.flatMap(({ when, onlyWhen }) => [...questionsIn(when, rules), ...questionsIn(onlyWhen, rules)]);
  const named = new Set([...namedBy(conditions), ...namedBy(routes), ...namedBy(audiences), ...namedBy(kind.questions ?? [])]);
  const names = (...fields: string[]): boolean => fields.some((field) => named.has(field));
  const operational = routes.some(({ to }) => to.some(({ liaison }) => liaison));
  const place = operational || audiences.some(({ who }) => who === 'ward') || names('otherWards', 'place');
  return {
    // Where no route is given, the first contact of the service takes it. Ward members answer to the officer who wrote.
    service:
      (routes.length === 0 && !byOfficer) ||
      routes.some(({ to }) => to.some(({ liaison, seniority }) => liaison === true || seniority !== undefined)) ||
      names('service', 'topic'),
    place,
    constituent: !byOfficer && (place || names('forConstituent', 'authority', 'sensitive', 'othersNamed')),
    early: new Set(namedBy(conditions.filter(stops))),
    named
  };
}

/**
 * The questions of a kind in rounds: those of a round depend on questions of earlier rounds only, so they can stand on one
 * page.
 */
export function rounds(rules: Pick<Rules, 'conditions'>, kind: EnquiryKind): Question[][] {
  const own = questionsOf({ questions: [] });
  const depth = new Map<string, number>();
  const result: Question[][] = [];
  for (const question of kind.questions ?? []) {
    // Questions come before those that depend on them: a pack is checked for that.
    const depends = questionsIn(question.when, rules).filter((id) => !own.has(id) || depth.has(id));
    const round = question.when === undefined ? 0 : Math.max(1, ...depends.map((id) => (depth.get(id) ?? 0) + 1));
    depth.set(question.id, round);
    (result[round] ??= []).push(question);
  }
  return Array.from(result, (questions) => questions ?? []);
}
