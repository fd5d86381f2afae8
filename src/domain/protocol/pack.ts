import * as z from 'zod/mini';
import { seniorities } from '../officers/officer';

/**
 * What a protocol pack is: a council's adopted protocol as data. The JSON schema that authors write by
 * (sharepoint/protocols/pack.schema.json) is made from this file, descriptions included.
 */

// SharePoint's content security policy forbids code that is made at run time.
z.config({ jitless: true });

const said = (description: string): ReturnType<typeof z.describe> => z.describe(description);
const noEmptyText = z.minLength(1);

/** Where a value is from, and where anything else is from: only a value can be left open. */
export const valueSourcePattern = /^(paragraph \S.*|our default|not set)$/;
export const sourcePattern = /^(paragraph \S.*|our default)$/;
const source = z
  .string()
  .check(
    z.regex(sourcePattern),
    z.maxLength(255),
    said(
      'Where this is from: "paragraph 7.2" (or another place in the document), or "our default" for what the document does not say and the pack proposes'
    )
  );
const valueSource = z
  .string()
  .check(
    z.regex(valueSourcePattern),
    z.maxLength(255),
    said(
      'Where this is from: "paragraph 7.2" (or another place in the document), "our default" for what the document does not say and the pack proposes, "not set" for what is left open'
    )
  );

const text = (description: string): z.ZodMiniString<string> => z.string().check(noEmptyText, z.regex(/\S/), said(description));
/** A text that stands in a one-line column of a list. */
const line = (description: string): z.ZodMiniString<string> =>
  z.string().check(noEmptyText, z.regex(/\S/), z.maxLength(255), z.regex(/^[^\r\n]*$/), said(description));
const id = (description: string): z.ZodMiniString<string> =>
  z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]*$/), said(`${description}. Letters, digits and hyphens, a small letter first`));
const list = <T extends z.ZodMiniType>(item: T, description: string): z.ZodMiniArray<T> => z.array(item).check(said(description));
const some = <T extends z.ZodMiniType>(item: T, description: string): z.ZodMiniArray<T> =>
  z.array(item).check(z.minLength(1), said(description));
const oneOf = <T extends readonly [string, ...string[]]>(values: T, description: string): z.ZodMiniEnum<{ [K in T[number]]: K }> =>
  z.enum(values).check(said(description)) as z.ZodMiniEnum<{ [K in T[number]]: K }>;
const clauses = z.optional(list(text('A clause by its number'), 'Clauses that say so, by number'));
const date = (description: string): z.ZodMiniString<string> =>
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), said(`${description}, as 2027-06-30`));

type Sourced<T extends z.ZodMiniType> = z.ZodMiniObject<{ value: z.ZodMiniNullable<T>; source: z.ZodMiniString<string> }, z.core.$strict>;
/** A value and where it is from: null, and only null, where the source is "not set". */
const sourced = <T extends z.ZodMiniType>(value: T, description: string): Sourced<T> =>
  z.strictObject({ value: z.nullable(value), source: valueSource }).check(said(description));
const days = (description: string): Sourced<z.ZodMiniNumber<number>> =>
  sourced(z.int().check(z.minimum(0), z.maximum(250), said('Working days')), `${description}, in working days`);

/** An answer that a condition compares with. */
const compared = z.union([z.boolean(), z.number(), z.string()]);

/** A condition, as far as its shape goes; what it says is checked by `checkPack`. */
export interface Condition {
  all?: Condition[];
  any?: Condition[];
  not?: Condition;
  /** Another condition of the pack, by its id. */
  condition?: string;
  /** What is asked: a question of the kind, or one that the form asks of every enquiry. */
  question?: string;
  is?: boolean | number | string;
  isNot?: boolean | number | string;
  isOneOf?: (boolean | number | string)[];
  includes?: string;
  isGiven?: boolean;
  atLeast?: number;
  atMost?: number;
  before?: string;
  after?: string;
}

/** A condition within another. */
const nested: z.ZodMiniType<Condition, Condition> = z.lazy(() => conditionSchema);

