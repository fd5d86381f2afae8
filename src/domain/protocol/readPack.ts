import * as z from 'zod/mini';
import { checkPack } from './checkPack';
import {
  audienceSchema,
  behaviourSchema,
  escalationSchema,
  expectationSchema,
  kindSchema,
  packSchema,
  principleSchema,
  readingSchema,
  roleSchema,
  routeSchema,
  ruleSchema,
  signpostSchema,
  sourcePattern,
  valueSourcePattern,
  standardSchema,
  type ProtocolPack
} from './pack';
import { pathText, type PackFault } from './packFault';

/** A pack, or everything that is wrong with it. */
export type ReadPack = { pack: ProtocolPack; faults: [] } | { pack: undefined; faults: PackFault[] };

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in []',
  object: 'an object, in {}',
  record: 'an object, in {}',
  null: 'null'
};

const naming = (type: string): string => kindNames[type] ?? type;

/** What stands there, for people. */
function standing(value: unknown): string {
  if (value === undefined) return 'It is missing';
  if (value === null) return 'It is null';
  if (Array.isArray(value)) return 'It is a list';
  if (typeof value === 'object') return 'It is an object';
  const written = JSON.stringify(value);
  return `It is ${written.length > 60 ? `${written.slice(0, 57)}..."` : written}`;
}

const formats: readonly (readonly [string, string])[] = [
  [String(valueSourcePattern), '"paragraph ..." with the place in the document, "our default" or "not set"'],
  [String(sourcePattern), '"paragraph ..." with the place in the document, or "our default"'],
  [String(/^\d{4}-\d{2}-\d{2}$/), 'a date as 2027-06-30'],
  [String(/^([01]\d|2[0-3]):[0-5]\d$/), 'a time as 17:00'],
  [String(/^[a-z][a-zA-Z0-9-]*$/), 'an id: letters, digits and hyphens, a small letter first'],
  [String(/^https:\/\/\S+$/), 'an address that begins with https://'],
  [String(/^https?:\/\/\S+$/), 'an address that begins with https:// or http://'],
  [String(/^[^\r\n]*$/), 'one line'],
  [String(/\S/), 'some text']
];

/** A fault of form in words. Zod's own speak of its types. */
function wordsFor(issue: z.core.$ZodIssue): string {
  const is = standing(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return `${is}; it must be ${naming(issue.expected)}`;
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} is no property here; check the spelling against the schema`;
    case 'too_small':
      if (issue.origin === 'string') return 'It is empty; it must be some text';
      if (issue.origin === 'array') return 'It is an empty list; it needs at least one entry';
      return `${is}; it must be ${issue.minimum} or more`;
    case 'too_big':
      if (issue.origin === 'string') return `It has ${String(issue.input).length} characters; it must have ${issue.maximum} or less`;
      return `${is}; it must be ${issue.maximum} or less`;
    case 'invalid_format':
      return `${is}; it must be ${formats.find(([pattern]) => pattern === issue.pattern)?.[1] ?? `like ${issue.pattern ?? issue.format}`}`;
    case 'invalid_value':
      return `${is}; it must be ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`.replace(/, ([^,]*)$/, ' or $1');
    case 'invalid_union':
      return `${is}; it must be true or false, a number or text`;
    default:
      return `${is}; that is not possible here`;
  }
}

/** Reads a pack from what JSON holds. All faults at once: of form, and of what its parts say of one another. */
export function readPack(raw: unknown): ReadPack {
  const { data, error } = packSchema.safeParse(raw, { reportInput: true });
  const form = (error?.issues ?? []).flatMap((issue) =>
    // Each unknown key at its own place.
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ at: [...issue.path, key], message: wordsFor({ ...issue, keys: [key] }) }))
      : [{ at: issue.path, message: wordsFor(issue) }]
  );
  const malformed = new Set(form.map(({ at }) => pathText(at)));
  // A place that is not well formed is named once: an empty text fails as empty and as blank.
  const faults = [...form, ...checkPack(raw)].filter(
    ({ at }, place, all) => !malformed.has(pathText(at)) || place === all.findIndex((one) => pathText(one.at) === pathText(at))
  );
  return data && faults.length === 0 ? { pack: data, faults: [] } : { pack: undefined, faults };
}

type PartName =
  | 'principles'
  | 'roles'
  | 'behaviours'
  | 'expectations'
  | 'kinds'
  | 'signposts'
  | 'routing'
  | 'audiences'
  | 'escalation'
  | 'conditions'
  | 'reading';

/** What is right of a pack, and what is wrong in the rest. */
export interface RightParts {
  /** The rules among them know of the faults, so that what could not be read is a problem and never counts as not applying. */
  pack: Pick<ProtocolPack, PartName> & { faults: PackFault[] };
  standards: ProtocolPack['standards'];
}

/**
 * Reads a pack that may be wrong in parts, as owners' lists may be: entries that are not well formed are left out, and
 * told of. Who reads the guide sees the rest.
 */
export function readWhatIsRight(raw: Record<string, unknown>): RightParts {
  const wellFormed = <T>(entries: unknown, schema: { safeParse(value: unknown): { success: boolean; data?: T } }): T[] =>
    (Array.isArray(entries) ? (entries as unknown[]) : []).flatMap((entry) => {
      const { success, data } = schema.safeParse(entry);
      return success ? [data as T] : [];
    });
  const pack: RightParts['pack'] = {
    principles: wellFormed(raw.principles, principleSchema),
    roles: wellFormed(raw.roles, roleSchema),
    behaviours: wellFormed(raw.behaviours, behaviourSchema),
    expectations: wellFormed(raw.expectations, expectationSchema),
    kinds: wellFormed(raw.kinds, kindSchema),
    signposts: wellFormed(raw.signposts, signpostSchema),
    routing: wellFormed(raw.routing, routeSchema),
    audiences: wellFormed(raw.audiences, audienceSchema),
    escalation: wellFormed(raw.escalation, escalationSchema),
    conditions: wellFormed(raw.conditions, ruleSchema),
    reading: wellFormed(raw.reading, readingSchema),
    faults: readPack(raw).faults
  };
  const given = typeof raw.standards === 'object' && raw.standards !== null ? (raw.standards as Record<string, unknown>) : {};
  const standards = Object.fromEntries(
    Object.entries(given).flatMap(([kind, entry]) => {
      const { success, data } = standardSchema.safeParse(entry);
      return success ? [[kind, data]] : [];
    })
  );
  return { pack, standards };
}
