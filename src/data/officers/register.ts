import type { SPFI } from '@pnp/sp';
import type { PlainDate } from '../../domain/members/term';
import { liaisonRole, officers as officerList } from '../../lists/officers';
import { services as serviceList } from '../../lists/services';
import type { SitePath } from '../batch';
import { ListRows, type WriteFailure } from '../list-rows';
import { photoToRow, type PhotoOfRow, type SavedPhoto } from '../photos';
import { fromDate, fromLines, fromText, toDate, toLines, toText, type LinkValue } from '../values';

/** A row of the list Services as an import compares it. */
export interface RegisteredService {
  id: number;
  title: string;
  directorate: string;
  does: string;
  topics: string[];
  routine: string;
  routineLink: string;
  outOfHours: string;
  isGeneralContact: boolean;
  reviewed: PlainDate | undefined;
  headId: number | undefined;
  directorId: number | undefined;
}

/** A row of the list Officers as an import compares it. */
export interface RegisteredOfficer {
  id: number;
  name: string;
  givenName: string;
  surname: string;
  job: string;
  serviceId: number | undefined;
  seniority: string;
  isLiaison: boolean;
  email: string;
  phone: string;
  bestContact: string;
  workingPattern: string;
  description: string;
  profile: string;
  awayFrom: PlainDate | undefined;
  awayTo: PlainDate | undefined;
  coverId: number | undefined;
  reviewed: PlainDate | undefined;
}

type Row = Record<string, unknown>;
/** What is known of a row, without its ID; only what is given is written. */
export type Details<T> = Partial<Omit<T, 'id'>>;
/** A row to change: what differs. */
export interface Changed<T> {
  id: number;
  name: string;
  changes: Details<T>;
}
type Done = (count: number) => void;

/** How a detail stands in its column. */
type Columns<T> = { [Key in keyof Omit<T, 'id'>]-?: [column: string, write: (value: T[Key]) => unknown] };

const id = (value: number | undefined): number | null => value ?? null;

const serviceToRow: Columns<RegisteredService> = {
  title: ['Title', String],
  directorate: ['Directorate', fromText],
  does: ['Does', fromText],
  topics: ['Topics', fromLines],
  routine: ['Routine', fromText],
  routineLink: ['RoutineLink', (url) => (url === '' ? null : { Url: url, Description: url })],
  outOfHours: ['OutOfHours', fromText],
  isGeneralContact: ['GeneralContact', Boolean],
  reviewed: ['Reviewed', fromDate],
  headId: ['HeadOfServiceId', id],
  directorId: ['DirectorId', id]
};

const officerToRow: Columns<RegisteredOfficer> = {
  name: ['Title', String],
  givenName: ['GivenName', fromText],
  surname: ['Surname', fromText],
  job: ['JobTitle', fromText],
  serviceId: ['ServiceId', id],
  seniority: ['Seniority', String],
  isLiaison: ['Role', (is) => (is ? liaisonRole : null)],
  email: ['Email', fromText],
  phone: ['Phone', fromText],
  bestContact: ['BestContact', fromText],
  workingPattern: ['WorkingPattern', fromText],
  description: ['Description', fromText],
  profile: ['Profile', fromText],
  awayFrom: ['AwayFrom', fromDate],
  awayTo: ['AwayTo', fromDate],
  coverId: ['CoverId', id],
  reviewed: ['Reviewed', fromDate]
};

/** Details as columns; only what is given. */
function toRow<T>(columns: Columns<T>, details: Details<T>): Row {
  const row: Row = {};
  for (const key of Object.keys(details) as (keyof Details<T>)[]) {
    // Each detail goes through the writer of its own column.
    const [column, write] = columns[key] as [string, (value: unknown) => unknown];
    row[column] = write(details[key]);
  }
  return row;
}

const toId = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const text = (row: Row, column: string): string => toText(row[column] as string | null);
const date = (row: Row, column: string): PlainDate | undefined => toDate(row[column] as string | null);

