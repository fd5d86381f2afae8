import type * as z from 'zod/mini';
import { isDate, questionsOf } from './answers';
import { ConditionCheck, type KindQuestions } from './checkConditions';
import { defaultStandard } from './defaultStandard';
import {
  audienceSchema,
  behaviourSchema,
  clauseSchema,
  escalationSchema,
  expectationSchema,
  kindSchema,
  principleSchema,
  questionSchema,
  roleSchema,
  routeSchema,
  ruleSchema,
  signpostSchema,
  standardSchema,
  templateSchema,
  type Condition,
  type Standard
} from './pack';
import { pathText, type PackFault, type Steps } from './packFault';

/** An entry of a pack's list that is well formed, and where it stands. */
interface Entry<T> {
  value: T;
  at: Steps;
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What a pack names, and by what each is known. */
interface Names {
  clauses: ReadonlySet<string>;
  roles: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
  signposts: ReadonlySet<string>;
  conditions: ReadonlySet<string>;
}

/** Ids of entries, of those too that are not well formed: what names them is not wrong because of that. */
const namesIn = (list: unknown, key: string): Set<string> =>
  new Set(asList(list).flatMap((entry) => (typeof asObject(entry)[key] === 'string' ? [asObject(entry)[key] as string] : [])));

/** Everything that the parts of a pack say wrongly of one another. Parts that are not well formed are left out. */
class PackCheck {
  public readonly faults: PackFault[] = [];
  private readonly raw: Record<string, unknown>;
  private readonly names: Names;
  private readonly kinds: readonly Entry<z.output<typeof kindSchema>>[];
  private readonly conditions: ConditionCheck;

  public constructor(raw: unknown) {
    this.raw = asObject(raw);
    this.names = {
      clauses: namesIn(this.raw.clauses, 'number'),
      roles: namesIn(this.raw.roles, 'id'),
      kinds: namesIn(this.raw.kinds, 'id'),
      signposts: namesIn(this.raw.signposts, 'id'),
      conditions: namesIn(this.raw.conditions, 'id')
    };
    this.kinds = this.entries('kinds', kindSchema);
    const conditions = this.entries('conditions', ruleSchema).flatMap(({ value }) =>
      value.when ? [[value.id, { when: value.when, kinds: this.kindsOf(value) }] as const] : []
    );
    this.conditions = new ConditionCheck(this.faults, this.names.conditions, new Map(conditions));
  }

  public run(): void {
    this.head();
    this.unique('clauses', 'number');
    for (const list of ['roles', 'kinds', 'signposts', 'routing', 'audiences', 'escalation', 'conditions', 'templates'])
      this.unique(list, 'id');
    for (const { value, at } of this.entries('clauses', clauseSchema)) this.known('roles', value.speaksTo, [...at, 'speaksTo'], 'role');
    this.lists();
    this.standards();
    for (const { value, at } of this.kinds) this.kind(value, at);
    this.rules();
  }

  /** The entries of a list that are well formed. */
  private entries<T>(list: string, schema: { safeParse(value: unknown): { success: boolean; data?: T } }): Entry<T>[] {
    return asList(this.raw[list]).flatMap((entry, index) => {
      const { success, data } = schema.safeParse(entry);
      return success ? [{ value: data as T, at: [list, index] }] : [];
    });
  }

  private fault(at: Steps, message: string): void {
    this.faults.push({ at, message });
  }

  private head(): void {
    for (const name of ['adopted', 'nextReview', 'ownerRole', 'retention']) {
      this.sourced(this.raw[name], [name]);
      const { value } = asObject(this.raw[name]);
      if (name !== 'ownerRole' && name !== 'retention' && typeof value === 'string') this.date(value, [name, 'value']);
    }
    for (const role of ['member', 'officer'])
      if (Array.isArray(this.raw.roles) && !this.names.roles.has(role))
        this.fault(['roles'], `There is no role with the id "${role}"; a protocol needs both members and officers`);
    const { value: adopted } = asObject(this.raw.adopted);
    const { value: review } = asObject(this.raw.nextReview);
    if (typeof adopted === 'string' && typeof review === 'string' && isDate(adopted) && isDate(review) && review <= adopted)
      this.fault(['nextReview', 'value'], `The next review, ${review}, is not after the adoption, ${adopted}`);
  }

  /** A value is left open where, and only where, its source says so. */
  private sourced(value: unknown, at: Steps): void {
    const entry = asObject(value);
    if (!('value' in entry) || typeof entry.source !== 'string') return;
    if (entry.value === null && entry.source !== 'not set')
      this.fault([...at, 'value'], `It is null, so its source must be "not set", not "${entry.source}"`);
    if (entry.value !== null && entry.source === 'not set') this.fault([...at, 'source'], 'It is "not set", so the value must be null');
  }

