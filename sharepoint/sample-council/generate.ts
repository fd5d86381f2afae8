import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLBuilder } from 'fast-xml-parser';
import { directoryAccounts, directoryTables } from './directory-tables';
import { sampleOfficers } from './officers';
import { portrait } from './portrait';
import { tables, type SampleMember } from './tables';

/**
 * Writes the sample council: Wexcombe, a unitary council that does not exist, as the feed that a council's Modern.Gov would
 * give, tables of what such a feed does not have, and portraits of its members and officers, who do not exist either. Run it with: npx tsx sharepoint/sample-council/generate.ts
 */

interface Person {
  name: string;
  party: string;
  posts?: string;
  surgery?: string[];
  /** No portrait: initials are shown. */
  faceless?: boolean;
}

const con = 'Conservative Party';
const lab = 'Labour';
const lib = 'Liberal Democrats';
const grn = 'Green Party';
const ind = 'Independent';
const saturday = (where: string): string[] => [`First Saturday of the month, 10am to 11.30am, ${where}.`, 'No appointment needed.'];

const wards: [string, Person[]][] = [
  [
    'Bilton Fields',
    [
      { name: 'Councillor Amara Whitfield', party: lab, posts: 'Leader of the Opposition', surgery: saturday('Bilton Library') },
      { name: 'Councillor Niamh Corrigan', party: lab },
      { name: 'Councillor Joseph Abiola', party: lab, posts: 'Vice-Chair of the Licensing Committee' }
    ]
  ],
  [
    'Castle',
    [
      {
        name: 'Councillor Tom Haldane',
        party: con,
        posts: 'Leader of the Council and Cabinet Member for Regeneration and Growth',
        surgery: saturday('Castle Library')
      },
      { name: 'Councillor Rashid Karim', party: lab },
      { name: 'Councillor Mrs Pauline Stretton OBE', party: con, posts: 'Chair of the Audit Committee' }
    ]
  ],
  [
    'Dunholme',
    [
      { name: 'Councillor Siân Prosser', party: lib, posts: 'Chair, Planning Committee' },
      { name: 'Councillor Oliver Tranter', party: 'The Liberal Democrats' },
      { name: 'Vacant seat', party: '' }
    ]
  ],
  [
    'Eastlands',
    [
      { name: 'Councillor Ellen Marsh', party: grn, posts: 'Climate Champion', surgery: ['By appointment, in person or by telephone.'] },
      { name: 'Councillor Dev Malhotra', party: 'Green' }
    ]
  ],
  [
    'Fernhill',
    [
      { name: 'Councillor Dr Yusuf Rahman', party: lab, posts: 'Chair of the Health Scrutiny Committee' },
      { name: 'Councillor Grace Penhaligon', party: lab },
      { name: 'Councillor Stuart Kettle', party: con }
    ]
  ],
  [
    'Hillside',
    [
      { name: 'Councillor George Pettifer', party: con, posts: 'Cabinet Member for Housing and Homes' },
      { name: 'Councillor Peter Blackwood', party: ind, posts: 'Armed Forces Champion' },
      { name: "Councillor Catherine O'Rourke", party: con }
    ]
  ],
  [
    'Kingsmead',
    [
      { name: 'Councillor Laurence van der Meer', party: lib, posts: 'Leader of the Liberal Democrat Group' },
      { name: 'Councillor Beatrice Onyango', party: lib }
    ]
  ],
  [
    'Leam Valley',
    [
      { name: 'Councillor Simon Aldous', party: con, posts: 'Deputy Leader of the Council and Cabinet Member for Communities' },
      { name: 'Councillor Fiona Mackintosh', party: con },
      { name: 'Councillor Wei Chen', party: lab }
    ]
  ],
  [
    'Mill Lane',
    [
      { name: 'Councillor Anjali Desai', party: lab, posts: 'Labour Group Whip' },
      { name: 'Councillor Roy Tunnicliffe BEM', party: 'Labour Party' }
    ]
  ],
  [
    'Newtown',
    [
      { name: 'Councillor Harriet Osei', party: con, posts: 'Cabinet Member for Finance' },
      { name: 'Councillor Michael Dunmore', party: con },
      { name: 'Councillor Zofia Kowalczyk', party: lab, faceless: true }
    ]
  ],
  [
    'Oakfield',
    [
      { name: 'Councillor Neil Farrant', party: con, posts: 'Mayor of Wexcombe' },
      { name: 'Councillor Tamsin Hale', party: grn }
    ]
  ],
  [
    'Priory',
    [
      { name: 'Councillor Isaac Thorne', party: lab },
      { name: 'Councillor Leila Haddad', party: lab, posts: 'Deputy Leader of the Labour Group' },
      { name: 'Councillor Bernard Quill MBE DL', party: con }
    ]
  ],
  [
    'Riverside and Quay',
    [
      { name: 'Councillor Hannah Lockwood', party: lib, posts: 'Vice-Chair of the Planning Committee' },
      { name: 'Councillor Emeka Nwosu', party: lib },
      { name: 'Councillor Alice Hartnell-Rees', party: lab }
    ]
  ],
  [
    "St Aidan's",
    [
      { name: 'Councillor Derek Smallbone', party: ind, posts: 'Leader of the Independent Group' },
      { name: 'Councillor Rhiannon Pugh', party: 'Wexcombe Residents' }
    ]
  ],
  [
    'Upper Wex',
    [
      { name: 'Councillor Charles Enderby', party: con, posts: 'Cabinet Member for Environment and Streets; Rural Champion' },
      { name: 'Councillor Imogen Vance', party: con },
      { name: 'Councillor Gurpreet Singh Dhillon', party: lab }
    ]
  ],
  [
    'Westgate',
    [
      { name: 'Councillor Louise Fairbairn', party: lib },
      { name: 'Councillor Patrick Adeyemi', party: lab, posts: 'Deputy Mayor', faceless: true },
      { name: 'Councillor Marjorie Bell', party: '' }
    ]
  ]
];

