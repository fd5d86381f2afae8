import { services } from '../../sharepoint/sample-council/services';
import { control } from '../support/api';
import type { TestServer } from '../support/server';

/** A directory of any size, made up by rule, with the sample council's services. The lists have to be there. */

const givenNames = 'Priya Dan Ruth Amit Sophie Marcus Elaine Owen Farah Keith Nadia Graham Lucy Samuel Bethan Imran Carol'.split(' ');
const surnames =
  'Nair Oldroyd Calloway Sethi Barlow Okafor Thwaite Pritchard Siddiqui Renshaw Kaur Dobbs Ashworth Mensah Vaughan Hussain Lister Fenwick Patel Mather'.split(
    ' '
  );
/** One in so many is a liaison officer. */
const liaisonEvery = 30;

/** Fills Services and Officers. */
export async function fillOfficers(server: TestServer, officers: number): Promise<void> {
  const seed = (list: string, items: object[]): Promise<{ firstId: number }> => control(server, 'seed', { list, items });
  const { firstId } = await seed(
    'Services',
    services.map(({ title, directorate, does, topics, routine, outOfHours }) => ({
      ...{ Title: title, Directorate: directorate, Does: does, Topics: topics.join('\n'), Routine: routine, OutOfHours: outOfHours ?? '' },
      GeneralContact: title === 'Customer services'
    }))
  );
  await seed(
    'Officers',
    Array.from({ length: officers }, (_, n) => {
      const [given, surname] = [givenNames[n % givenNames.length], surnames[(n * 3 + Math.floor(n / 11)) % surnames.length]];
      const service = n % services.length;
      const isLiaison = n % liaisonEvery === 0;
      return {
        ...{ Title: `${given} ${surname}`, GivenName: given, Surname: surname, ServiceId: firstId + service },
        ...{ JobTitle: `${services[service]?.short} ${n % 5 === 0 ? 'Manager' : 'Officer'}`, Email: `officer.${n}@council.example` },
        Seniority: n % 300 === 7 ? 'Head of service' : n % 5 === 0 ? 'Manager' : 'Officer',
        Phone: `01632 96${String(n % 10000).padStart(4, '0')}`,
        ...(isLiaison
          ? { Role: 'Liaison officer', Profile: 'Has worked for the council for years. '.repeat(8), BestContact: 'Phone' }
          : {}),
        ...(n % 90 === 0 ? { AwayFrom: '2026-01-05', AwayTo: '2099-01-02' } : {})
      };
    })
  );
}