/** The lists Services and Officers as an import reads and writes them. */
export class OfficerRegister {
  private readonly rows: ListRows;

  public constructor(sp: SPFI, sitePath: SitePath) {
    this.rows = new ListRows(sp, sitePath);
  }

  /** Fails for who may not change a list. One request. */
  public demandWriting(which: 'services' | 'officers'): Promise<void> {
    return this.rows.demandWriting(which === 'services' ? serviceList : officerList);
  }

  /** One request per 1,000 rows. */
  public async services(): Promise<RegisteredService[]> {
    const rows = await this.rows.all(serviceList, ['Id', ...Object.values(serviceToRow).map(([column]) => column)]);
    return rows.map((row) => ({
      id: Number(row.Id),
      title: text(row, 'Title'),
      directorate: text(row, 'Directorate'),
      does: text(row, 'Does'),
      topics: toLines(row.Topics as string | null),
      routine: text(row, 'Routine'),
      routineLink: (row.RoutineLink as LinkValue | null)?.Url ?? '',
      outOfHours: text(row, 'OutOfHours'),
      isGeneralContact: row.GeneralContact === true,
      reviewed: date(row, 'Reviewed'),
      headId: toId(row.HeadOfServiceId),
      directorId: toId(row.DirectorId)
    }));
  }

  /** One request per 1,000 rows. */
  public async officers(): Promise<(RegisteredOfficer & PhotoOfRow)[]> {
    const columns = ['Id', ...Object.values(officerToRow).map(([column]) => column), 'Photo', 'PhotoSource'];
    const rows = await this.rows.all(officerList, columns);
    return rows.map((row) => ({
      id: Number(row.Id),
      name: text(row, 'Title'),
      givenName: text(row, 'GivenName'),
      surname: text(row, 'Surname'),
      job: text(row, 'JobTitle'),
      serviceId: toId(row.ServiceId),
      seniority: text(row, 'Seniority'),
      isLiaison: row.Role === liaisonRole,
      email: text(row, 'Email'),
      phone: text(row, 'Phone'),
      bestContact: text(row, 'BestContact'),
      workingPattern: text(row, 'WorkingPattern'),
      description: text(row, 'Description'),
      profile: text(row, 'Profile'),
      awayFrom: date(row, 'AwayFrom'),
      awayTo: date(row, 'AwayTo'),
      coverId: toId(row.CoverId),
      reviewed: date(row, 'Reviewed'),
      photo: (row.Photo as LinkValue | null)?.Url ?? '',
      photoSource: text(row, 'PhotoSource')
    }));
  }

  /** One request per 50. */
  public addServices(services: readonly (Details<RegisteredService> & { title: string })[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: serviceList, kind: 'service ' },
      services,
      ({ title }) => title,
      (items, service) => items.add(toRow(serviceToRow, service)),
      done
    );
  }

  /** One request per 50. */
  public updateServices(services: readonly Changed<RegisteredService>[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: serviceList, kind: 'service ' },
      services,
      ({ name }) => name,
      (items, { id: row, changes }) => items.getById(row).update(toRow(serviceToRow, changes)),
      done
    );
  }

  /** One request per 50. */
  public addOfficers(officers: readonly (Details<RegisteredOfficer> & { name: string })[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: officerList, kind: '' },
      officers,
      ({ name }) => name,
      (items, officer) => items.add(toRow(officerToRow, officer)),
      done
    );
  }

  /** One request per 50. */
  public updateOfficers(officers: readonly Changed<RegisteredOfficer>[], done: Done): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: officerList, kind: '' },
      officers,
      ({ name }) => name,
      (items, { id: row, changes }) => items.getById(row).update(toRow(officerToRow, changes)),
      done
    );
  }

  /** Points officers to their photographs. One request per 50. */
  public setPhotos(photos: readonly SavedPhoto[]): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: officerList, kind: 'photograph of ' },
      photos,
      ({ name }) => name,
      (items, photo) => items.getById(photo.id).update(photoToRow(photo)),
      () => undefined
    );
  }
}