const plainName = (name: string): string => name.replace(/^Councillor (?:Mrs |Dr )?| (?:OBE|BEM|MBE DL)$/g, '');

const emailOf = (name: string): string => {
  const [first = '', ...rest] = plainName(name)
    .normalize('NFKD')
    .replace(/[^A-Za-z -]/g, '')
    .toLowerCase()
    .split(' ');
  return `${first.charAt(0)}.${rest.join('')}@wexcombe.example`;
};

/** Modern.Gov writes an empty element with white space in it. */
const blank = '\n          ';
let number = 0;
const photosOf: number[] = [];
const members: SampleMember[] = [];

function councillor({ name, party, posts, surgery, faceless }: Person, ward: string): object {
  number += 1;
  const id = 1000 + number;
  const vacant = name === 'Vacant seat';
  if (!vacant) members.push({ name: plainName(name), ward, party, id });
  if (!vacant && !faceless) photosOf.push(id);
  const picture = vacant || faceless ? 'mgimages/missingbigmug.gif' : `portraits/${id}.png`;
  return {
    councillorid: id,
    fullusername: name,
    photosmallurl: picture,
    photobigurl: picture,
    politicalpartytitle: party || blank,
    districttitle: blank,
    representing: blank,
    keyposts: posts ?? blank,
    workaddress: vacant
      ? blank
      : {
          line1: 'Council Offices',
          line2: 'Market Square',
          line3: 'Wexcombe',
          phone: `01632 960${String(400 + number)}`,
          email: emailOf(name)
        },
    homeaddress: vacant
      ? blank
      : {
          line1: `${number} Example Street`,
          line2: 'Wexcombe',
          postcode: 'ZZ9 9ZZ',
          phone: `01632 961${String(number).padStart(3, '0')}`,
          mobile: `07700 900${String(number).padStart(3, '0')}`
        },
    surgerydetails: surgery ? Object.fromEntries(surgery.map((line, index) => [`line${index + 1}`, line])) : blank,
    termsofoffice: vacant
      ? blank
      : {
          termofoffice: [
            ...(number % 3 === 0 ? [{ startdate: '07/05/2020', enddate: '02/05/2024' }] : []),
            { startdate: '02/05/2024', enddate: number % 7 === 0 ? 'unspecified' : '04/05/2028' }
          ]
        }
  };
}

const folder = join(__dirname, 'portraits');
const feed = {
  '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
  councillorsbyward: {
    wards: {
      ward: wards.map(([wardtitle, people]) => ({
        wardtitle,
        councillors: { councillorcount: ` ${people.length}`, councillor: people.map((person) => councillor(person, wardtitle)) }
      }))
    }
  }
};
writeFileSync(
  join(__dirname, 'moderngov.xml'),
  new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true }).build(feed)
);
const wardNames = wards.map(([name]) => name);
for (const [name, text] of Object.entries(tables(members, wardNames))) writeFileSync(join(__dirname, name), text);
const { officers, heads } = sampleOfficers();
for (const [name, text] of Object.entries(directoryTables(officers, heads))) writeFileSync(join(__dirname, name), text);
const accountsFile = join(__dirname, 'accounts.json');
const accounts = (JSON.parse(readFileSync(accountsFile, 'utf8')) as { login: string; directoryOnly?: boolean }[]).filter(
  ({ directoryOnly }) => !directoryOnly
);
const everybody = [...accounts, ...directoryAccounts(officers, new Set(accounts.map(({ login }) => login)))];
writeFileSync(accountsFile, `${JSON.stringify(everybody, undefined, 2).replace(/\[\s+"([^"]*)"\s+\]/g, '["$1"]')}\n`);
for (const { portrait: number } of officers) if (number !== undefined) photosOf.push(number);
mkdirSync(folder, { recursive: true });
for (const id of photosOf) writeFileSync(join(folder, `${id}.png`), portrait(id));
