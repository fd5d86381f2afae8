import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { loadSampleProtocols } from '../../sharepoint/commands/sample-protocols';
import { ensureMemberFolders } from '../../sharepoint/provisioning/member-folders';
import { provision } from '../../sharepoint/provisioning/provision';
import { Drafts } from '../../src/data/enquiries/drafts';
import type { Draft } from '../../src/data/enquiries/draft-rows';
import { sendEnquiry, type Sending, type SentEnquiry } from '../../src/data/enquiries/send-enquiry';
import { readFormStart, type FormStart } from '../../src/data/enquiries/start';
import { readOfficerDirectory } from '../../src/data/officers/directory';
import type { EnquiryAnswers } from '../../src/domain/enquiries/answers';
import type { FormContext } from '../../src/domain/enquiries/form';
import { submissionOf, type Submission } from '../../src/domain/enquiries/submission';
import { people, type TestServer } from './server';

export const sitePath = '/sites/members';

/** Accounts of the sample, by what they are in these tests. */
export const cast = {
  /** Members of Castle ward. */
  amara: people.member,
  tom: 't.haldane@wexcombe.example',
  /** A member of Quay ward. */
  rashid: 'r.karim@wexcombe.example',
  /** A member without a ward. */
  harriet: 'h.osei@wexcombe.example',
  support: 'c.yardley@wexcombe.example',
  liaison: 'p.raman@wexcombe.example',
  otherLiaison: 'g.llewellyn@wexcombe.example',
  handler: 'j.fell@wexcombe.example',
  monitoring: 'm.stone@wexcombe.example',
  siteAdmin: people.owner,
  /** Reads the site, and is in no group. */
  officer: people.officer
} as const;
export type Person = keyof typeof cast;

/** IDs of the rows below. */
export const ids = {
  castle: 1,
  quay: 2,
  amara: 1,
  tom: 2,
  rashid: 3,
  harriet: 4,
  streets: 1,
  housing: 2,
  general: 3,
  priya: 1,
  director: 2,
  miriam: 3
} as const;

/** A site with a few members, wards, services and officers, the default protocol, and the folders of enquiries. */
export async function fillEnquirySite(server: TestServer): Promise<void> {
  const sp = server.as(people.owner);
  await provision(sp, () => undefined);
  const add = (list: string, row: Record<string, unknown>): Promise<unknown> => sp.web.getList(`${sitePath}/Lists/${list}`).items.add(row);
  for (const Title of ['Castle', 'Quay']) await add('Wards', { Title });
  const member = (Title: string, Email: string, WardId?: number, more: Record<string, unknown> = {}): Promise<unknown> =>
    add('Members', { Title, Email, WardId: WardId ?? null, Status: 'Serving', ...more });
  await member('Amara Whitfield', cast.amara, ids.castle, { PreferredContact: 'Teams, mornings' });
  await member('Tom Haldane', cast.tom, ids.castle, { CabinetRoles: 'Leader of the Council' });
  await member('Rashid Karim', cast.rashid, ids.quay);
  await member('Harriet Osei', cast.harriet);
  await add('Services', { Title: 'Street cleaning', Topics: 'litter\nbroken glass\nmissed bin', Does: 'Sweeps streets' });
  await add('Services', { Title: 'Council housing', Topics: 'damp in a council flat\nrepairs', Does: 'Looks after council homes' });
  await add('Services', { Title: 'Customer services', Topics: 'anything else', GeneralContact: true, OutOfHours: 'Ring 01632 960999' });
  await add('Officers', {
    Title: 'Priya Raman',
    Surname: 'Raman',
    JobTitle: 'Liaison officer',
    ServiceId: ids.streets,
    Role: 'Liaison officer',
    Seniority: 'Officer',
    Email: cast.liaison
  });
  await add('Officers', {
    Title: 'Dee Long',
    Surname: 'Long',
    JobTitle: 'Director of Place',
    Seniority: 'Director',
    Email: 'd.long@wexcombe.example'
  });
  await add('Officers', {
    Title: 'Miriam Stone',
    Surname: 'Stone',
    JobTitle: 'Monitoring Officer',
    Seniority: 'Head of service',
    Email: cast.monitoring
  });
  await sp.web.getList(`${sitePath}/Lists/Services`).items.getById(ids.streets).update({ DirectorId: ids.director });
  const failures = await loadSampleProtocols({ sp, sitePath }, () => undefined);
  if (failures[0]) throw new Error(failures[0].reason);
  await ensureMemberFolders(sp, { changed: () => undefined, differs: () => undefined });
}

/** Somebody at the form, as the web part and the message extension know them. */
export interface Writer {
  sp: SPFI;
  start: FormStart;
  context: FormContext;
  drafts: Drafts;
}

/** @param forMember ID of the member for whom Member Support writes */
export async function writer(
  server: TestServer,
  login: string,
  now = new Date('2026-11-24T10:00:00Z'),
  forMember?: number
): Promise<Writer> {
  const sp = server.as(login);
  const start = await readFormStart(sp, sitePath);
  const directory = await readOfficerDirectory(sp, sitePath, '2026-11-24');
  if (!start.protocol) throw new Error('There is no protocol');
  const member = forMember === undefined ? start.self : start.members.find(({ id }) => id === forMember);
  const context = {
    protocol: start.protocol,
    directory,
    now,
    isMember: start.self !== undefined,
    mayRestrict: start.mayRestrict,
    ...(member ? { member } : {})
  };
  return { sp, start, context, drafts: new Drafts(sp, sitePath, start.user.id) };
}

/** A matter for a resident as most are. */
export const casework: EnquiryAnswers = {
  kind: 'casework',
  urgent: false,
  questions: { ownMatter: false, dayToDay: false, factsOrDispute: false },
  serviceId: ids.streets,
  summary: 'Broken glass by the school',
  description: 'Glass at the gate of the school since Monday.\nReported twice.',
  wanted: 'That it is swept before school starts',
  place: 'School Lane',
  earlierReference: '',
  neededBy: '',
  forConstituent: false
};

/** What an enquiry is; fails where it cannot be sent. */
export function submission({ context }: Writer, answers: EnquiryAnswers): Submission {
  const found = submissionOf(context, answers);
  if (!found) throw new Error('It cannot be sent');
  return found;
}

/** Sends a draft as a window of the web part does. */
export function send(by: Writer, draft: Draft, answers: EnquiryAnswers, more: Partial<Sending> = {}): Promise<SentEnquiry[]> {
  return sendEnquiry(by.sp, sitePath, {
    draft,
    submission: submission(by, answers),
    documents: [],
    login: by.start.user.login,
    userId: by.start.user.id,
    window: 'window-1',
    now: () => new Date(),
    persistence: { tries: 3, wait: async () => undefined },
    ...more
  });
}

let count = 0;
/** Writes a draft and sends it. */
export async function raise(by: Writer, answers: EnquiryAnswers, more: Partial<Sending> = {}): Promise<SentEnquiry[]> {
  count += 1;
  const draft = await by.drafts.add(`key-${count}`, answers.summary ?? '', answers);
  return send(by, draft, answers, more);
}
