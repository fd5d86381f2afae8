import { createHash, randomUUID } from 'node:crypto';
import { convert } from 'html-to-text';
import type { MessagingExtensionActionResponse } from '@microsoft/teams.api';
import { Drafts } from '../../../src/data/enquiries/drafts';
import { longest } from '../../../src/domain/enquiries/answers';
import { format } from '../../../src/domain/text';
import type { Ask } from '../ask';
import { cut } from '../cards/parts';
import type { InvokeValue } from '../http/activity';
import { strings } from '../strings';

/** Id of the web part with the enquiry form, as its manifest has it. */
export const formComponentId = '2d6b9a0c-5f0e-4a6d-8e2b-71c4f3a98d52';

type Message = NonNullable<InvokeValue<'composeExtension/fetchTask'>['messagePayload']>;

/** A message as plain text: what it says, without pictures and mark-up. */
export const messageText = (html: string): string =>
  convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'attachment', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } }
    ]
  }).trim();

/** Links to messages of Teams; others are not taken along. */
const isMessageLink = (link: string): boolean => /^https:\/\/teams\.(?:microsoft\.com|cloud\.microsoft)\/l\/message\//.test(link);

/** What an enquiry begins with that is raised from a message. */
function descriptionOf({ body, linkToMessage }: Message): string {
  const text = messageText(body?.content ?? '');
  const link = linkToMessage && isMessageLink(linkToMessage) ? format(strings.MessageLink, linkToMessage) : '';
  if (text === '' && link === '') return '';
  const room = longest.description - strings.FromMessage.length - link.length - 10;
  return [strings.FromMessage, cut(text, room), link].filter((part) => part !== '').join('\n\n');
}

/** Raised twice from the same message at once, as by a double press, it is one draft. */
const running = new Map<string, Promise<number>>();

async function draftFrom(message: Message, ask: Ask): Promise<number | undefined> {
  const description = descriptionOf(message);
  if (description === '') return undefined;
  const key = createHash('sha256').update(`${ask.as.person.id}\n${description}`).digest('hex');
  const known = running.get(key);
  if (known) return known;
  const draft = writeDraft(description, ask).finally(() => running.delete(key));
  running.set(key, draft);
  return draft;
}

/** The draft that was begun from the same message, or a new one. */
async function writeDraft(description: string, ask: Ask): Promise<number> {
  const { user } = await ask.readings.desk();
  const drafts = new Drafts(ask.sp, ask.sitePath, user.id);
  const known = (await drafts.all()).find(({ answers, isSending }) => answers.description === description && !isSending);
  return (known ?? (await drafts.add(randomUUID(), strings.NewDraft, { description }))).id;
}

/** Opens the guided form in a dialog: on a draft with the message's text and link, or on an empty form. */
export async function raiseEnquiry(
  { messagePayload }: InvokeValue<'composeExtension/fetchTask'>,
  ask: Ask
): Promise<MessagingExtensionActionResponse> {
  const draftId = messagePayload ? await draftFrom(messagePayload, ask) : undefined;
  const url = ask.links.dialog(formComponentId, draftId);
  return { task: { type: 'continue', value: { title: strings.RaiseTitle, url, fallbackUrl: url, height: 'large', width: 'large' } } };
}
