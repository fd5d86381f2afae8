import { join, resolve } from 'node:path';
import type { Sources } from '../import/import-all';

/** The project's folder. */
export const project = resolve(__dirname, '../..');

/** The built package. */
export const solutionPackage = join(project, 'sharepoint/solution/memberlink.sppkg');
/** The message extension's app, as it is uploaded to Teams. */
export const messagesApp = join(project, 'teams/memberlink-messages.zip');
/** The protocol of councils that have none of their own yet. */
export const defaultPack = join(project, 'sharepoint/protocols/default.json');
/** Accounts, feed and portraits of the sample council. */
export const sampleCouncil = join(project, 'sharepoint/sample-council');
/** What the sample council is imported from, in turn: first as it was before its last election. Names are of its folder. */
export const sampleSources: readonly Sources[] = [
  { members: 'members-2020.csv' },
  {
    from: 'moderngov.xml',
    bodies: 'bodies.csv',
    appointments: 'appointments.csv',
    skills: 'skills.csv',
    neighbours: 'neighbours.csv',
    services: 'services.csv',
    officers: 'officers.csv',
    closures: 'closure-days.csv'
  }
];