  private date(text: string, at: Steps): void {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !isDate(text)) this.fault(at, `There is no day ${text}`);
  }

  private unique(list: string, key: string): void {
    const seen = new Map<string, number>();
    asList(this.raw[list]).forEach((entry, index) => {
      const name = asObject(entry)[key];
      if (typeof name !== 'string') return;
      const first = seen.get(name);
      if (first === undefined) seen.set(name, index);
      else this.fault([list, index, key], `"${name}" is there already, at ${pathText([list, first])}; each needs its own`);
    });
  }

  /** Whether something is in the pack; also where its list is there and no list, since then nobody knows what would be in it. */
  private has(what: keyof Names, name: string): boolean {
    const list = this.raw[what];
    return this.names[what].has(name) || (list !== undefined && !Array.isArray(list));
  }

  private known(what: keyof Names, named: readonly string[] | undefined, at: Steps, word: string): void {
    named?.forEach((name, index) => {
      if (!this.has(what, name)) this.fault([...at, index], `There is no ${word} "${name}" in this pack`);
    });
  }

  private clauses(value: { clauses?: readonly string[] | undefined }, at: Steps): void {
    this.known('clauses', value.clauses, [...at, 'clauses'], 'clause');
  }

  /** Lists whose entries only name clauses and roles. */
  private lists(): void {
    for (const { value, at } of this.entries('principles', principleSchema)) this.clauses(value, at);
    for (const { value, at } of this.entries('signposts', signpostSchema)) {
      this.clauses(value, at);
      if (value.contact && Object.keys(value.contact).length === 0)
        this.fault([...at, 'contact'], 'It names nobody; give at least one of name, service, seniority, outOfHours, phone, email, link');
    }
    for (const { value, at } of this.entries('roles', roleSchema)) {
      value.does.forEach((point, index) => this.clauses(point, [...at, 'does', index]));
      value.doesNot?.forEach((point, index) => this.clauses(point, [...at, 'doesNot', index]));
    }
    for (const { value, at } of this.entries('behaviours', behaviourSchema)) {
      this.clauses(value, at);
      this.known('roles', value.roles, [...at, 'roles'], 'role');
    }
    for (const { value, at } of this.entries('expectations', expectationSchema)) {
      this.clauses(value, at);
      for (const side of ['who', 'of'] as const)
        if (!this.has('roles', value[side])) this.fault([...at, side], `There is no role "${value[side]}" in this pack`);
    }
    for (const { value, at } of this.entries('escalation', escalationSchema)) {
      this.known('roles', value.for, [...at, 'for'], 'role');
      value.steps.forEach((step, index) => this.clauses(step, [...at, 'steps', index]));
    }
    for (const { value, at } of this.entries('templates', templateSchema)) this.known('kinds', value.kinds, [...at, 'kinds'], 'kind');
  }

  private standards(): void {
    const all = asObject(this.raw.standards);
    if (typeof this.raw.standards !== 'object' || this.raw.standards === null) return;
    const general = asObject(all[defaultStandard]);
    if (!(defaultStandard in all)) this.fault(['standards'], 'There is no "default": the standards of kinds without their own');
    else
      for (const name of Object.keys(standardSchema.shape))
        if (!(name in general))
          this.fault(
            ['standards', defaultStandard, name],
            'It is missing; "default" has all five: what is left open has the value null and the source "not set"'
          );
    for (const [kind, raw] of Object.entries(all)) {
      const at = ['standards', kind];
      if (kind !== defaultStandard && !this.has('kinds', kind)) this.fault(at, `There is no kind "${kind}" in this pack`);
      for (const [name, value] of Object.entries(asObject(raw))) this.sourced(value, [...at, name]);
      const { success, data } = standardSchema.safeParse(raw);
      if (success) this.standard({ ...this.generalStandard(), ...data }, at);
    }
  }

  private generalStandard(): Standard {
    return standardSchema.safeParse(asObject(this.raw.standards)[defaultStandard]).data ?? {};
  }

  /** What a standard's days say of one another. */
  private standard({ acknowledge, reply, extension }: Standard, at: Steps): void {
    const [first, second, third] = [acknowledge?.value, reply?.value, extension?.value];
    if (typeof first === 'number' && typeof second === 'number' && first > second)
      this.fault(
        [...at, 'acknowledge', 'value'],
        `An enquiry would be acknowledged after ${first} working days, later than it is answered, after ${second}`
      );
    if (typeof second === 'number' && typeof third === 'number' && third < second)
      this.fault(
        [...at, 'extension', 'value'],
        `It is less than the ${second} working days of the reply; it says how long the reply may take in all`
      );
  }

