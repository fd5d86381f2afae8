import { z } from 'zod';

/** Longer texts are nobody's question. In characters. */
const longestText = 1_000;
const longestId = 512;

const id = z.string().max(longestId);
/** What every activity has that Teams sends for a message extension. */
const envelope = z.looseObject({
  type: z.literal('invoke'),
  name: z.string().max(100),
  id: id.optional(),
  channelId: id.optional(),
  serviceUrl: z.string().max(longestId).optional(),
  locale: z.string().max(35).optional(),
  from: z.looseObject({ id, aadObjectId: z.string().regex(/^[\w-]{1,64}$/) }),
  recipient: z.looseObject({ id }).optional(),
  conversation: z.looseObject({ id, tenantId: id.optional() }).optional(),
  channelData: z.looseObject({ tenant: z.looseObject({ id }).optional() }).nullish()
});

const authentication = z.looseObject({ token: z.string().max(20_000).optional() }).nullish();
const parameter = z.looseObject({ name: z.string().max(100), value: z.union([z.string().max(longestText), z.boolean(), z.number()]) });
const page = z.looseObject({ skip: z.number().int().min(0).max(10_000).optional(), count: z.number().int().min(1).max(100).optional() });

const values = {
  'composeExtension/query': z.looseObject({
    commandId: z.string().max(64),
    parameters: z.array(parameter).max(10).optional(),
    queryOptions: page.optional(),
    authentication
  }),
  'composeExtension/queryLink': z.looseObject({ url: z.string().max(4_000), authentication }),
  'composeExtension/fetchTask': z.looseObject({
    commandId: z.string().max(64),
    commandContext: z.string().max(64).optional(),
    messagePayload: z
      .looseObject({
        subject: z.string().max(4_000).nullish(),
        linkToMessage: z.string().max(4_000).nullish(),
        body: z.looseObject({ content: z.string().max(200_000).nullish() }).nullish()
      })
      .nullish(),
    authentication
  }),
  'composeExtension/submitAction': z.looseObject({
    commandId: z.string().max(64),
    data: z.unknown(),
    authentication
  })
} as const;

export type InvokeName = keyof typeof values;
/** What came with an invoke of a name. */
export type InvokeValue<Name extends InvokeName> = z.infer<(typeof values)[Name]>;
export type Envelope = z.infer<typeof envelope>;

const isKnown = (name: string): name is InvokeName => Object.hasOwn(values, name);

/**
 * What an activity is to this service: one that it serves, one that is of no concern to it (the app was installed, somebody
 * wrote to the bot), or none at all.
 */
export type ReadActivity = { kind: 'invoke' } | { kind: 'other' } | { kind: 'malformed'; where: string };

const other = z.looseObject({ type: z.string().min(1).max(64), serviceUrl: z.string().max(longestId).optional() });

/** Tells what an activity is, before anything is done with it. */
export function readActivity(body: unknown): ReadActivity {
  const read = other.safeParse(body);
  if (!read.success) return malformed(read.error);
  if (read.data.type !== 'invoke') return { kind: 'other' };
  const invoke = envelope.safeParse(body);
  if (!invoke.success) return malformed(invoke.error);
  if (!isKnown(invoke.data.name)) return { kind: 'other' };
  const value = values[invoke.data.name].safeParse(invoke.data.value);
  return value.success ? { kind: 'invoke' } : malformed(value.error, 'value');
}

const malformed = (error: z.ZodError, within = ''): ReadActivity => ({
  kind: 'malformed',
  where: [within, ...(error.issues[0]?.path ?? [])].filter((part) => part !== '').join('.') || 'body'
});

/** The value of an activity that was read before. */
export const valueOf = <Name extends InvokeName>(name: Name, value: unknown): InvokeValue<Name> =>
  values[name].parse(value) as InvokeValue<Name>;
