import { join, resolve } from 'node:path';

/** The project's folder. */
export const project = resolve(__dirname, '../..');

/** The built package. */
export const solutionPackage = join(project, 'sharepoint/solution/memberlink.sppkg');
/** Accounts, feed and portraits of the sample council. */
export const sampleCouncil = join(project, 'sharepoint/sample-council');
