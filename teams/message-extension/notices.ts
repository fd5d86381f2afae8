import { readOfficer } from '../../src/data/officers/directory';
import { noticeOf, type EnquirySummary } from '../../src/domain/enquiries/desk';
import { referenceOf } from '../../src/domain/enquiries/reference';
import type { Ask } from './ask';
import { errorKind } from './log';

/** The type of notices, as the app's manifest declares it. */
export const activityType = 'enquiryWaits';

/** A notice to somebody in Teams' activity feed. */
export interface Notice {
  /** How they sign in, or their object id. */
  to: string;
  reference: string;
  /** Reference and summary, never what was written. */
  text: string;
  link: string;
}

/** What became of a notice. The app may not be installed for somebody, or notices not be granted: nothing depends on them. */
export type NoticeOutcome = 'sent' | 'not sent';

/** Sends a notice as the user, through Microsoft Graph. One request. */
export async function sendNotice(
  graphUrl: string,
  token: string,
  { to, reference, text, link }: Notice,
  signal: AbortSignal
): Promise<NoticeOutcome> {
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
  return response.ok ? 'sent' : 'not sent';
}

/** Tells the officer who has a new enquiry that it waits for them. What fails here keeps nobody from anything. */
export async function noticeSent(row: EnquirySummary, link: string, ask: Ask): Promise<void> {
  if (!row.officer) return;
  try {
    const officer = await readOfficer(ask.sp, ask.sitePath, row.officer.id);
    const to = officer?.account || officer?.email || '';
    if (to === '' || to.toLowerCase() === ask.as.person.login.toLowerCase()) return;
    const notice = { to, reference: referenceOf(row.id), text: noticeOf(row), link };
    const outcome = await sendNotice(ask.graphUrl, await ask.as.graphToken(), notice, ask.signal);
    ask.log.info('notice', { outcome });
  } catch (error) {
    ask.log.warn('notice', { outcome: 'failed', kind: errorKind(error) });
  }
}
