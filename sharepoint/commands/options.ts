import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandError } from './command-error';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{ options: T }>>['values'];

/** Reads a command's options; --help prints the usage and ends. Throws a message that names what is wrong, with the usage. */
export function readOptions<T extends Options>(options: T, usage: string): Values<T> {
  if (process.argv.includes('--help')) {
    console.log(`Usage: ${usage}`);
    process.exit(0);
  }
  try {
    return parseArgs({ options, allowPositionals: false, strict: true }).values as Values<T>;
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
  }
}

/** An option that must be there. */
export function required(value: string | undefined, name: string, usage: string): string {
  if (value === undefined || value === '') throw new CommandError(`--${name} is missing.\nUsage: ${usage}`);
  return value;
}
