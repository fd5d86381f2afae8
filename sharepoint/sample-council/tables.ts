/** Bodies, appointments, skills and borders of the sample council, as the tables that an owner would keep. */

/** A member of the sample council, as far as the tables need them. */
export interface SampleMember {
  name: string;
  ward: string;
  party: string;
  id: number;
}

const bodies: [name: string, kind: string, linkOfficer?: string][] = [
  ['Cabinet', 'Cabinet', 'd.archer@wexcombe.example'],
  ['Planning Committee', 'Committee', 'p.raman@wexcombe.example'],
  ['Licensing Committee', 'Committee', 'g.llewellyn@wexcombe.example'],
  ['Audit Committee', 'Committee'],
  ['Health Scrutiny Committee', 'Committee', 'd.archer@wexcombe.example'],
  ['Overview and Scrutiny Committee', 'Committee', 'd.archer@wexcombe.example'],
  ['Standards Committee', 'Committee'],
  ['Local Plan Working Party', 'Working party', 'p.raman@wexcombe.example'],
  ['Member Development Working Party', 'Working party'],
  ['Town Centre Task and Finish Group', 'Task and finish group'],
  ['Flooding Task and Finish Group', 'Task and finish group'],
  ['Wexshire Fire and Rescue Authority', 'Outside body'],
  ['Bilton Fields Parish Council', 'Outside body'],
  ['Wexcombe Canal Trust', 'Outside body'],
  ['Wexcombe Citizens Advice', 'Outside body'],
  ['Leam Valley Drainage Board', 'Outside body'],
  ['Wexcombe Almshouses', 'Outside body']
];

/** Places that posts in the feed speak of, and some that make profiles worth reading. */
const named: [member: string, body: string, role: string][] = [
  ['Tom Haldane', 'Cabinet', 'Chair'],
  ['Simon Aldous', 'Cabinet', 'Vice-Chair'],
  ['George Pettifer', 'Cabinet', 'Member'],
  ['Harriet Osei', 'Cabinet', 'Member'],
  ['Charles Enderby', 'Cabinet', 'Member'],
  ['Siân Prosser', 'Planning Committee', 'Chair'],
  ['Hannah Lockwood', 'Planning Committee', 'Vice-Chair'],
  ['Fiona Mackintosh', 'Licensing Committee', 'Chair'],
  ['Joseph Abiola', 'Licensing Committee', 'Vice-Chair'],
  ['Pauline Stretton', 'Audit Committee', 'Chair'],
  ['Yusuf Rahman', 'Health Scrutiny Committee', 'Chair'],
  ['Amara Whitfield', 'Overview and Scrutiny Committee', 'Chair'],
  ['Tom Haldane', 'Town Centre Task and Finish Group', 'Vice-Chair'],
  ['Ellen Marsh', 'Flooding Task and Finish Group', 'Chair'],
  ['Tom Haldane', 'Wexshire Fire and Rescue Authority', 'Council representative'],
  ['Rashid Karim', 'Wexshire Fire and Rescue Authority', 'Council representative'],
  ['Niamh Corrigan', 'Bilton Fields Parish Council', 'Parish councillor'],
  ['Tom Haldane', 'Wexcombe Canal Trust', 'Trustee'],
  ['Leila Haddad', 'Wexcombe Citizens Advice', 'Trustee'],
  ['Charles Enderby', 'Leam Valley Drainage Board', 'Member'],
  ['Bernard Quill', 'Wexcombe Almshouses', 'Trustee']
];

/** Committees that many sit on: size, and how many substitutes. */
const filled: [body: string, members: number, substitutes: number][] = [
  ['Planning Committee', 7, 2],
  ['Licensing Committee', 8, 2],
  ['Audit Committee', 5, 1],
  ['Health Scrutiny Committee', 6, 1],
  ['Overview and Scrutiny Committee', 9, 2],
  ['Standards Committee', 5, 0],
  ['Local Plan Working Party', 5, 0],
  ['Member Development Working Party', 4, 0],
  ['Town Centre Task and Finish Group', 4, 0],
  ['Flooding Task and Finish Group', 4, 0]
];

