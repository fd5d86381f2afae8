import type { CorrectionSubject } from '../correction';
import { compareText } from '../members/member';
import type { PlainDate } from '../members/term';
import type { Contact } from '../vcard';

/** Levels of seniority, the most senior first. Councils' own job titles vary; these are what the rules speak of. */
export const seniorities = ['Chief executive', 'Director', 'Head of service', 'Manager', 'Officer'] as const;
export type Seniority = (typeof seniorities)[number];

/** An absence. Without an end it is not known when it ends. The days named are part of it. */
export interface Absence {
  from: PlainDate;
  to?: PlainDate;
}

/** An officer. Texts that are not known are empty. */
export interface Officer {
  /** ID of the row in the list Officers. */
  id: number;
  name: string;
  surname: string;
  job: string;
  serviceId?: number;
  seniority: Seniority;
  /** A Councillor Liaison Officer: whom members ask first about the service (Rugby: Councillor Liaison Officers). */
  isLiaison: boolean;
  email: string;
  phone: string;
  /** How they sign in to Microsoft 365; empty where only the e-mail address is known. */
  account: string;
  /** How and when they are best reached. */
  bestContact: string;
  /** Days on which they work, in words; empty for every working day. */
  workingPattern: string;
  /** What members can ask them. */
  description: string;
  /** Who they are. */
  profile: string;
  absence?: Absence;
  /** ID of who answers while they are away. */
  coverId?: number;
  photo: string;
  /** When somebody last checked the entry. */
  reviewed?: PlainDate;
}

/** A service of the council. */
export interface Service {
  /** ID of the row in the list Services. */
  id: number;
  title: string;
  directorate: string;
  does: string;
  /** What people call the matters that it deals with. */
  topics: string[];
  /** How a resident reports what is routine. */
  routine: string;
  /** Address of the page for that; empty where there is none. */
  routineLink: string;
  outOfHours: string;
  headId?: number;
  directorId?: number;
  /** Answers where a search finds nothing. */
  isGeneralContact: boolean;
  reviewed?: PlainDate;
}

/** What the directory holds at once: services, liaison officers, senior officers, and who covers. */
export interface OfficerDirectory {
  services: Service[];
  /** By ID. Not all officers: those whom rules and the first screen need. */
  officers: ReadonlyMap<number, Officer>;
  /** Bank holidays and closures. */
  closures: ReadonlySet<PlainDate>;
}

/** By surname, then by the whole name. */
export const byName = (a: Officer, b: Officer): number =>
  compareText(a.surname || a.name, b.surname || b.name) || compareText(a.name, b.name);

/** The more senior first, then by name. */
export const bySeniority = (a: Officer, b: Officer): number =>
  seniorities.indexOf(a.seniority) - seniorities.indexOf(b.seniority) || byName(a, b);

/** The liaison officers of a service, by name. */
export const liaisonOfficersOf = ({ id }: Service, { officers }: OfficerDirectory): Officer[] =>
  [...officers.values()].filter((officer) => officer.isLiaison && officer.serviceId === id).sort(byName);

/** The service that answers where nothing else does. */
export const generalContactOf = ({ services }: OfficerDirectory): Service | undefined => services.find((one) => one.isGeneralContact);

/** An officer as a contact. */
export const officerContact = (officer: Officer, service: Service | undefined, organisation: string, address: string): Contact => {
  const { name, surname, job, email, phone, bestContact } = officer;
  return {
    ...{ fullName: name, name, surname, title: '', honours: '', knownAs: '', organisation, email, phone, note: bestContact, address },
    units: service ? [service.directorate, service.title].filter((text) => text !== '') : [],
    posts: job === '' ? [] : [job]
  };
};

/** An officer's entry as something that can be corrected. */
export const officerAsSubject = ({
  id,
  name,
  job,
  email,
  phone,
  bestContact,
  workingPattern,
  description,
  profile
}: Officer): CorrectionSubject => ({
  kind: 'officer',
  id,
  name,
  texts: {
    JobTitle: job,
    Email: email,
    Phone: phone,
    BestContact: bestContact,
    WorkingPattern: workingPattern,
    Description: description,
    Profile: profile
  }
});

/** A service's entry as something that can be corrected. */
export const serviceAsSubject = ({ id, title, does, topics, routine, outOfHours }: Service): CorrectionSubject => ({
  kind: 'service',
  id,
  name: title,
  texts: { Does: does, Topics: topics.join('\n'), Routine: routine, OutOfHours: outOfHours }
});
