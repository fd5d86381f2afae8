import { clauseResult } from '../../../teams/message-extension/cards/clause-card';
import { enquiryResult, enquirySent } from '../../../teams/message-extension/cards/enquiry-card';
import { memberResult } from '../../../teams/message-extension/cards/member-card';
import { officerResult, serviceResult } from '../../../teams/message-extension/cards/officer-card';
import { largestCard, sizeOf } from '../../../teams/message-extension/cards/parts';
import type { EnquirySummary } from '../../../src/domain/enquiries/desk';
import type { Member } from '../../../src/domain/members/member';
import type { Officer, OfficerDirectory, Service } from '../../../src/domain/officers/officer';

/** What a cell of a list holds at most, of characters that take the most room. */
const long = '🏳️‍🌈ŵ<b>*_[x](y)'.repeat(20).slice(0, 255);
const note = long.repeat(200);
const link = `https://teams.microsoft.com/l/entity/x/people?context=${'%7B'.repeat(100)}`;
const picture = `data:image/jpeg;base64,${'A'.repeat(21_848)}`;

const member: Member = {
  ...{ id: 1, name: long, surname: long, knownAs: long, title: long, honours: long, ward: { id: 1, name: long }, party: long, email: long },
  ...{ phone: long, preferredContact: long, cabinetRoles: Array<string>(40).fill(long), responsibilities: Array<string>(40).fill(long) },
  ...{ surgeries: note, skills: [long], term: {}, photo: 'x', account: long, serving: true }
};
const officer: Officer = {
  ...{
    id: 1,
    name: long,
    surname: long,
    job: long,
    serviceId: 1,
    seniority: 'Officer',
    isLiaison: true,
    email: long,
    phone: long,
    account: long
  },
  ...{ bestContact: note, workingPattern: note, description: note, profile: note, photo: 'x' }
};
const service: Service = {
  ...{
    id: 1,
    title: long,
    directorate: long,
    does: note,
    topics: Array<string>(50).fill(long),
    routine: note,
    routineLink: '',
    outOfHours: note
  },
  isGeneralContact: false
};
const directory: OfficerDirectory = { services: [service], officers: new Map([[1, officer]]), closures: new Set() };
const links = { officer: () => link, service: () => link, raise: () => link };
const enquiry: EnquirySummary = {
  ...{
    id: 2_147_483_647,
    key: 'k',
    summary: long,
    state: 'new',
    kind: 'casework',
    member: { id: 1, name: long },
    ward: { id: 1, name: long }
  },
  ...{
    service: { id: 1, name: long },
    officer: { id: 1, name: long },
    isOfficers: false,
    isUrgent: false,
    folder: { kind: 'member', memberId: 1 }
  },
  ...{
    created: new Date(),
    come: '2026-11-24',
    acknowledgeBy: '2026-11-25',
    replyBy: '2026-12-08',
    respondBy: undefined,
    neededBy: undefined
  },
  ...{ openUntil: undefined, fromMember: false, counted: 0 }
};
const now = new Date('2026-11-24T10:00:00Z');

const longest = {
  member: memberResult(member, [], link, picture),
  officer: officerResult(officer, directory, '2026-11-24', links, picture),
  service: serviceResult(service, Array<string>(50).fill(long), directory, '2026-11-24', links),
  enquiry: enquiryResult(enquiry, link, now, () => false),
  sent: enquirySent(enquiry, link),
  clause: clauseResult(
    { id: 1, number: '7.3', heading: long, text: `${note}\n\n- ${note}\n- ${note}`, topics: [], speaksTo: [], source: '' },
    link
  )
};

test.each(Object.entries(longest))('the card of the longest %s is one that Teams takes', (_name, { content }) => {
  expect(sizeOf(content)).toBeLessThan(largestCard);
});

test('a picture that leaves no room for the rest is left out', () => {
  const { content } = memberResult(member, [], link, picture + 'A'.repeat(6_000));
  expect(JSON.stringify(content)).not.toContain('data:image');
  expect(sizeOf(content)).toBeLessThan(largestCard);
  const short = memberResult(
    { ...member, name: 'Tom', cabinetRoles: [], responsibilities: [] },
    [],
    'https://x',
    'data:image/png;base64,AAAA'
  );
  expect(JSON.stringify(short.content)).toContain('data:image/png;base64,AAAA');
});

test('what people wrote is text: no links, no formats, no dates, no HTML', () => {
  const name = '[here](https://evil.example) {{DATE(2026-11-24T10:00:00Z, SHORT)}} <b>x</b>\u202e';
  const { content, preview } = enquiryResult(
    { ...enquiry, summary: name, service: { id: 1, name: '<img src=x>' } },
    link,
    now,
    () => false
  );
  const text = JSON.stringify(content);
  expect(text).toContain('RichTextBlock');
  expect(text).not.toContain('"TextBlock"');
  expect(text).not.toContain('{{');
  expect(text).not.toContain('\u202e');
  expect(JSON.stringify(preview)).not.toContain('<img');
});
