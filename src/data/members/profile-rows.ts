import type { Member, Ward } from '../../domain/members/member';
import { neutralColour } from '../../domain/members/partyColour';
import { memberStatus } from '../../lists/members';
import { signInName, toDate, toLines, toText, type LinkValue } from '../values';

/** Rows of the lists as the profiles read them. */

/** A row of the list Members. */
export interface MemberRow {
  Id: number;
  Title: string | null;
  Surname: string | null;
  KnownAs: string | null;
  HonorificTitle: string | null;
  Honours: string | null;
  Status: string | null;
  Ward?: { Id: number; Title: string } | null;
  Account?: { Name: string } | null;
  Party: string | null;
  Email: string | null;
  Phone: string | null;
  PreferredContact: string | null;
  CabinetRoles: string | null;
  Responsibilities: string | null;
  Surgeries: string | null;
  Skills: string | null;
  TermStart: string | null;
  TermEnd: string | null;
  Photo: LinkValue | null;
}

/** What to select and expand of the list Members. Two joins. */
export const memberColumns = [
  'Id',
  'Title',
  'Surname',
  'KnownAs',
  'HonorificTitle',
  'Honours',
  'Status',
  'Ward/Id',
  'Ward/Title',
  'Account/Name',
  'Party',
  'Email',
  'Phone',
  'PreferredContact',
  'CabinetRoles',
  'Responsibilities',
  'Surgeries',
  'Skills',
  'TermStart',
  'TermEnd',
  'Photo'
];
export const memberExpansions = ['Ward', 'Account'];

export const toMember = (row: MemberRow): Member => {
  const start = toDate(row.TermStart);
  const end = toDate(row.TermEnd);
  return {
    id: row.Id,
    name: toText(row.Title),
    surname: toText(row.Surname),
    knownAs: toText(row.KnownAs),
    title: toText(row.HonorificTitle),
    honours: toText(row.Honours),
    ...(row.Ward ? { ward: { id: row.Ward.Id, name: toText(row.Ward.Title) } } : {}),
    party: toText(row.Party),
    email: toText(row.Email),
    phone: toText(row.Phone),
    preferredContact: toText(row.PreferredContact),
    cabinetRoles: toLines(row.CabinetRoles),
    responsibilities: toLines(row.Responsibilities),
    surgeries: toText(row.Surgeries),
    skills: toLines(row.Skills),
    term: { ...(start ? { start } : {}), ...(end ? { end } : {}) },
    photo: row.Photo?.Url ?? '',
    account: signInName(row.Account?.Name),
    serving: row.Status !== memberStatus.former
  };
};

/** A row of the list Wards. */
export interface WardRow {
  Id: number;
  Title: string | null;
  Vacancies: number | null;
  NeighboursId: number[] | null;
}
export const wardColumns = ['Id', 'Title', 'Vacancies', 'NeighboursId'];

export const toWard = ({ Id, Title, Vacancies, NeighboursId }: WardRow): Ward => ({
  id: Id,
  name: toText(Title),
  vacancies: Vacancies ?? 0,
  neighbours: NeighboursId ?? []
});

/** A row of the list Parties. */
export interface PartyRow {
  Title: string | null;
  Colour: string | null;
  Spellings: string | null;
}
export const partyColumns = ['Title', 'Colour', 'Spellings'];

export const toParties = (rows: readonly PartyRow[]): Map<string, { colour: string; spellings: string[] }> =>
  new Map(
    rows.map(({ Title, Colour, Spellings }) => [
      toText(Title),
      { colour: /^#[0-9a-f]{6}$/i.test(Colour ?? '') ? String(Colour) : neutralColour, spellings: toLines(Spellings) }
    ])
  );
