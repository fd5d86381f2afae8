import type { PlainDate } from '../../domain/members/term';
import { memberStatus } from '../../lists/members';
import { fromDate, fromLines, fromText, toDate, toLines, toText, type LinkValue } from '../values';

/** A row as REST gives and takes it: values by column. */
export type Row = Record<string, unknown>;

/** What an import keeps of a member. */
export interface MemberDetails {
  name: string;
  givenName: string;
  surname: string;
  knownAs: string;
  title: string;
  honours: string;
  wardId: number | undefined;
  party: string;
  email: string;
  phone: string;
  preferredContact: string;
  cabinetRoles: string[];
  responsibilities: string[];
  surgeries: string;
  termStart: PlainDate | undefined;
  termEnd: PlainDate | undefined;
}

/** A row of the list Members with what an import compares. */
export interface RegisteredMember {
  id: number;
  modernGovId: string;
  serving: boolean;
  details: MemberDetails;
  photo: string;
  photoSource: string;
}

/** Details as columns; only what is given is written. */
export const detailsToRow = (details: Partial<MemberDetails>): Row => {
  const row: Row = {};
  const put = (column: string, value: unknown, given: unknown): void => {
    if (given !== undefined) row[column] = value;
  };
  put('Title', details.name, details.name);
  put('GivenName', fromText(details.givenName ?? ''), details.givenName);
  put('Surname', fromText(details.surname ?? ''), details.surname);
  put('KnownAs', fromText(details.knownAs ?? ''), details.knownAs);
  put('HonorificTitle', fromText(details.title ?? ''), details.title);
  put('Honours', fromText(details.honours ?? ''), details.honours);
  if ('wardId' in details) row.WardId = details.wardId ?? null;
  put('Party', fromText(details.party ?? ''), details.party);
  put('Email', fromText(details.email ?? ''), details.email);
  put('Phone', fromText(details.phone ?? ''), details.phone);
  put('PreferredContact', fromText(details.preferredContact ?? ''), details.preferredContact);
  put('CabinetRoles', fromLines(details.cabinetRoles ?? []), details.cabinetRoles);
  put('Responsibilities', fromLines(details.responsibilities ?? []), details.responsibilities);
  put('Surgeries', fromText(details.surgeries ?? ''), details.surgeries);
  if ('termStart' in details) row.TermStart = fromDate(details.termStart);
  if ('termEnd' in details) row.TermEnd = fromDate(details.termEnd);
  return row;
};

/** What an import reads of a member. */
export const memberColumns = [
  'Id',
  'Title',
  'GivenName',
  'Surname',
  'KnownAs',
  'HonorificTitle',
  'Honours',
  'Status',
  'WardId',
  'Party',
  'Email',
  'Phone',
  'PreferredContact',
  'CabinetRoles',
  'Responsibilities',
  'Surgeries',
  'TermStart',
  'TermEnd',
  'Photo',
  'PhotoSource',
  'ModernGovId'
];

/** Text of a column; empty where it has none. */
export const text = (row: Row, column: string): string => toText(row[column] as string | null);
/** Lines of a column, one entry each. */
export const lines = (row: Row, column: string): string[] => toLines(row[column] as string | null);

/** A row of the list Members. */
export const toRegistered = (row: Row): RegisteredMember => ({
  id: Number(row.Id),
  modernGovId: text(row, 'ModernGovId'),
  serving: text(row, 'Status') !== memberStatus.former,
  photo: (row.Photo as LinkValue | null)?.Url ?? '',
  photoSource: text(row, 'PhotoSource'),
  details: {
    name: text(row, 'Title'),
    givenName: text(row, 'GivenName'),
    surname: text(row, 'Surname'),
    knownAs: text(row, 'KnownAs'),
    title: text(row, 'HonorificTitle'),
    honours: text(row, 'Honours'),
    wardId: (row.WardId as number | null) ?? undefined,
    party: text(row, 'Party'),
    email: text(row, 'Email'),
    phone: text(row, 'Phone'),
    preferredContact: text(row, 'PreferredContact'),
    cabinetRoles: lines(row, 'CabinetRoles'),
    responsibilities: lines(row, 'Responsibilities'),
    surgeries: text(row, 'Surgeries'),
    termStart: toDate(row.TermStart as string | null),
    termEnd: toDate(row.TermEnd as string | null)
  }
});
