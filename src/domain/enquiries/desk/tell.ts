import { referenceOf } from '../reference';
import type { EventName } from '../life/event';
import type { EnquirySummary, Linked } from './summary';

/** Who has to know that something happened: whoever acts next, or is answered. */
export type Told =
  | { kind: 'member'; id: number; name: string }
  | { kind: 'officer'; officer: Linked }
  /** Whoever sees restricted enquiries: the Monitoring Officer and whom they name. */
  | { kind: 'restricted' };

/** What members say is told to who has it; what officers say to the member. */
const byMembers: readonly EventName[] = [
  'answer',
  'information',
  'withdrawn',
  'settled',
  'asked again',
  'escalated',
  'restriction asked for'
];
const toMembers: readonly EventName[] = [
  'acknowledged',
  'question',
  'update',
  'reply',
  'extended',
  'declined',
  'closed',
  'reopened',
  'restricted'
];

/**
 * Who is told of something that was done.
 *
 * @param officer who has the enquiry after it
 * @param actingOfficerId of the officer who did it: nobody is told of what they did themselves
 */
export function toldOf(
  event: EventName,
  { member, folder }: Pick<EnquirySummary, 'member' | 'folder'>,
  officer: Partial<Linked> | undefined,
  actingOfficerId: number | undefined
): Told[] {
  const told: Told[] = [];
  if (toMembers.includes(event) && member) told.push({ kind: 'member', id: member.id, name: member.name });
  // Officers who had it before do not see it any more; only the Monitoring Officer can restrict one.
  if (event === 'restriction asked for' || (folder.kind === 'restricted' && byMembers.includes(event))) return [{ kind: 'restricted' }];
  const passesOn = event === 'assigned' || event === 'to another service' || event === 'acknowledged';
  if ((passesOn || byMembers.includes(event)) && officer?.id !== undefined && officer.id !== actingOfficerId) {
    told.push({ kind: 'officer', officer: { id: officer.id, name: officer.name ?? '' } });
  }
  return told;
}

/** What a notice says: reference and summary, never what was written; of a restricted enquiry the reference alone. */
export const noticeOf = ({ id, summary, folder }: Pick<EnquirySummary, 'id' | 'summary' | 'folder'>): string =>
  folder.kind === 'restricted' ? referenceOf(id) : `${referenceOf(id)}: ${summary}`;
