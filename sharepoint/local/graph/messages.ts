import { badBody, GraphError } from './graph-error';

/** A mail as it was sent. */
export interface SentMail {
  subject: string;
  contentType: string;
  content: string;
  to: string[];
  cc: string[];
  bcc: string[];
  attachments: { name: string; bytes: number }[];
}

/** An activity notice as it was sent. */
export interface SentNotice {
  topic: { source: string; value: string; webUrl?: string };
  activityType: string;
  preview: string;
  parameters: Record<string, string>;
}

type Json = Record<string, unknown>;

const asObject = (given: unknown): Json => (typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Json) : {});
const asList = (given: unknown): unknown[] => (Array.isArray(given) ? given : []);
const asText = (given: unknown): string => (typeof given === 'string' ? given : '');

function addresses(given: unknown): string[] {
  return asList(given).map((one) => {
    const address = asText(asObject(asObject(one).emailAddress).address);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) {
      throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    }
    return address;
  });
}

/** Reads the body of sendMail. */
export function readMail(body: Json): SentMail {
  const message = asObject(body.message);
  if (body.message === undefined) throw new GraphError(400, 'ErrorInvalidRequest', 'The message is missing.');
  const content = asObject(message.body);
  const [to, cc, bcc] = [addresses(message.toRecipients), addresses(message.ccRecipients), addresses(message.bccRecipients)];
  if (to.length + cc.length + bcc.length === 0) throw new GraphError(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
  const contentType = asText(content.contentType) || 'Text';
  if (!/^(text|html)$/i.test(contentType)) throw badBody('The contentType of the body is Text or HTML.');
  return {
    subject: asText(message.subject),
    contentType,
    content: asText(content.content),
    to,
    cc,
    bcc,
    attachments: asList(message.attachments).map((given) => {
      const { name, contentBytes } = asObject(given);
      return { name: asText(name), bytes: Buffer.from(asText(contentBytes), 'base64').length };
    })
  };
}

/** Reads the body of sendActivityNotification. */
export function readNotice(body: Json): SentNotice {
  const topic = asObject(body.topic);
  const source = asText(topic.source);
  const webUrl = asText(topic.webUrl);
  if (source !== 'entityUrl' && source !== 'text') throw badBody("The topic's source is entityUrl or text.");
  if (asText(topic.value) === '') throw badBody("The topic's value is missing.");
  if (source === 'text' && !webUrl.startsWith('https://teams.microsoft.com/l/')) {
    throw badBody('A topic of source text needs a webUrl that is a Teams deep link.');
  }
  const activityType = asText(body.activityType);
  if (activityType === '') throw badBody('The activityType is missing.');
  const preview = asText(asObject(body.previewText).content);
  if (preview === '') throw badBody('The previewText is missing.');
  const parameters = asList(body.templateParameters).map((given) => {
    const { name, value } = asObject(given);
    return [asText(name), asText(value)] as const;
  });
  return {
    topic: { source, value: asText(topic.value), ...(webUrl ? { webUrl } : {}) },
    activityType,
    preview,
    parameters: Object.fromEntries(parameters)
  };
}