export const conditionSchema: z.ZodMiniType<Condition, Condition> = z
  .strictObject({
    all: z.optional(some(nested, 'All of these hold')),
    any: z.optional(some(nested, 'At least one of these holds')),
    not: z.optional(nested),
    condition: z.optional(id('Another condition of this pack, by its id')),
    question: z.optional(
      id(
        'What is asked: a question of the kind by its id, or one that the form asks of every enquiry (see README). With exactly one comparison'
      )
    ),
    is: z.optional(compared.check(said('The answer is this: true or false for yes or no, else the value of an option, a number, a text'))),
    isNot: z.optional(compared.check(said('The answer is something else'))),
    isOneOf: z.optional(some(compared, 'The answer is one of these')),
    includes: z.optional(text('Among the answers of a "some of" question is this')),
    isGiven: z.optional(z.boolean().check(said('true: something was answered; false: it was left empty'))),
    atLeast: z.optional(z.number().check(said('The number is this or more'))),
    atMost: z.optional(z.number().check(said('The number is this or less'))),
    before: z.optional(date('The date is before this')),
    after: z.optional(date('The date is after this'))
  })
  .check(
    said(
      'When something holds: {"question": ..., and one comparison}, {"condition": id}, or several joined by "all", "any" and "not". What has not been answered is neither true nor false'
    )
  );

export const questionTypes = ['yes or no', 'one of', 'some of', 'text', 'date', 'number'] as const;

export const questionSchema = z.strictObject({
  id: id('The question, as conditions name it'),
  text: text('What is asked'),
  hint: z.optional(text('One short sentence under the question')),
  type: oneOf(questionTypes, 'What kind of answer it takes'),
  options: z.optional(
    some(
      z.strictObject({ value: text('What conditions compare with'), label: text('What people read') }),
      'For "one of" and "some of": what can be chosen'
    )
  ),
  optional: z.optional(z.boolean().check(said('Whether it may be left empty'))),
  when: z.optional(conditionSchema.check(said('It is asked only when this holds; what comes before it can be named'))),
  clauses,
  source
});

export const clauseSchema = z.strictObject({
  number: z
    .string()
    .check(
      z.regex(/^[0-9A-Za-z][0-9A-Za-z.()-]*$/),
      said('As the document has it: 7.3. Where it does not number its paragraphs, the number of the section with a letter: 5a')
    ),
  heading: line('What it is about, in a few words'),
  text: text('What it says, in plain English. A line of its own for each paragraph; lines that begin with "- " are a list'),
  speaksTo: some(id('A role of this pack'), 'Whom it tells what to do, or what they may expect'),
  topics: list(text('A way in which people ask for it'), "In people's own words: the search finds the clause by them"),
  source
});

export const standardSchema = z.strictObject({
  acknowledge: z.optional(days('By when an enquiry is acknowledged: 1 is by the end of the next working day')),
  reply: z.optional(days('By when it is answered')),
  keepOpen: z.optional(days('How long it stays open after the reply, for further questions')),
  extension: z.optional(days('How long the reply may take in all, if the member agrees')),
  dayEnds: z.optional(
    sourced(
      z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/), said('As 17:00')),
      'When the working day ends: what comes later counts as come on the next working day'
    )
  )
});

const contactSchema = z
  .strictObject({
    name: z.optional(text('Team or office')),
    service: z.optional(text("A service of the officer directory, by its title: the directory's contact is shown")),
    seniority: z.optional(oneOf(seniorities, 'An officer of that level, of the service concerned')),
    outOfHours: z.optional(z.literal(true).check(said('The out-of-hours line, as the directory has it'))),
    phone: z.optional(text('Telephone number')),
    email: z.optional(z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/), said('E-mail address'))),
    link: z.optional(z.string().check(z.regex(/^https:\/\/\S+$/), said('Address of a page, https')))
  })
  .check(said('Whom to turn to: at least one of these. The whole may be left out'));

