import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SPFI } from '@pnp/sp';
import { EnquiryDesk } from '../../src/data/desk/act';
import { readOneEnquiry } from '../../src/data/desk/one-enquiry';
import { standardFor } from '../../src/data/desk/protocol';
import { readDeskStart, type DeskStart } from '../../src/data/desk/start';
import { addToFolder, folderUrl, idsWith } from '../../src/data/enquiries/folder-items';
import type { FormValue } from '../../src/data/enquiries/enquiry-rows';
import { britishDateOf } from '../../src/domain/dates';
import type { EnquiryFolder } from '../../src/domain/enquiries/folders';
import { dueDates } from '../../src/domain/protocol/standards';
import { addDays, isWorkingDay, type IsClosed } from '../../src/domain/workingDays';
import { enquiries, enquiryMessages, officerNotes, officers, type ListDefinition } from '../../src/lists';
import { sampleCouncil } from './paths';

/** Something that happened to an enquiry of the sample: so many working days ago. */
interface SampleMessage {
  by: string;
  event?: string;
  note?: boolean;
  ago: number;
  at: string;
  text?: string;
  officer?: string;
}
interface SampleEnquiry {
  member: string;
  summary: string;
  kind: string;
  service: string;
  officer: string;
  ago: number;
  at: string;
  place?: string;
  audience?: string;
  description: string;
  wanted: string;
  constituent?: string;
  authority?: string;
  messages: SampleMessage[];
}

/** A moment some working days ago. */
function momentAgo(now: Date, ago: number, at: string, isClosed: IsClosed): Date {
  let day = britishDateOf(now);
  for (let left = ago; left > 0 || !isWorkingDay(day, isClosed);) {
    day = addDays(day, -1);
    if (isWorkingDay(day, isClosed)) left -= 1;
  }
  const moment = new Date(`${day}T${at}:00Z`);
  return moment < now ? moment : new Date(now.getTime() - 60_000);
}

const values = (texts: Record<string, string>): FormValue[] =>
  Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));
/** A moment as forms take it, in the site's time. */
const siteTime = (moment: Date): string => moment.toLocaleString('sv-SE', { timeZone: 'Europe/London' });
const person = (login: string): string => JSON.stringify([{ Key: `i:0#.f|membership|${login}` }]);

/** Fills the desk of the sample council with enquiries of the last weeks. Their rows follow from what happened to them. */
export async function loadSampleEnquiries({ sp, sitePath }: { sp: SPFI; sitePath: string }, now: Date): Promise<void> {
  const samples = JSON.parse(readFileSync(join(sampleCouncil, 'enquiries.json'), 'utf8')) as SampleEnquiry[];
  const { LoginName, Email } = await sp.web.currentUser.select('LoginName', 'Email')<{ LoginName: string; Email: string }>();
  const start = await readDeskStart(sp, sitePath, LoginName, Email);
  const { kinds } = start;
  const officerRows = await sp.web.getList(`${sitePath}/${officers.url}`).items.select('Id', 'Title', 'Email').top(5000)<
    { Id: number; Title: string; Email: string | null }[]
  >();
  const officerOf = (email: string | undefined): { id: number; name: string } | undefined => {
    const row = officerRows.find(({ Email: one }) => email !== undefined && one === email);
    return row && { id: row.Id, name: row.Title };
  };
  const isClosed: IsClosed = (day) => start.closures.has(day);
  const source = { sp, sitePath, start, kinds, persistence: { tries: 1, wait: async () => undefined } };
  for (const [index, sample] of samples.entries()) {
    const member = start.members.find(({ logins }) => logins.includes(sample.member));
    if (!member) throw new Error(`The sample has no member ${sample.member}`);
    const folder: EnquiryFolder =
      sample.audience === undefined || member.wardId === undefined
        ? { kind: 'member', memberId: member.id }
        : { kind: 'ward', wardId: member.wardId };
    const created = momentAgo(now, sample.ago, sample.at, isClosed);
    const due = dueDates(
      created,
      standardFor(
        start.protocol,
        kinds.find(({ id }) => id === sample.kind)
      ),
      isClosed
    );
    const key = `sample-${index}`;
    // A start that was stopped half-way is finished by the next.
    if (
      (await idsWith(sp.web.getList(`${sitePath}/${enquiries.url}`), folderUrl(sitePath, enquiries, folder), 'SubmissionKey', key)).length >
      0
    )
      continue;
    const officer = officerOf(sample.officer);
    const day = (date: string | undefined): string => (date === undefined ? '' : `${date} 00:00:00`);
    const add = async (list: ListDefinition, texts: Record<string, string>): Promise<number> =>
      (await addToFolder(sp.web.getList(`${sitePath}/${list.url}`), sitePath, list, folder, values(texts))) ?? 0;
    const stamp = (by: string, moment: Date): Record<string, string> => ({
      ...{ Author: person(by), Editor: person(by), Created: siteTime(moment), Modified: siteTime(moment) }
    });
    const id = await add(enquiries, {
      ...{ Title: sample.summary, SubmissionKey: key, State: 'New', Kind: sample.kind },
      ...{ Protocol: String(start.protocol?.id ?? ''), AskedBy: 'member', Member: String(member.id), Ward: String(member.wardId ?? '') },
      ...{ Service: String(serviceId(start, sample.service)), Place: sample.place ?? '', Description: sample.description },
      ...{ Wanted: sample.wanted, ForConstituent: sample.constituent ? '1' : '0', Constituent: sample.constituent ?? '' },
      ...{ Authority: sample.authority ?? '', Audience: sample.audience ?? 'only-me', Officer: officer ? String(officer.id) : '' },
      ...{ Came: day(due.come), AcknowledgeBy: day(due.acknowledge), ReplyBy: day(due.reply), ExtendedBy: day(due.extended) },
      ...stamp(sample.member, created)
    });
    await add(enquiryMessages, {
      ...{ Title: sample.summary, Enquiry: String(id), MessageKey: `sample-${index}:sent`, Event: 'sent', Text: sample.description },
      Details: JSON.stringify({ due, officer: officer?.id }),
      ...stamp(sample.member, created)
    });
    for (const [number, { by, event, note, ago, at, text = '', officer: named }] of sample.messages.entries()) {
      const messageKey = `sample-${index}-${number}`;
      const what = { Title: sample.summary, Enquiry: String(id), Text: text, ...stamp(by, momentAgo(now, ago, at, isClosed)) };
      if (note) await add(officerNotes, { ...what, NoteKey: messageKey });
      else
        await add(enquiryMessages, {
          ...what,
          MessageKey: messageKey,
          Event: event ?? '',
          Details: JSON.stringify({ officer: officerOf(named) })
        });
    }
    const enquiry = await readOneEnquiry(sp, sitePath, id, [folder], start, kinds);
    if (enquiry) await new EnquiryDesk(source, enquiry).catchUp();
  }
}

function serviceId(start: DeskStart, title: string): number | '' {
  return start.services.find(({ name }) => name === title)?.id ?? '';
}
