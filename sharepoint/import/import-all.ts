import type { WriteFailure } from '../../src/data/list-rows';
import { FeedError } from './feed-error';
import { importMembers, type ImportOptions, type MemberSource } from './import-members';
import { importAppointments } from './tables/appointments';
import { importBodies } from './tables/bodies';
import { importClosures } from './tables/closures';
import { importNeighbours } from './tables/neighbours';
import { importOfficers } from './tables/officers';
import { importHeads, importServices } from './tables/services';
import { importSkills } from './tables/skills';

/** Files or addresses to import from, each of which may be left out. */
export interface Sources {
  /** A Modern.Gov feed. */
  from?: string;
  /** A list of members in CSV. */
  members?: string;
  /** The council, for files that hold many. */
  council?: string;
  bodies?: string;
  appointments?: string;
  skills?: string;
  neighbours?: string;
  services?: string;
  officers?: string;
  /** Bank holidays and days on which the council is closed. */
  closures?: string;
}

/**
 * Imports what is given, each after what it needs: members with their wards, bodies, appointments, skills, neighbouring
 * wards, services, officers, closure days.
 *
 * @param force import members from a short source or one of another council all the same
 * @returns rows that could not be written
 * @throws FeedError if a source is not to be used: what came before it is done
 */
export async function importAll(sources: Sources, force: boolean, options: ImportOptions): Promise<WriteFailure[]> {
  const { from, members, council, bodies, appointments, skills, neighbours, services, officers, closures } = sources;
  if (from !== undefined && members !== undefined) {
    throw new FeedError('Members come from a Modern.Gov feed (--from) or from CSV (--members), not from both.');
  }
  const failures: WriteFailure[] = [];
  const step = async (work: Promise<WriteFailure[]>): Promise<void> => void failures.push(...(await work));
  const source: MemberSource | undefined =
    from !== undefined ? { kind: 'modern.gov', from } : members !== undefined ? { kind: 'csv', from: members, council } : undefined;
  if (source) await step(importMembers(source, force, options));
  if (bodies !== undefined) await step(importBodies(bodies, options));
  if (appointments !== undefined) await step(importAppointments(appointments, options));
  if (skills !== undefined) await step(importSkills(skills, options));
  if (neighbours !== undefined) await step(importNeighbours(neighbours, council, options));
  if (services !== undefined) await step(importServices(services, options));
  if (officers !== undefined) await step(importOfficers(officers, options));
  // Heads and directors are officers, who have services: they are linked once both are there.
  if (services !== undefined && !options.dryRun) await step(importHeads(services, options));
  else if (services !== undefined)
    options.say('Heads of services and directors are linked once officers are written: a dry run does not show them.');
  if (closures !== undefined) await step(importClosures(closures, options));
  const given = [source, bodies, appointments, skills, neighbours, services, officers, closures].filter((one) => one !== undefined).length;
  if (options.dryRun && given > 1) {
    options.say('Each source was compared with the lists as they are now: what one of them adds, the others did not find yet.');
  }
  return failures;
}
