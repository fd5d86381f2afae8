import { services } from './services';

/** Officers of the sample council, none of whom exists, as a table that an owner would keep. */

/** Somebody as the table has them. */
export interface SampleOfficer {
  name: string;
  job: string;
  service: string;
  seniority: string;
  liaison: boolean;
  email: string;
  phone: string;
  best: string;
  works: string;
  asks: string;
  profile: string;
  awayFrom: string;
  awayTo: string;
  cover: string;
  /** Number of the portrait; absent for most. */
  portrait?: number;
  reviewed: string;
}

const given =
  'Priya Dan Ruth Amit Sophie Marcus Elaine Owen Farah Keith Nadia Graham Lucy Samuel Bethan Imran Carol Jason Meera Alan Tessa Winston Jane Mohammed Helen Craig Yasmin Paul Donna Kofi Sarah Liam Anita Ian Rosie Dewi Karen Tomasz Leah Vikram Judith Ben Chloe Sanjay Maureen Adrian Hope Kamal Denise Rhys'.split(
    ' '
  );
const family =
  'Nair Oldroyd Calloway Sethi Barlow Okafor Thwaite Pritchard Siddiqui Renshaw Kaur Dobbs Ashworth Mensah Vaughan Hussain Lister Fenwick Patel Mather Crossley Clarke Whitaker Rahim Oakes Brennan Malik Garside Shaw Boateng Tordoff Keane Rao Hargreaves Lomas Howell Nuttall Zielinski Marlow Iyer Pickering Sutcliffe Ramsden Gill Fairhurst Bancroft Adeleke Aziz Holroyd Parry'.split(
    ' '
  );

/** Names in an order in which no two follow one another in both lists. */
const nameOf = (index: number): string =>
  `${given[index % given.length]} ${family[(index * 7 + Math.floor(index / given.length) * 3) % family.length]}`;

const addressOf = (name: string): string => {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return `${first.charAt(0)}.${rest.join('')}@wexcombe.example`;
};

/** Whom the accounts of the sample council belong to: they stand in the directory too. */
const known: Partial<Record<string, { name: string; job: string; seniority: string; liaison?: boolean }[]>> = {
  Highways: [
    { name: 'Priya Raman', job: 'Highways Liaison Manager', seniority: 'Manager', liaison: true },
    { name: 'Joanne Fell', job: 'Highways Inspector', seniority: 'Officer' }
  ],
  'Council housing': [{ name: 'Gareth Llewellyn', job: 'Tenancy Services Manager', seniority: 'Manager', liaison: true }],
  'Legal, insurance and information': [{ name: 'Miriam Stone', job: 'Monitoring Officer', seniority: 'Head of service' }],
  'Elections and democracy': [
    { name: 'Dawn Archer', job: 'Democratic Services Manager', seniority: 'Manager', liaison: true },
    { name: 'Colin Yardley', job: 'Member Support Officer', seniority: 'Officer' }
  ],
  Planning: [
    { name: 'Peter Nowak', job: 'Planning Assistant', seniority: 'Officer' },
    { name: 'Anita Patel', job: 'Senior Planning Officer', seniority: 'Manager' }
  ]
};

/** One head leads up to two services: the first of them names the job. */
const headFor = (index: number, titles: readonly string[]): number => titles.indexOf(titles[index - (index % 2)] ?? '');
const withoutLiaison = 'Finance and procurement';
const withTwo = new Set([
  'Waste and recycling',
  'Highways',
  'Environmental protection',
  'Planning',
  'Council housing',
  'Adult social care'
]);
const patterns = ['', 'Monday to Thursday', '', 'Tuesday to Friday, 9.30 to 3', '', 'Monday, Wednesday and Friday', ''];
const waysToReach = [
  'Phone, mornings',
  'Teams chat, any time',
  'E-mail; answers the same day',
  'Phone after 2 pm',
  'Teams call, by appointment'
];
const total = 220;
const jobs = ['Officer', 'Senior Officer', 'Assistant', 'Technician', 'Adviser', 'Coordinator'];

