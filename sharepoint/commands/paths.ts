import { join, resolve } from 'node:path';

/** The project's folder. */
export const project = resolve(__dirname, '../..');

export const solutionPackage = join(project, 'sharepoint/solution/memberlink.sppkg');
export const sampleCouncil = join(project, 'sharepoint/sample-council');
