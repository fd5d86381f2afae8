import type { DeskPeople, Happening } from '../../domain/enquiries/desk';
import { authorOf } from '../../domain/enquiries/desk';
import { eventNames, type EnquiryMessage, type EventName } from '../../domain/enquiries/life';
import { toText } from '../values';
import * as caml from './caml';
import { detailsIn } from './details';
import { seenUpTo } from './seen-key';
import { authorIn, numberIn, type RenderedRow } from './summary-rows';

/** More than ever happens to an enquiry. */
const mostMessages = 500;

const fields = ['ID', 'Enquiry', 'MessageKey', 'Event', 'Text', 'Details', 'Author', 'Created'];
/** What tells that something happened, without saying what. */
const shortFields = ['ID', 'Enquiry', 'MessageKey', 'Event', 'Author', 'Created'];

/** The messages of an enquiry, the earliest first. */
export const messagesView = (enquiryId: number): string =>
  caml.viewXml({ fields, where: caml.equals('Enquiry', 'Number', enquiryId), orderBy: [{ name: 'ID' }], limit: mostMessages });

/** The latest messages of a folder, without their texts. */
export const latestView = (limit: number): string =>
  caml.viewXml({ fields: shortFields, where: '', orderBy: [{ name: 'ID', descending: true }], limit });

const isEvent = (text: string): text is EventName => (eventNames as readonly string[]).includes(text);

/** A row as a message; undefined for one whose event nobody knows. */
export function toMessage(row: RenderedRow, memberId: number | undefined, people: DeskPeople): EnquiryMessage | undefined {
  const event = toText(row.Event);
  const person = authorIn(row);
  if (!isEvent(event)) return undefined;
  const id = Number(person?.id ?? 0);
  const details = detailsIn(row.Details, toText(row.MessageKey));
  const logins = [person?.email, person?.sip].flatMap((login) => (login ? [login.toLowerCase()] : []));
  return {
    ...{ id: Number(row.ID), key: toText(row.MessageKey), event, text: toText(row.Text), details },
    ...{ authorId: id, authorName: toText(person?.title), author: authorOf({ id, logins }, memberId, people, details.as === 'support') },
    created: new Date(row['Created.'] ?? 0)
  };
}

/** A row as that something happened. */
export const toHappening = (row: RenderedRow): Happening => ({
  ...{ id: Number(row.ID), enquiryId: numberIn(row, 'Enquiry'), event: toText(row.Event), upTo: seenUpTo(toText(row.MessageKey)) },
  authorId: Number(authorIn(row)?.id ?? 0)
});