export const kindSchema = z.strictObject({
  id: id('The kind, as conditions and standards name it. It never changes: enquiries keep it'),
  title: line('What a member reads when choosing'),
  guidance: text('What it is for, and what to know before sending'),
  askedBy: z.optional(some(id('A role of this pack'), 'Who raises it; without this, members')),
  questions: z.optional(list(questionSchema, 'What is asked besides the questions that every enquiry has')),
  notice: z.optional(days('How much notice it needs')),
  declineGrounds: z.optional(
    list(
      z.strictObject({
        id: id('The ground'),
        text: text('What it says'),
        decidedBy: z.optional(text('Who decides that it applies')),
        disputeTo: z.optional(text('Who decides where the member disagrees')),
        clauses,
        source
      }),
      'For what reasons it may be declined'
    )
  ),
  clauses,
  source
});

export const outcomes = ['go on with advice', 'signpost', 'not an enquiry'] as const;

export const ruleSchema = z.strictObject({
  id: id('The condition, as others name it'),
  kinds: z.optional(some(id('A kind of this pack'), 'To which kinds it applies; without this, to all')),
  when: z.optional(conditionSchema),
  outcome: z.optional(
    oneOf(outcomes, 'What follows; without this, nothing: other conditions name it. The first that stops an enquiry decides')
  ),
  advice: z.optional(text('What the member is told')),
  signpost: z.optional(id('Where the matter belongs: a signpost of this pack')),
  clauses,
  source
});

export const signpostSchema = z.strictObject({
  id: id('The signpost, as conditions name it'),
  title: text('Where the matter belongs'),
  text: text('Why, and what to do there'),
  contact: z.optional(contactSchema),
  clauses,
  source
});

export const routeSchema = z.strictObject({
  id: id('The route'),
  kinds: z.optional(some(id('A kind of this pack'), 'For which kinds; without this, for all')),
  when: z.optional(conditionSchema.check(said('It applies only when this holds'))),
  to: some(
    z.strictObject({
      liaison: z.optional(z.literal(true).check(said("The service's Councillor Liaison Officer"))),
      seniority: z.optional(oneOf(seniorities, 'An officer of the service of this level or above')),
      service: z.optional(text('The contact of another service, by its title')),
      post: z.optional(text('Whoever holds a post, as the Monitoring Officer'))
    }),
    'To whom it goes: the first that there is. Each names one'
  ),
  text: text('What the member is told'),
  clauses,
  source
});

export const audienceSchema = z.strictObject({
  id: id('The audience'),
  who: oneOf(
    ['member', 'ward', 'restricted'],
    '"member": who raises it and officers; "ward": all members of the ward too; "restricted": the Monitoring Officer and whom they name'
  ),
  title: text('What a member reads when choosing'),
  text: text('Who sees it, and why one would choose it'),
  kinds: z.optional(some(id('A kind of this pack'), 'For which kinds; without this, for all')),
  when: z.optional(conditionSchema.check(said('When it is chosen unless the member chooses another. The first that holds counts'))),
  onlyWhen: z.optional(conditionSchema.check(said('It can be chosen only when this holds; without this, always'))),
  clauses,
  source
});

export const escalationSchema = z.strictObject({
  id: id('The situation'),
  for: some(id('A role of this pack'), 'Whose steps these are'),
  title: text('What went wrong'),
  steps: some(
    z.strictObject({ text: text('What to do'), to: z.optional(text('Whom to turn to')), clauses, source }),
    'What to do, one after the other'
  )
});

const point = z.strictObject({ text: text('One sentence'), clauses, source });
export const principleSchema = z.strictObject({ heading: text('The principle'), text: text('What it means'), clauses, source });
export const roleSchema = z.strictObject({
  id: id('The role, as clauses name it: "member", "executive", "officer" and others'),
  name: text('Members'),
  one: text('What one of them says of themselves: "a member"'),
  does: list(point, 'What they do'),
  doesNot: z.optional(list(point, 'What is not theirs to do'))
});
export const behaviourSchema = z.strictObject({
  be: text('How to be: Positive'),
  notToBe: z.optional(text('How not to be: Unhelpful')),
  roles: z.optional(some(id('A role of this pack'), 'Whom it is about; without this, everybody')),
  clauses,
  source
});
export const expectationSchema = z.strictObject({
  who: id('Who expects it: a role of this pack'),
  of: id('Of whom: a role of this pack'),
  text: text('What they can expect'),
  clauses,
  source
});
export const readingSchema = z.strictObject({
  title: text('What it is called'),
  link: z.string().check(z.regex(/^https?:\/\/\S+$/), said('Its address')),
  text: z.optional(text('What one finds there')),
  source
});

