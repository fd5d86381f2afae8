import type { SampleOfficer } from './officers';
import { services } from './services';
import { csv } from './tables';

/** Services and officers of the sample council, as the tables that an owner would keep. */
export function directoryTables(
  officers: readonly SampleOfficer[],
  heads: ReadonlyMap<string, { head: string; director: string }>
): Record<string, string> {
  return {
    'services.csv': csv([
      [
        'Service',
        'Directorate',
        'What it does',
        'Topics',
        'Routine requests',
        'Page',
        'Out of hours',
        'Head of service',
        'Director',
        'General contact',
        'Checked on'
      ],
      ...services.map(({ title, directorate, does, topics, routine, page, outOfHours }, index) => [
        ...[title, directorate, does, topics.join('; '), routine, `https://www.wexcombe.example/${page}`, outOfHours ?? ''],
        ...[heads.get(title)?.head ?? '', heads.get(title)?.director ?? '', title === 'Customer services' ? 'yes' : ''],
        index % 11 === 7 ? '2026-01-20' : '2026-10-01'
      ])
    ]),
    'officers.csv': csv([
      [
        ...[
          'Name',
          'Job',
          'Service',
          'Seniority',
          'Liaison officer',
          'E-mail',
          'Phone',
          'Best reached',
          'Works',
          'What members can ask',
          'Profile'
        ],
        ...['Away from', 'Away to', 'Covered by', 'Photograph', 'Checked on']
      ],
      ...officers.map((one) => [
        ...[
          one.name,
          one.job,
          one.service,
          one.seniority,
          one.liaison ? 'yes' : '',
          one.email,
          one.phone,
          one.best,
          one.works,
          one.asks,
          one.profile
        ],
        ...[one.awayFrom, one.awayTo, one.cover, one.portrait === undefined ? '' : `portraits/${one.portrait}.png`, one.reviewed]
      ])
    ])
  };
}

/** An object id for an account that only the directory has: made from a number, so that it stays. */
const objectId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * Accounts of officers whom members see first, for the local directory: they can be found and chatted with, and nobody
 * signs in as them. One has none, as after somebody left.
 */
export const directoryAccounts = (officers: readonly SampleOfficer[], signingIn: ReadonlySet<string>): object[] =>
  officers
    .filter(({ liaison, seniority }) => liaison || ['Chief executive', 'Director', 'Head of service'].includes(seniority))
    .filter(({ email, service }) => !signingIn.has(email) && service !== 'Registration and bereavement')
    .map(({ email, name, job }, index) => ({
      ...{ login: email, name, email, aadObjectId: objectId(index + 1), jobTitle: job, groups: [], directoryOnly: true }
    }));
