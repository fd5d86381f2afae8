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
const sentData = z.looseObject({
  enquiry: z.number().int().positive(),
  /** Whoever has it was told already. */
  told: z.boolean().optional()
});

/** The enquiry was sent, whatever becomes of the card: nobody is made to send it again. */
export const sentAnyway = said(strings.SentGone);

/** After the form sent an enquiry: a card with its reference and dates for the conversation, and a notice to whoever has it. */
export async function enquirySent(
  { data }: InvokeValue<'composeExtension/submitAction'>,
  ask: Ask
): Promise<MessagingExtensionActionResponse> {
  const sent = sentData.safeParse(data);
  // The dialog was closed without sending.
  if (!sent.success) return {};
  const row = await findEnquiry(ask, sent.data.enquiry);
  if (!row) return sentAnyway;
  // The card does not wait for it.
  if (!sent.data.told) void notify('sent', row, ask);
  return results([sentResult(row, ask.links.to({ kind: 'enquiry', id: row.id }))]);
}
