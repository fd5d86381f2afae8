import type { PlainDate } from '../members/term';
import { coverOf, firstContact, isAway } from '../officers/contact';
import {
  bySeniority,
  generalContactOf,
  liaisonOfficersOf,
  seniorities,
  type Officer,
  type OfficerDirectory,
  type Seniority,
  type Service
} from '../officers/officer';
import type { Rules } from '../protocol/outcome';
import type { Route } from '../protocol/pack';
import { foldText } from '../text';

/** Who takes an enquiry. */
export interface Recipient {
  /** Absent where nobody is known by name. */
  officer?: Officer;
  /** The service that takes it, where no officer is known, or it is not the officer's own. */
  service?: Service;
  /** The post, where the protocol names one. */
  post?: string;
  /** It is taken as the service's Councillor Liaison Officer, or for one who is away. */
  asLiaison?: boolean;
}

type Target = Route['to'][number];

/** The Monitoring Officer, who sees restricted enquiries. */
export const restrictedPost = 'Monitoring Officer';

/** Posts that routes of a protocol name, and whoever sees restricted enquiries: they have to be known by name. */
export const postsIn = (rules: Pick<Rules, 'routing'> | undefined): string[] => [
  ...new Set([restrictedPost, ...(rules?.routing ?? []).flatMap(({ to }) => to.flatMap(({ post }) => post ?? []))])
];

/** Whoever is there in place of an officer: the officer, or who covers for one who is away. */
function present(officer: Officer | undefined, date: PlainDate, directory: OfficerDirectory): Officer | undefined {
  return officer && isAway(officer, date) ? (coverOf(officer, date, directory) ?? officer) : officer;
}

/** Who holds a post: an officer whose job is called so, or has it among its words ("Head of Legal and Monitoring Officer"). */
export function holderOf(post: string, { officers }: OfficerDirectory): Officer | undefined {
  const wanted = ` ${foldText(post)} `;
  const jobs = [...officers.values()].sort(bySeniority).map((officer) => ({ officer, job: ` ${foldText(officer.job)} ` }));
  const deputy = / (?:deputy|assistant|to the) /;
  return (jobs.find(({ job }) => job === wanted) ?? jobs.find(({ job }) => job.includes(wanted) && !deputy.test(job)))?.officer;
}

/** An officer of a service of a level or above: the least senior of them, who is nearest to the matter. */
function ofLevel(level: Seniority, service: Service, { officers }: OfficerDirectory): Officer | undefined {
  const rank = (one: Seniority): number => seniorities.indexOf(one);
  const senior = [service.headId, service.directorId].flatMap((id) => officers.get(id ?? 0) ?? []);
  const own = [...officers.values()].filter(({ serviceId }) => serviceId === service.id);
  return [...new Set([...own, ...senior])].filter(({ seniority }) => rank(seniority) <= rank(level)).sort((a, b) => bySeniority(b, a))[0];
}

function find(target: Target, service: Service | undefined, date: PlainDate, directory: OfficerDirectory): Recipient | undefined {
  if (target.post !== undefined) {
    const officer = present(holderOf(target.post, directory), date, directory);
    return { post: target.post, ...(officer ? { officer } : {}) };
  }
  if (target.service !== undefined) {
    const other = directory.services.find(({ title }) => foldText(title) === foldText(target.service ?? ''));
    return other && contactOf(other, date, directory);
  }
  if (!service) return undefined;
  if (target.liaison && liaisonOfficersOf(service, directory).length > 0) {
    const contact = firstContact(service, date, directory);
    return contact.kind === 'liaison' || contact.kind === 'cover' ? { officer: contact.officer, service, asLiaison: true } : undefined;
  }
  if (target.seniority !== undefined) {
    const officer = present(ofLevel(target.seniority, service, directory), date, directory);
    return officer && { officer, service };
  }
  return undefined;
}

/** The first contact of a service. */
function contactOf(service: Service, date: PlainDate, directory: OfficerDirectory): Recipient {
  const contact = firstContact(service, date, directory);
  if (contact.kind !== 'general') return { officer: contact.officer, service, ...(contact.kind === 'senior' ? {} : { asLiaison: true }) };
  return { service: contact.service ?? service };
}

/**
 * Who takes an enquiry: the first of a route that there is; without a route the first contact of the service, without a
 * service the council's general contact.
 *
 * @param service the service that it is about; undefined where that is not known
 */
export function recipientOf(
  route: Route | undefined,
  service: Service | undefined,
  date: PlainDate,
  directory: OfficerDirectory
): Recipient {
  const found = (route?.to ?? [])
    .map((target) => find(target, service, date, directory))
    .filter((one): one is Recipient => one !== undefined);
  // A post that nobody is known to hold comes after whoever is known by name.
  const best = found.find(({ officer }) => officer) ?? found[0];
  if (best) return best;
  const contact = service ?? generalContactOf(directory);
  return contact ? contactOf(contact, date, directory) : {};
}
