import { outcomes, type EventDetails, type Named } from '../../domain/enquiries/life';
import { seenUpTo } from './seen-key';

/** What somebody wrote into the column Details. Everybody who may add a message may write anything there. */

type Json = Record<string, unknown>;
const asObject = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const count = (value: unknown): number | undefined => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined);
const day = (value: unknown): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text(value) ?? '') ? text(value) : undefined);

const named = (value: unknown): Named | undefined => {
  const given = asObject(value);
  if (!given) return undefined;
  const id = count(given.id);
  return { ...(id === undefined ? {} : { id }), name: text(given.name) ?? '' };
};

/** Names of documents; the form keeps their sizes beside them. */
const documentNames = (value: unknown): string[] =>
  (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one) => text(one) ?? text(asObject(one)?.name) ?? []);

/** When it came and is due, and who has it first: what the message "sent" tells besides. */
export interface SentDetails {
  officerId: number | undefined;
  due: { come: string | undefined; acknowledge: string | undefined; reply: string | undefined } | undefined;
}

const parse = (written: string | undefined): Json => {
  try {
    return asObject(JSON.parse(written === undefined || written === '' ? '{}' : written)) ?? {};
  } catch {
    // No JSON: nothing can be made of it, and the message's text is shown all the same.
    return {};
  }
};

/** The details of a message; what is not as it should be is left out. */
export function detailsIn(written: string | undefined, key: string): EventDetails {
  const given = parse(written);
  const details: EventDetails = {};
  const put = <Name extends keyof EventDetails>(name: Name, value: EventDetails[Name] | undefined): void => {
    if (value !== undefined) details[name] = value;
  };
  const ground = asObject(given.ground);
  const step = asObject(given.escalation);
  const documents = documentNames(given.documents);
  put('after', count(given.after));
  put('officer', named(given.officer));
  put('service', named(given.service));
  put('reason', text(given.reason));
  put('replyBy', day(given.replyBy));
  if (ground) {
    const disputeTo = text(ground.disputeTo);
    put('ground', { id: text(ground.id) ?? '', text: text(ground.text) ?? '', ...(disputeTo === undefined ? {} : { disputeTo }) });
  }
  put('other', count(given.other));
  put(
    'outcome',
    outcomes.find((one) => one === given.outcome)
  );
  if (step) {
    put('escalation', {
      ...{ situation: text(step.situation) ?? '', title: text(step.title) ?? '', step: count(step.step) ?? 0, text: text(step.text) ?? '' }
    });
  }
  if (documents.length > 0) details.documents = documents;
  if (given.as === 'support') details.as = 'support';
  put('from', text(given.from));
  const upTo = seenUpTo(key);
  if (upTo > 0) details.upTo = upTo;
  return details;
}

/** What the message "sent" tells of dates, and of whom it went to. */
export function sentDetailsIn(written: string | undefined): SentDetails {
  const given = parse(written);
  const due = asObject(given.due);
  return {
    officerId: count(given.officer),
    due: due && { come: day(due.come), acknowledge: day(due.acknowledge), reply: day(due.reply) }
  };
}
