import { z } from 'zod';
import type { MessagingExtensionActionResponse } from '@microsoft/teams.api';
import type { Ask } from '../ask';
import { enquirySent as sentResult } from '../cards/enquiry-card';
import { findEnquiry } from '../find-enquiry';
import type { InvokeValue } from '../http/activity';
import { notify } from '../notices';
import { strings } from '../strings';
import { results, said } from './query';

/** What the form hands over when it has sent an enquiry. */
const sentData = z.looseObject({ enquiry: z.number().int().positive() });

/** After the form sent an enquiry: a card with its reference and dates for the conversation, and a notice to whoever has it. */
export async function enquirySent(
  { data }: InvokeValue<'composeExtension/submitAction'>,
  ask: Ask
): Promise<MessagingExtensionActionResponse> {
  const sent = sentData.safeParse(data);
  // The dialog was closed without sending.
  if (!sent.success) return {};
  const row = await findEnquiry(ask, sent.data.enquiry);
  if (!row) return said(strings.SentGone);
  const link = ask.links.to({ kind: 'enquiry', id: row.id });
  await notify('sent', row, ask);
  return results([sentResult(row, link)]);
}
