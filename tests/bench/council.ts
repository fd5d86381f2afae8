import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import { provision } from '../../sharepoint/provisioning/provision';
import { portrait } from '../../sharepoint/sample-council/portrait';
import { usualParties } from '../../src/domain/members/party';
import { control } from '../support/api';
import { people, type TestServer } from '../support/server';

/** A council of any size, made up by rule: the same numbers give the same council. */

const givenNames =
  'Amara Ben Catrin Dev Ellen Farah George Hana Idris Joan Kofi Leila Morag Nia Oliver Priya Quentin Rosa Seán Tess Umar'.split(' ');
const surnames =
  "Abiola Barrow Corrigan Desai Enderby Falconer Gwynne Haldane Iqbal Jessop Kettle Llewellyn Marsh Nowak O'Rourke Prosser Quill Rahman Stretton Tranter Underhill Venn Whitfield Yusuf Zieliński".split(
    ' '
  );
const skills = [
  'Town planning',
  'Construction',
  'Law',
  'Canals',
  'Housing',
  'British Sign Language',
  'Farming',
  'Finance',
  'Health',
  'Schools'
];
const posts = ['Chair of the Licensing Committee', 'Group Leader', 'Armed Forces Champion', 'Vice-Chair of Scrutiny'];
const kinds = ['Committee', 'Working party', 'Task and finish group', 'Outside body'];

/** Of a list, the entry for a number, round and round. */
const turn = <T>(entries: readonly T[], number: number): T => entries[number % entries.length] as T;

export interface CouncilSize {
  members: number;
  appointments: number;
}

/** Provisions the lists and fills them. */
export async function fillCouncil(server: TestServer, { members, appointments }: CouncilSize): Promise<void> {
  const sp = server.as(people.owner);
  await provision(sp, () => undefined);
  const seed = (list: string, items: object[]): Promise<{ firstId: number }> => control(server, 'seed', { list, items });
  const wards = Math.ceil(members / 3);
  const bodies = Math.min(60, Math.ceil(appointments / 10));
  const { firstId: ward } = await seed(
    'Wards',
    Array.from({ length: wards }, (_, n) => ({ Title: `${turn(surnames, n)} ${n % 2 ? 'Green' : 'Hill'} ${n}`, Seats: 3, Vacancies: 0 }))
  );
  const faces: string[] = [];
  const library = sp.web.getFolderByServerRelativePath('/sites/members/MemberPhotos');
  for (let n = 0; n < 12; n += 1) {
    const { ServerRelativeUrl } = await library.files.addUsingPath(`${n}.png`, new Blob([new Uint8Array(portrait(n))]), {
      Overwrite: true
    });
    faces.push(`${server.origin}${ServerRelativeUrl}`);
  }
  const { firstId: member } = await seed(
    'Members',
    Array.from({ length: members }, (_, n) => {
      const given = turn(givenNames, n * 5 + Math.floor(n / 7));
      const surname = turn(surnames, n * 3 + Math.floor(n / 11));
      return {
        ...{ Title: `${given} ${surname}`, GivenName: given, Surname: surname, Status: 'Serving', WardId: ward + Math.floor(n / 3) },
        ...{ Party: turn(usualParties, n * n).name, Email: `member.${n}@council.example`, Phone: `01632 96${String(n).padStart(4, '0')}` },
        ...(n % 9 === 0 ? { CabinetRoles: `Cabinet Member for ${turn(skills, n)}` } : {}),
        ...(n % 4 === 0 ? { Responsibilities: turn(posts, n / 4) } : {}),
        Surgeries: 'First Saturday of the month, 10am to 11.30am, at the library.',
        Skills: [turn(skills, n), turn(skills, n * 3 + 1), turn(skills, n + 5)].join('\n'),
        ...{
          TermStart: '2023-05-08',
          TermEnd: '2027-05-10',
          Photo: { Url: turn(faces, n), Description: '' },
          ModernGovId: String(1000 + n)
        }
      };
    })
  );
  const { firstId: body } = await seed(
    'Bodies',
    Array.from({ length: bodies }, (_, n) => ({ Title: `${turn(skills, n)} ${turn(kinds, n)} ${n}`, Kind: turn(kinds, n) }))
  );
  await seed(
    'Appointments',
    Array.from({ length: appointments }, (_, n) => ({
      MemberId: member + ((n * 7) % members),
      BodyId: body + ((Math.floor(n / members) * 5 + n) % bodies),
      Role: n % 17 === 0 ? 'Chair' : n % 23 === 0 ? 'Substitute' : 'Member',
      From: '2024-05-16'
    }))
  );
}