  private kind(value: z.output<typeof kindSchema>, at: Steps): void {
    this.clauses(value, at);
    this.sourced(value.notice, [...at, 'notice']);
    this.known('roles', value.askedBy, [...at, 'askedBy'], 'role');
    value.declineGrounds?.forEach((ground, index) => this.clauses(ground, [...at, 'declineGrounds', index]));
    const questions = questionsOf({ questions: [] });
    const seen = new Map(questions);
    const asked = questionsOf(value);
    value.questions?.forEach((question, index) => {
      const here = [...at, 'questions', index];
      if (questions.has(question.id))
        this.fault([...here, 'id'], `"${question.id}" is what the form asks of every enquiry; give this question another id`);
      else if (seen.has(question.id)) this.fault([...here, 'id'], `This kind has another question "${question.id}"`);
      this.question(question, here);
      // A question can only turn on what was asked before it.
      if (question.when) this.conditions.check(question.when, [...here, 'when'], [[value.id, seen, asked]]);
      seen.set(question.id, question);
    });
  }

  private question(question: z.output<typeof questionSchema>, at: Steps): void {
    this.clauses(question, at);
    const isChoice = question.type === 'one of' || question.type === 'some of';
    if (isChoice && !question.options)
      this.fault([...at, 'options'], `It is missing; a question of the type "${question.type}" needs what can be chosen`);
    if (!isChoice && question.options) this.fault([...at, 'options'], `A question of the type "${question.type}" has no options`);
    const values = (question.options ?? []).map(({ value }) => value);
    values.forEach((value, index) => {
      if (values.indexOf(value) !== index) this.fault([...at, 'options', index, 'value'], `"${value}" is there already`);
    });
  }

  /** Rules that turn on answers: conditions, routing, audiences. */
  private rules(): void {
    for (const { value, at } of this.entries('conditions', ruleSchema)) {
      this.rule(value, at, [value.id]);
      if (value.outcome === 'signpost' && value.signpost === undefined)
        this.fault([...at, 'signpost'], 'It is missing: the outcome is "signpost"');
      if (value.outcome === 'go on with advice' && value.advice === undefined)
        this.fault([...at, 'advice'], 'It is missing: the outcome is "go on with advice"');
      if (value.outcome === 'not an enquiry' && value.advice === undefined && value.signpost === undefined)
        this.fault([...at, 'advice'], 'It is missing: say why it is not an enquiry, or name a signpost');
      if (value.when === undefined && value.kinds === undefined && value.outcome !== undefined && value.outcome !== 'go on with advice')
        this.fault([...at, 'when'], 'It is missing, and so is "kinds": no enquiry of any kind could be raised');
      if (value.outcome === undefined && value.when === undefined)
        this.fault([...at, 'when'], 'It is missing: without an outcome, this is a condition that others name');
      if (value.signpost !== undefined && !this.has('signposts', value.signpost))
        this.fault([...at, 'signpost'], `There is no signpost "${value.signpost}" in this pack`);
    }
    for (const { value, at } of this.entries('routing', routeSchema)) {
      this.rule(value, at);
      value.to.forEach((one, index) => {
        if (Object.keys(one).length !== 1)
          this.fault([...at, 'to', index], 'It must have exactly one of liaison, seniority, service, post');
      });
    }
    for (const { value, at } of this.entries('audiences', audienceSchema)) {
      this.rule(value, at);
      if (value.onlyWhen) this.conditions.check(value.onlyWhen, [...at, 'onlyWhen'], this.kindsOf(value));
    }
  }

  private rule(
    value: { kinds?: readonly string[] | undefined; when?: Condition | undefined; clauses?: readonly string[] | undefined },
    at: Steps,
    within: readonly string[] = []
  ): void {
    this.clauses(value, at);
    this.known('kinds', value.kinds, [...at, 'kinds'], 'kind');
    if (!value.when) return;
    this.conditions.check(value.when, [...at, 'when'], this.kindsOf(value), within);
  }

  /** The kinds that a rule is for; those that are not well formed may have any question, and are left out. */
  private kindsOf({ kinds }: { kinds?: readonly string[] | undefined }): KindQuestions[] {
    return this.kinds
      .filter(({ value: { id } }) => kinds?.includes(id) ?? true)
      .map(({ value }) => [value.id, questionsOf(value), questionsOf(value)]);
  }
}

/** What the parts of a pack say wrongly of one another: names of nothing, doubles, conditions that cannot be evaluated. */
export function checkPack(raw: unknown): PackFault[] {
  const check = new PackCheck(raw);
  check.run();
  return check.faults;
}
