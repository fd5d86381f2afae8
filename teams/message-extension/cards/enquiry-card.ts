import type { EnquirySummary } from '../../../src/domain/enquiries/desk';
import { nextOf } from '../../../src/domain/enquiries/life';
import { referenceOf } from '../../../src/domain/enquiries/reference';
import type { IsClosed } from '../../../src/domain/workingDays';
import { dayText } from '../../../src/domain/dates';
import { format } from '../../../src/domain/text';
import { strings } from '../strings';
import { stateText } from '../words';
import { card, line, open, result, text, type Part } from './parts';

/** By when something has to happen, as a line. */
function dueLine(row: EnquirySummary, now: Date, isClosed: IsClosed): Part[] {
  const next = nextOf(row, now, isClosed);
  if (next.by === undefined) return [];
  const label = { acknowledge: strings.AcknowledgeBy, reply: strings.ReplyBy, 'ward answers': strings.RespondBy }[next.what as string];
  return label === undefined ? [] : line(label, dayText(next.by));
}

/** Where it stands and by when, without anything that somebody wrote: others in the conversation read it too. */
const standing = (row: EnquirySummary, now: Date, isClosed: IsClosed): Part[] => [
  ...line(strings.Status, stateText(row.state)),
  ...dueLine(row, now, isClosed),
  ...line(strings.Service, row.service?.name ?? ''),
  ...line(strings.Officer, row.officer?.name ?? '')
];

const isRestricted = ({ folder }: EnquirySummary): boolean => folder.kind === 'restricted';

/** An enquiry as a result of a search: whoever looked for it sees what it is about, and chooses to send that. */
export function enquiryResult(row: EnquirySummary, link: string, now: Date, isClosed: IsClosed): ReturnType<typeof result> {
  const reference = referenceOf(row.id);
  const body = [
    text(isRestricted(row) ? reference : `${reference}: ${row.summary}`, { weight: 'Bolder', size: 'Medium' }),
    ...(isRestricted(row) ? [text(strings.Restricted, { isSubtle: true }, { spacing: 'None' })] : []),
    ...standing(row, now, isClosed)
  ];
  const under = [reference, stateText(row.state), row.service?.name ?? '', row.member?.name ?? ''].filter((one) => one !== '');
  return result(card(body, [open(strings.OpenEnquiry, link)]), { title: row.summary, text: under.join(' · ') });
}

/** An enquiry whose link somebody pasted: its reference and where it stands. */
export function enquiryUnfurled(row: EnquirySummary, link: string, now: Date, isClosed: IsClosed): ReturnType<typeof result> {
  const reference = referenceOf(row.id);
  const body = [text(reference, { weight: 'Bolder', size: 'Medium' }), ...standing(row, now, isClosed)];
  return result(card(body, [open(strings.OpenEnquiry, link)]), { title: reference, text: stateText(row.state) });
}

/** An enquiry that was just sent: reference and dates, without personal data. */
export function enquirySent(row: EnquirySummary, link: string): ReturnType<typeof result> {
  const title = format(strings.Sent, referenceOf(row.id));
  const body = [
    text(title, { weight: 'Bolder', size: 'Medium' }),
    ...line(strings.Came, row.come ? dayText(row.come) : ''),
    ...line(strings.AcknowledgeBy, row.acknowledgeBy ? dayText(row.acknowledgeBy) : ''),
    ...line(strings.ReplyBy, row.replyBy ? dayText(row.replyBy) : ''),
    ...line(strings.RespondBy, row.respondBy ? dayText(row.respondBy) : ''),
    ...line(strings.Service, row.service?.name ?? '')
  ];
  return result(card(body, [open(strings.OpenEnquiry, link)]), { title, text: row.service?.name ?? '' });
}
