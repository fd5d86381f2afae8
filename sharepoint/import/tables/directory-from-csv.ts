import type { RegisteredService } from '../../../src/data/officers/register';
import { seniorities, type Officer, type OfficerDirectory } from '../../../src/domain/officers/officer';
import { parseClosures } from './closures';
import { parseOfficers } from './officers';
import { officerFinder, parseServices } from './services';

/** Services and officers straight from their tables, numbered by line: what the lists would hold after an import. */
export function directoryFromCsv(servicesCsv: string, officersCsv: string, closuresCsv: string): OfficerDirectory {
  const published = parseServices(servicesCsv, 'services.csv').services;
  const rows = published.map(({ line, details }): RegisteredService => ({
    ...{ id: line, directorate: '', does: '', topics: [], routine: '', routineLink: '', outOfHours: '', isGeneralContact: false },
    ...{ reviewed: undefined, headId: undefined, directorId: undefined },
    ...details
  }));
  const lines = parseOfficers(officersCsv, 'officers.csv', rows).officers;
  const find = officerFinder(
    lines.map(({ line, details }) => ({
      ...{ givenName: '', surname: '', job: '', serviceId: undefined, seniority: '', isLiaison: false, email: '', phone: '' },
      ...{ bestContact: '', workingPattern: '', description: '', profile: '', awayFrom: undefined, awayTo: undefined },
      ...{ coverId: undefined, reviewed: undefined },
      ...details,
      id: line
    }))
  );
  const officers = lines.map(({ line, details, cover }): Officer => {
    const { awayFrom, awayTo, serviceId, seniority, reviewed, job, ...texts } = details;
    const coverId = cover ? find(cover)?.id : undefined;
    return {
      ...{ surname: '', isLiaison: false, email: '', phone: '', bestContact: '', workingPattern: '', description: '', profile: '' },
      ...texts,
      id: line,
      job: job ?? '',
      account: '',
      photo: '',
      seniority: seniorities.find((one) => one === seniority) ?? 'Officer',
      ...(serviceId === undefined ? {} : { serviceId }),
      ...(awayFrom === undefined ? {} : { absence: { from: awayFrom, ...(awayTo === undefined ? {} : { to: awayTo }) } }),
      ...(coverId === undefined ? {} : { coverId }),
      ...(reviewed === undefined ? {} : { reviewed })
    };
  });
  const services = rows.map(({ headId: _head, directorId: _director, reviewed, ...service }, index) => {
    const { head = '', director = '' } = published[index] ?? {};
    const [headId, directorId] = [find(head)?.id, find(director)?.id];
    return {
      ...service,
      ...(headId === undefined ? {} : { headId }),
      ...(directorId === undefined ? {} : { directorId }),
      ...(reviewed === undefined ? {} : { reviewed })
    };
  });
  return {
    services,
    officers: new Map(officers.map((officer) => [officer.id, officer])),
    closures: new Set(parseClosures(closuresCsv, 'closure-days.csv').days.map(({ day }) => day))
  };
}
