import { readFileSync } from 'node:fs';
import { defaultPack } from '../../../sharepoint/commands/paths';
import type { FormContext, FormMember } from '../../../src/domain/enquiries/form';
import type { Officer, OfficerDirectory, Service } from '../../../src/domain/officers/officer';
import { readPack } from '../../../src/domain/protocol/readPack';
import type { ProtocolPack } from '../../../src/domain/protocol/pack';

/** The default pack, as it ships. */
export const pack = readPack(JSON.parse(readFileSync(defaultPack, 'utf8'))).pack as ProtocolPack;

const officer = (id: number, name: string, more: Partial<Officer>): Officer => ({
  ...{
    id,
    name,
    surname: name.split(' ').pop() ?? name,
    job: '',
    seniority: 'Officer',
    isLiaison: false,
    email: '',
    phone: '',
    account: ''
  },
  ...{ bestContact: '', workingPattern: '', description: '', profile: '', photo: '' },
  ...more
});
const service = (id: number, title: string, more: Partial<Service> = {}): Service => ({
  ...{ id, title, directorate: '', does: '', topics: [], routine: '', routineLink: '', outOfHours: '', isGeneralContact: false },
  ...more
});

/** A small council. */
export const directory: OfficerDirectory = {
  services: [
    service(1, 'Street cleaning', { headId: 12, directorId: 13 }),
    service(2, 'Council housing', { headId: 12 }),
    service(3, 'Customer services', { isGeneralContact: true }),
    service(4, 'Democratic services')
  ],
  officers: new Map(
    [
      officer(10, 'Priya Raman', { serviceId: 1, isLiaison: true, job: 'Liaison officer' }),
      officer(11, 'Gil Away', { serviceId: 2, isLiaison: true, absence: { from: '2026-11-01' }, coverId: 10 }),
      officer(12, 'Hilda Head', { seniority: 'Head of service', job: 'Head of Streets' }),
      officer(13, 'Dee Director', { seniority: 'Director', job: 'Director of Place' }),
      officer(14, 'Mo Monitoring', { seniority: 'Head of service', job: 'Head of Legal and Monitoring Officer' }),
      officer(15, 'Dan Deputy', { seniority: 'Head of service', job: 'Deputy Monitoring Officer' }),
      officer(16, 'Cher Chief', { seniority: 'Chief executive', job: 'Chief Executive' }),
      officer(17, 'Dora Democratic', { serviceId: 4, isLiaison: true })
    ].map((one) => [one.id, one])
  ),
  closures: new Set(['2026-12-25', '2026-12-28'])
};

export const member: FormMember = {
  ...{
    id: 7,
    name: 'Amara Whitfield',
    ward: { id: 3, name: 'Castle' },
    preferredContact: 'Teams',
    email: '',
    phone: '',
    isExecutive: false
  }
};

/** The form as a member of Castle ward opens it on a Tuesday at ten. */
export const context = (more: Partial<FormContext> = {}): FormContext => ({
  protocol: { id: 1, title: 'Protocol', rules: pack, standards: pack.standards },
  isMember: true,
  mayRestrict: true,
  member,
  directory,
  now: new Date('2026-11-24T10:00:00Z'),
  ...more
});

/** The form as an officer opens it who writes to a ward's members. */
export const officersContext = (): FormContext => {
  const { member: _, ...rest } = context({ isMember: false, mayRestrict: false });
  return rest;
};
