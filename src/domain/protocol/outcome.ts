import { questionsOf, type Answers } from './answers';
import { ConditionError, holds, type Evaluation, type Held } from './condition';
import { pathText, type PackFault } from './packFault';
import type { Audience, Condition, EnquiryKind, OutcomeRule, ProtocolPack, Question, Route, Signpost } from './pack';

/** What a pack's rules need. */
export interface Rules extends Pick<ProtocolPack, 'kinds' | 'conditions' | 'signposts' | 'routing' | 'audiences'> {
  /** What is wrong in the lists that the rules were read from: a rule that could not be read does not count as one that does not apply. */
  faults?: readonly PackFault[];
}

/** A rule that could not be worked out. Owners are shown it; nobody is told that it did not apply. */
export interface RuleProblem {
  /** Which: "condition noticeTooShort", "routing liaison". */
  rule: string;
  message: string;
}

/** Something that a member is told before going on. */
export interface Advice {
  /** The condition that it comes from. */
  id: string;
  text: string;
  clauses: readonly string[];
}

/** What follows from a kind and answers. */
export interface Outcome {
  kind: 'go on' | 'go on with advice' | 'signpost' | 'not an enquiry';
  advice: Advice[];
  /** Where the matter belongs instead. */
  signpost?: Signpost;
  /** Why it stops: the condition's words. */
  reason?: Advice;
  /** Clauses that say so, each once. */
  clauses: string[];
  /** Questions that something still turns on. While there are any, more may follow. */
  unanswered: string[];
  problems: RuleProblem[];
}

/** A question that is asked, in its turn. */
interface Context {
  rules: Rules;
  kind: EnquiryKind;
  answers: Answers;
}

const appliesTo = ({ kinds }: { kinds?: readonly string[] | undefined }, kind: EnquiryKind): boolean => kinds?.includes(kind.id) ?? true;

/** The kind of enquiry with an id. */
export const kindOf = ({ kinds }: Pick<Rules, 'kinds'>, id: string): EnquiryKind | undefined => kinds.find((kind) => kind.id === id);

function evaluationOf({ rules, kind, answers }: Context, missing: (question: string) => void): Evaluation {
  return {
    answers,
    questions: questionsOf(kind),
    conditions: new Map<string, Condition | undefined>((rules.conditions ?? []).map(({ id, when }) => [id, when])),
    missing
  };
}

/** Evaluates conditions and keeps what went wrong, and which answers are missing. */
class Judge {
  public readonly problems: RuleProblem[] = [];
  public readonly unanswered = new Set<string>();
  private readonly context: Context;

  /** @param parts of the pack that the answer comes from */
  public constructor(context: Context, parts: readonly string[]) {
    this.context = context;
    // A question that is not asked has no answer, whatever was answered before that changed.
    for (const question of context.kind.questions ?? []) {
      if (question.when === undefined || this.applies('question', question) !== false) continue;
      this.context = { ...this.context, answers: { ...this.context.answers, [question.id]: null } };
    }
    this.problems.length = 0;
    const faults = (context.rules.faults ?? []).filter(({ at }) => parts.includes(String(at[0])));
    this.problems.push(...faults.map(({ at, message }) => ({ rule: pathText(at), message })));
    this.unanswered.clear();
  }

  /** Whether a rule applies; undefined if that is not known, or cannot be worked out. */
  public applies(what: string, rule: { id: string; when?: Condition | undefined; kinds?: readonly string[] | undefined }): Held {
    if (!appliesTo(rule, this.context.kind)) return false;
    if (rule.when === undefined) return true;
    try {
      return holds(
        rule.when,
        evaluationOf(this.context, (question) => this.unanswered.add(question))
      );
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      this.problems.push({ rule: `${what} ${rule.id}`, message: error.message });
      return undefined;
    }
  }
}

const adviceOf = ({ id, advice = '', clauses = [] }: OutcomeRule): Advice => ({ id, text: advice, clauses });

/**
 * What follows from a kind and the answers so far. The first condition of the pack that stops an enquiry decides; advice
 * adds up.
 *
 * @param answers of the questions that were asked; one that was left empty is null
 */
export function outcomeOf(rules: Rules, kind: EnquiryKind, answers: Answers): Outcome {
  const judge = new Judge({ rules, kind, answers }, ['conditions', 'signposts']);
  const applying = (rules.conditions ?? []).filter((rule) => rule.outcome !== undefined && judge.applies('condition', rule) === true);
  const advice = applying.filter(({ outcome }) => outcome === 'go on with advice').map(adviceOf);
  const stop = applying.find(({ outcome }) => outcome !== 'go on with advice');
  const signpost = (rules.signposts ?? []).find(({ id }) => id === stop?.signpost);
  const told = stop ? [adviceOf(stop)] : advice;
  const clauses = [...told.flatMap((one) => one.clauses), ...(signpost?.clauses ?? [])];
  return {
    kind: (stop?.outcome as Outcome['kind'] | undefined) ?? (advice.length > 0 ? 'go on with advice' : 'go on'),
    advice,
    ...(signpost ? { signpost } : {}),
    ...(stop ? { reason: adviceOf(stop) } : {}),
    clauses: [...new Set(clauses)],
    unanswered: [...judge.unanswered],
    problems: judge.problems
  };
}

/** The questions of a kind that are to be asked, as far as the answers tell. One whose condition cannot be worked out is asked. */
export function questionsToAsk(rules: Rules, kind: EnquiryKind, answers: Answers): { questions: Question[]; problems: RuleProblem[] } {
  const judge = new Judge({ rules, kind, answers }, ['kinds']);
  const questions = (kind.questions ?? []).filter((question) => {
    const before = judge.problems.length;
    return judge.applies('question', question) === true || judge.problems.length > before;
  });
  return { questions, problems: judge.problems };
}

/** Who takes an enquiry: the first route that applies; none where the first contact of the service does. */
export function routeOf(rules: Rules, kind: EnquiryKind, answers: Answers): { route?: Route; problems: RuleProblem[] } {
  const judge = new Judge({ rules, kind, answers }, ['routing']);
  const route = (rules.routing ?? []).find((one) => judge.applies('routing', one) === true);
  return { ...(route ? { route } : {}), problems: judge.problems };
}

/** Who may see it: what a member can choose, and what is chosen unless they do. */
export interface Audiences {
  choices: Audience[];
  chosen?: Audience;
  problems: RuleProblem[];
}

/** The audiences that a member may choose for an enquiry. The narrowest that there is is chosen where no condition says another. */
export function audiencesOf(rules: Rules, kind: EnquiryKind, answers: Answers): Audiences {
  const judge = new Judge({ rules, kind, answers }, ['audiences']);
  const choices = (rules.audiences ?? []).filter(
    (audience) =>
      appliesTo(audience, kind) &&
      // Until it is known that it may be chosen it is not offered: an audience cannot be narrowed later.
      (audience.onlyWhen === undefined || judge.applies('audience', { id: audience.id, when: audience.onlyWhen }) === true)
  );
  const chosen =
    choices.find((audience) => audience.when !== undefined && judge.applies('audience', audience) === true) ??
    choices.find(({ who }) => who === 'member') ??
    choices[0];
  return { choices, ...(chosen ? { chosen } : {}), problems: judge.problems };
}
