import '@pnp/sp/site-groups/web';
import type { DeskStart } from '../../src/data/desk/start';
import { addresseesOf, type Addressee } from '../../src/data/desk/tell';
import { noticeOf, toldOf, type EnquirySummary, type Told } from '../../src/domain/enquiries/desk';
import type { EventName } from '../../src/domain/enquiries/life';
import { referenceOf } from '../../src/domain/enquiries/reference';
import type { Ask } from './ask';
import { errorKind } from './log';

/** The type of notices, as the app's manifest declares it. */
export const activityType = 'enquiryWaits';

/** A notice to somebody in Teams' activity feed. */
interface Notice {
  /** How they sign in. */
  to: string;
  reference: string;
  /** Reference and summary, never what was written. */
  text: string;
  link: string;
}

/** Who has to know: whoever has a new enquiry; else as the desk tells it. */
const whoIsTold = (event: EventName, row: EnquirySummary, actingOfficerId: number | undefined): Told[] =>
  event === 'sent' ? (row.officer ? [{ kind: 'officer', officer: row.officer }] : []) : toldOf(event, row, row.officer, actingOfficerId);

/** Sends a notice as the user, through Microsoft Graph. False where the app is not installed for them, or it is not granted. One request. */
async function sendNotice({ graphUrl, signal }: Ask, token: string, { to, reference, text, link }: Notice): Promise<boolean> {
  const response = await fetch(`${graphUrl}/v1.0/users/${encodeURIComponent(to)}/teamwork/sendActivityNotification`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      topic: { source: 'text', value: reference, webUrl: link },
      activityType,
      previewText: { content: text },
      templateParameters: [{ name: 'reference', value: reference }]
    }),
    signal
  });
  return response.ok;
}

/** What members, and those who raise for them, do; all other things are done by who handles enquiries. */
const byMembers: readonly EventName[] = ['sent', 'answer', 'information', 'withdrawn', 'settled', 'asked again', 'escalated'];

/** Whether somebody can have done it: nobody tells of what others do. */
function canHaveDone(event: EventName, { member }: EnquirySummary, { access, self }: DeskStart): boolean {
  const handles = access.handles || access.restricts;
  const isTheirs = self !== undefined && self.id === member?.id;
  if (event === 'sent') return handles || access.supports || isTheirs;
  return byMembers.includes(event) ? isTheirs : handles || event === 'restriction asked for';
}

/**
 * Tells whoever has to act next, or is answered, that something happened to an enquiry, as the user. Answers the names of
 * those who were told. What fails here keeps nobody from anything. One request for each of them, and one for their addresses.
 */
export async function notify(event: EventName, row: EnquirySummary, ask: Ask): Promise<string[]> {
  try {
    const start = await ask.readings.desk();
    const told = canHaveDone(event, row, start) ? whoIsTold(event, row, start.officerId) : [];
    if (told.length === 0 || ask.noticeRate.isTooMuch(ask.as.person.id)) return [];
    const own = ask.as.person.login.toLowerCase();
    const people = (await addresseesOf(ask.sp, ask.sitePath, told, start.members)).filter(
      ({ login }) => login !== '' && login.toLowerCase() !== own
    );
    const token = people.length > 0 ? await ask.as.graphToken() : '';
    const link = ask.links.to({ kind: 'enquiry', id: row.id });
    const notice = ({ login: to }: Addressee): Notice => ({ to, reference: referenceOf(row.id), text: noticeOf(row), link });
    const sent = await Promise.all(people.map(async (one) => ((await sendNotice(ask, token, notice(one))) ? [one.name] : [])));
    ask.log.info('notices', { event, sent: sent.flat().length, of: people.length });
    return sent.flat();
  } catch (error) {
    ask.log.warn('notices', { event, kind: errorKind(error) });
    return [];
  }
}