export const templateSchema = z.strictObject({
  id: id('The template'),
  title: line('What an officer reads when choosing'),
  kinds: z.optional(some(id('A kind of this pack'), 'For which kinds; without this, for all')),
  text: text('The words of the reply. {member}, {officer}, {reference} and {summary} become those of the enquiry'),
  source
});

/** Whose bank holidays count. */
export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;

export const packSchema = z
  .strictObject({
    $schema: z.optional(z.string().check(said('Address of this schema, for editors'))),
    council: line('The council that adopted it'),
    nation: z.optional(oneOf(nations, 'Whose bank holidays count; without this, those of England and Wales')),
    title: line('What the protocol is called'),
    version: line('Version, as the document names it'),
    source: z.string().check(z.regex(sourcePattern), said('The document that the names above are from: paragraph, "our default"')),
    adopted: sourced(date('When the council adopted it'), 'When the council adopted it'),
    nextReview: sourced(date('When it is reviewed next'), 'When it is reviewed next'),
    ownerRole: sourced(line('Post of who keeps it'), 'Who keeps it: a post, not a name'),
    clauses: some(clauseSchema, 'What the document says, in its order'),
    principles: z.optional(list(principleSchema, 'Principles of working together')),
    roles: some(roleSchema, 'Who works together. "member" and "officer" have to be among them'),
    behaviours: z.optional(list(behaviourSchema, 'How to behave')),
    expectations: z.optional(list(expectationSchema, 'What each may expect of the other')),
    standards: z
      .record(z.string(), standardSchema)
      .check(
        said(
          'By kind: by when enquiries are acknowledged and answered. "default" is for kinds, and values, without their own, and has all five'
        )
      ),
    kinds: some(kindSchema, 'Kinds of enquiry that can be raised'),
    signposts: z.optional(list(signpostSchema, 'Where matters belong that are no enquiries')),
    routing: z.optional(
      list(routeSchema, 'Who takes an enquiry. The first that applies counts; where none does, the first contact of the service')
    ),
    audiences: z.optional(list(audienceSchema, 'Who can see an enquiry. Without any, who raises it and officers')),
    escalation: z.optional(list(escalationSchema, 'What to do when something goes wrong')),
    conditions: z.optional(list(ruleSchema, 'What follows from the answers that are given')),
    reading: z.optional(list(readingSchema, 'Further reading')),
    templates: z.optional(list(templateSchema, 'Replies to begin with, which officers fill in')),
    retention: z.optional(
      sourced(
        z.int().check(z.minimum(1), z.maximum(240), said('Months')),
        'How many months an enquiry is kept after it was closed. Without it nothing is ever due to be removed'
      )
    )
  })
  .check(said('A council’s protocol between members and officers, for Memberlink'));

export type ProtocolPack = z.output<typeof packSchema>;
export type Nation = (typeof nations)[number];
export type ClauseEntry = z.output<typeof clauseSchema>;
export type Standard = z.output<typeof standardSchema>;
export type EnquiryKind = z.output<typeof kindSchema>;
export type Question = z.output<typeof questionSchema>;
export type OutcomeRule = z.output<typeof ruleSchema>;
export type Signpost = z.output<typeof signpostSchema>;
export type Route = z.output<typeof routeSchema>;
export type Audience = z.output<typeof audienceSchema>;
export type Escalation = z.output<typeof escalationSchema>;
export type Principle = z.output<typeof principleSchema>;
export type ProtocolRole = z.output<typeof roleSchema>;
export type Behaviour = z.output<typeof behaviourSchema>;
export type Expectation = z.output<typeof expectationSchema>;
export type ReplyTemplate = z.output<typeof templateSchema>;
export type Reading = z.output<typeof readingSchema>;
