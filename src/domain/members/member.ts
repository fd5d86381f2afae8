import type { CorrectionSubject } from '../correction';
import type { Contact } from '../vcard';
import type { Term } from './term';

/** A ward of the council. */
export interface Ward {
  id: number;
  name: string;
  /** Seats with nobody in them. */
  vacancies: number;
  /** IDs of the wards that border on it. */
  neighbours: number[];
}

/** An elected member as officers and other members see them. Texts that are not known are empty. */
export interface Member {
  /** ID of the row in the list Members. */
  id: number;
  /** Given names and surname. */
  name: string;
  surname: string;
  /** What they are called instead of their given name; empty for most. */
  knownAs: string;
  /** In front of the name, for example Dr. */
  title: string;
  /** Behind the name, for example OBE. */
  honours: string;
  /** Absent for members without a ward, for example a directly elected mayor. */
  ward?: { id: number; name: string };
  /** Empty where the member has stated none. */
  party: string;
  email: string;
  phone: string;
  preferredContact: string;
  cabinetRoles: string[];
  responsibilities: string[];
  surgeries: string;
  skills: string[];
  term: Term;
  /** Address of the photograph; empty where there is none. */
  photo: string;
  /** How they sign in to Microsoft 365, for example a.smith@council.gov.uk; empty where it is not known. */
  account: string;
  serving: boolean;
}

/** Everything that the profiles show. */
export interface Directory {
  members: Member[];
  wards: Ward[];
  /** By name of party, as owners keep them. */
  parties: ReadonlyMap<string, { colour: string; spellings: string[] }>;
}

/** Whom to write to in Teams: the account, or the e-mail address where no account is known. */
export const teamsAddressOf = ({ account, email }: Pick<Member, 'account' | 'email'>): string => account || email;

/** The name with title and honours: "Dr Siân Prosser OBE". Where there is no given name the title is in the name already. */
export const fullName = ({ title, name, honours }: Member): string =>
  [title !== '' && !name.startsWith(`${title} `) ? title : '', name, honours].filter((part) => part !== '').join(' ');

/** By surname, then by the whole name, as a British reader expects it. */
export function bySurname(a: Member, b: Member): number {
  return compareText(a.surname || a.name, b.surname || b.name) || compareText(a.name, b.name);
}

const collator = new Intl.Collator('en-GB', { sensitivity: 'base', ignorePunctuation: true });
/** Compares names as a British reader sorts them: no case, no accents, no punctuation. */
export const compareText = (a: string, b: string): number => collator.compare(a, b);

/** A member as a contact. */
export function contactOf(member: Member, organisation: string, address: string): Contact {
  const { name, surname, title, honours, knownAs, ward, party, email, phone, cabinetRoles, responsibilities } = member;
  return {
    ...{ fullName: fullName(member), name, surname, title, honours, knownAs, organisation, units: [], email, phone, address },
    posts: [...cabinetRoles, ...responsibilities],
    note: [ward?.name ?? '', party].filter((text) => text !== '').join(', ')
  };
}

/** A member's profile as something that can be corrected. */
export const memberAsSubject = (member: Member): CorrectionSubject => ({
  kind: 'member',
  id: member.id,
  name: member.name,
  texts: {
    PreferredContact: member.preferredContact,
    Email: member.email,
    Phone: member.phone,
    CabinetRoles: member.cabinetRoles.join('\n'),
    Responsibilities: member.responsibilities.join('\n'),
    Surgeries: member.surgeries,
    Skills: member.skills.join('\n')
  }
});
