import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError } from './command-error';

/** Reads a file that somebody named. npm runs commands in the project's folder; names mean what they mean where one typed them. */
export function readGivenFile(given: string): Uint8Array {
  try {
    return readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), given));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandError(`There is no file ${given}.`);
    throw new CommandError(code === 'EISDIR' ? `${given} is a folder, not a file.` : `${given} could not be read: ${message}`);
  }
}