/** All officers; services in the order of the table of services. */
export function sampleOfficers(): { officers: SampleOfficer[]; heads: Map<string, { head: string; director: string }> } {
  const officers: SampleOfficer[] = [];
  let next = 0;
  const taken = new Set(Object.values(known).flatMap((people) => (people ?? []).map(({ name }) => addressOf(name))));
  const freshName = (): string => {
    let name = nameOf(next);
    while (taken.has(addressOf(name))) name = nameOf((next += 1));
    next += 1;
    taken.add(addressOf(name));
    return name;
  };
  const add = (details: Partial<SampleOfficer> & Pick<SampleOfficer, 'job' | 'service' | 'seniority'>): SampleOfficer => {
    const name = details.name ?? freshName();
    const number = officers.length;
    const officer: SampleOfficer = {
      ...{ liaison: false, best: '', works: '', asks: '', profile: '', awayFrom: '', awayTo: '', cover: '' },
      email: addressOf(name),
      phone: `01632 960${200 + (number % 780)}`,
      reviewed: number % 9 === 4 ? '2026-02-10' : '2026-10-05',
      ...details,
      name
    };
    officers.push(officer);
    return officer;
  };
  add({ job: 'Chief Executive', service: '', seniority: 'Chief executive' });
  const directorates = [...new Set(services.map(({ directorate }) => directorate))];
  const directors = new Map(
    directorates.map((directorate) => [directorate, add({ job: `Director of ${directorate}`, service: '', seniority: 'Director' })])
  );
  const heads = new Map<string, { head: string; director: string }>();
  for (const directorate of directorates) {
    const own = services.filter((service) => service.directorate === directorate);
    const titles = own.map(({ title }) => title);
    const byIndex = new Map<number, SampleOfficer>();
    own.forEach(({ title, short }, index) => {
      const leader = headFor(index, titles);
      const knownHead = known[title]?.find(({ seniority }) => seniority === 'Head of service');
      const head =
        knownHead !== undefined
          ? add({ ...knownHead, service: title })
          : (byIndex.get(leader) ?? add({ job: `Head of ${short}`, service: title, seniority: 'Head of service' }));
      if (knownHead === undefined) byIndex.set(leader, head);
      heads.set(title, { head: head.email, director: directors.get(directorate)?.email ?? '' });
    });
  }
  let liaisons = 0;
  for (const { title, short, does } of services) {
    const people = (known[title] ?? []).filter(({ seniority }) => seniority !== 'Head of service');
    const wanted = title === withoutLiaison ? 0 : withTwo.has(title) ? 2 : 1;
    const asLiaison = (index: number, service: string): Partial<SampleOfficer> => ({
      liaison: true,
      best: String(waysToReach[(liaisons + index) % waysToReach.length]),
      works: String(patterns[(liaisons + index) % patterns.length]),
      asks: `Anything day to day about ${service.charAt(0).toLowerCase()}${service.slice(1)}: who has it, what happens next and by when.`,
      portrait: 2001 + liaisons
    });
    for (let index = 0; index < wanted; index += 1) {
      const somebody = people.find(({ liaison, name }) => liaison && !officers.some((one) => one.name === name));
      const person = add({
        ...asLiaison(index, title),
        ...(somebody ? { name: somebody.name } : {}),
        job: somebody?.job ?? `${short} ${index === 0 ? 'Liaison Manager' : 'Liaison Officer'}`,
        service: title,
        seniority: somebody?.seniority ?? (index === 0 ? 'Manager' : 'Officer')
      });
      const years = 3 + ((liaisons * 5) % 17);
      person.profile = `${person.name.split(' ')[0]} has worked for Wexcombe for ${years} years, ${years > 8 ? 'first at the counter and then in the service' : 'all of them in the service'}, and knows what it can and cannot do. ${does.split(/[:,]/)[0]} and all that goes with it.`;
      liaisons += 1;
    }
    for (const { name, job, seniority, liaison } of people) if (!liaison) add({ name, job, seniority, service: title });
  }
  for (let index = 0; officers.length < total; index += 1) {
    const { title, short } = services[index % services.length] ?? { title: '', short: '' };
    const round = Math.floor(index / services.length);
    const isManager = round === 0 && index % 2 === 0;
    add({
      job: isManager ? `${short} Manager` : `${short} ${jobs[(index + round) % jobs.length]}`,
      service: title,
      seniority: isManager ? 'Manager' : 'Officer'
    });
  }
  absences(officers);
  return { officers, heads };
}

/** Some are away for long, so that there is something to see whenever the sample is looked at. */
function absences(officers: SampleOfficer[]): void {
  const liaisonIn = (service: string, place = 0): SampleOfficer | undefined =>
    officers.filter((officer) => officer.liaison && officer.service === service)[place];
  const away = (officer: SampleOfficer | undefined, from: string, to: string, cover?: SampleOfficer): void => {
    if (officer) Object.assign(officer, { awayFrom: from, awayTo: to, cover: cover?.email ?? '' });
  };
  away(liaisonIn('Waste and recycling', 1), '2026-11-02', '2029-11-30', liaisonIn('Waste and recycling'));
  // One covers who is away too: a third answers.
  away(liaisonIn('Licensing'), '2026-09-07', '2029-08-31', liaisonIn('Building control'));
  away(liaisonIn('Building control'), '2026-10-05', '', liaisonIn('Planning'));
  // Two who name each other: then the head of service answers.
  away(liaisonIn('Public health'), '2026-08-03', '', liaisonIn('Economy and regeneration'));
  away(liaisonIn('Economy and regeneration'), '2026-08-03', '', liaisonIn('Public health'));
  away(liaisonIn('Registration and bereavement'), '2026-10-26', '2030-01-04');
  const parks = liaisonIn('Parks, trees and open spaces');
  if (parks) parks.cover = liaisonIn('Street cleaning')?.email ?? '';
}
