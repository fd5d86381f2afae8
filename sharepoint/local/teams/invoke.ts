import { randomUUID } from 'node:crypto';
import type { User } from '../store/principals';
import type { MessageExtension } from './teams-apps';

/** Teams waits for a message extension's answer for so long. In milliseconds. */
const patience = 5_000;

/** What a message extension answered; a failure as Teams would see it. */
export interface InvokeAnswer {
  status: number;
  body: unknown;
}

/** Sends an invoke to a message extension as Teams does, from one of the accounts. */
export async function invoke(
  extension: MessageExtension,
  user: User,
  tenantId: string,
  name: string,
  value: unknown
): Promise<InvokeAnswer> {
  const activity = {
    type: 'invoke',
    name: `composeExtension/${name}`,
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    from: { id: `29:${user.aadObjectId}`, name: user.title, aadObjectId: user.aadObjectId },
    conversation: { id: 'local-conversation', conversationType: 'personal', tenantId },
    recipient: { id: '28:local', name: extension.name },
    channelData: { tenant: { id: tenantId }, source: { name: 'compose' } },
    locale: 'en-GB',
    value
  };
  try {
    const response = await fetch(extension.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
      signal: AbortSignal.timeout(patience)
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  } catch {
    return { status: 504, body: {} };
  }
}