const skills = [
  'Town planning',
  'Construction',
  'British Sign Language',
  'Canals',
  'Accountancy',
  'Housing law',
  'Nursing',
  'Welsh',
  'Urdu',
  'Polish',
  'School governor',
  'Youth work',
  'Farming',
  'Small business',
  'Cycling',
  'Local history',
  'Renewable energy',
  'Mental health',
  'Trees and woodland',
  'Armed forces'
];
/** Tom Haldane has all of the first four, as the design shows. */
const skillsOf = (member: SampleMember, index: number): string[] =>
  member.name === 'Tom Haldane'
    ? skills.slice(0, 4)
    : index % 5 === 3
      ? []
      : [0, 7, 11].map((step) => String(skills[(index + step * 3) % skills.length]));

export const csv = (rows: string[][]): string =>
  `${rows.map((row) => row.map((value) => (/[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value)).join(',')).join('\n')}\n`;

/** A ward's code: none of the Office for National Statistics'. */
const codeOf = (index: number): string => `E0509900${(index + 10).toString(36).toUpperCase()}`;

/** How many wards stand side by side on the invented map. */
const mapWidth = 4;

/** Whom the council lost at the last election, so that there are former members. */
const departed: SampleMember[] = [
  { name: 'Gwendolyn Ashby', ward: 'Castle', party: 'Conservative', id: 951 },
  { name: 'Harold Pym', ward: 'Priory', party: 'Labour', id: 952 },
  { name: 'Nasreen Akhtar', ward: 'Westgate', party: 'Liberal Democrat', id: 953 }
];

/** How members like to be contacted; some have not said. */
const preferences = ['Phone, after 5 pm', '', 'Teams, weekdays', 'E-mail, mornings', ''];

/** The tables by file name. */
export function tables(members: SampleMember[], wards: string[]): Record<string, string> {
  const appointments = [...named];
  const holds = (name: string, body: string): boolean => appointments.some(([who, what]) => who === name && what === body);
  filled.forEach(([body, size, substitutes], number) => {
    const free = members.filter(({ name }) => !holds(name, body) && !holds(name, 'Cabinet'));
    for (let place = 0; place < size + substitutes; place += 1) {
      const { name } = free[(number * 11 + place * 5) % free.length] as SampleMember;
      if (!holds(name, body)) appointments.push([name, body, place < size ? 'Member' : 'Substitute']);
    }
  });
  const borders = wards.flatMap((ward, index) =>
    [index + 1, index + mapWidth]
      .filter((other) => other < wards.length && (other !== index + 1 || other % mapWidth !== 0))
      .map((other) => [codeOf(index), ward, codeOf(other), String(wards[other])])
  );
  return {
    'bodies.csv': csv([['Body', 'Kind', 'Link officer'], ...bodies.map(([name, kind, officer]) => [name, kind, officer ?? ''])]),
    'appointments.csv': csv([['Member', 'Body', 'Role', 'From'], ...appointments.map((row) => [...row, '2024-05-16'])]),
    'skills.csv': csv([
      ['Member', 'Skills'],
      ...members.flatMap((member, index) => {
        const own = skillsOf(member, index);
        return own.length > 0 ? [[member.name, own.join('; ')]] : [];
      })
    ]),
    'neighbours.csv': csv([['Ward', 'Ward name', 'Neighbour', 'Neighbour name'], ...borders]),
    'members-2020.csv': csv([
      ['Name', 'Ward', 'Party', 'Prefers', 'Modern.Gov id'],
      ...[...members.slice(0, 17), ...departed].map(({ name, ward, party, id }, index) => [
        name,
        ward,
        party,
        String(preferences[index % preferences.length]),
        String(id)
      ])
    ])
  };
}
