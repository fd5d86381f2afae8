import { seniorities, type Officer, type Seniority, type Service } from '../../domain/officers/officer';
import { liaisonRole } from '../../lists/officers';
import { signInName, toDate, toLines, toText, type LinkValue } from '../values';

/** Rows of the lists Services and Officers as the directory reads them. */

/** A row of the list Services. */
export interface ServiceRow {
  Id: number;
  Title: string | null;
  Directorate: string | null;
  Does: string | null;
  Topics: string | null;
  Routine: string | null;
  RoutineLink: LinkValue | null;
  OutOfHours: string | null;
  HeadOfServiceId: number | null;
  DirectorId: number | null;
  GeneralContact: boolean | null;
  Reviewed: string | null;
}
export const serviceColumns = [
  ...['Id', 'Title', 'Directorate', 'Does', 'Topics', 'Routine', 'RoutineLink', 'OutOfHours'],
  ...['HeadOfServiceId', 'DirectorId', 'GeneralContact', 'Reviewed']
];

export function toService(row: ServiceRow): Service {
  const reviewed = toDate(row.Reviewed);
  return {
    id: row.Id,
    title: toText(row.Title),
    directorate: toText(row.Directorate),
    does: toText(row.Does),
    topics: toLines(row.Topics),
    routine: toText(row.Routine),
    routineLink: row.RoutineLink?.Url ?? '',
    outOfHours: toText(row.OutOfHours),
    ...(row.HeadOfServiceId === null ? {} : { headId: row.HeadOfServiceId }),
    ...(row.DirectorId === null ? {} : { directorId: row.DirectorId }),
    isGeneralContact: row.GeneralContact === true,
    ...(reviewed === undefined ? {} : { reviewed })
  };
}

/** A row of the list Officers. */
export interface OfficerRow {
  Id: number;
  Title: string | null;
  Surname: string | null;
  JobTitle: string | null;
  ServiceId: number | null;
  Seniority: string | null;
  Role: string | null;
  Email: string | null;
  Phone: string | null;
  BestContact: string | null;
  WorkingPattern: string | null;
  Description: string | null;
  Profile: string | null;
  AwayFrom: string | null;
  AwayTo: string | null;
  CoverId: number | null;
  Photo: LinkValue | null;
  Reviewed: string | null;
  Account?: { Name: string } | null;
}
/** What to select and expand of the list Officers. One join. */
export const officerColumns = [
  ...['Id', 'Title', 'Surname', 'JobTitle', 'ServiceId', 'Seniority', 'Role', 'Email', 'Phone', 'BestContact', 'WorkingPattern'],
  ...['Description', 'Profile', 'AwayFrom', 'AwayTo', 'CoverId', 'Photo', 'Reviewed', 'Account/Name']
];
export const officerExpansions = ['Account'];

const toSeniority = (text: string | null): Seniority => seniorities.find((one) => one === text) ?? 'Officer';

export function toOfficer(row: OfficerRow): Officer {
  const [from, to, reviewed] = [toDate(row.AwayFrom), toDate(row.AwayTo), toDate(row.Reviewed)];
  return {
    id: row.Id,
    name: toText(row.Title),
    surname: toText(row.Surname),
    job: toText(row.JobTitle),
    ...(row.ServiceId === null ? {} : { serviceId: row.ServiceId }),
    seniority: toSeniority(row.Seniority),
    isLiaison: row.Role === liaisonRole,
    email: toText(row.Email),
    phone: toText(row.Phone),
    account: signInName(row.Account?.Name),
    bestContact: toText(row.BestContact),
    workingPattern: toText(row.WorkingPattern),
    description: toText(row.Description),
    profile: toText(row.Profile),
    ...(from === undefined ? {} : { absence: { from, ...(to === undefined ? {} : { to }) } }),
    ...(row.CoverId === null ? {} : { coverId: row.CoverId }),
    photo: row.Photo?.Url ?? '',
    ...(reviewed === undefined ? {} : { reviewed })
  };
}
