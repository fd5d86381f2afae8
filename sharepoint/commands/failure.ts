import { toDataError } from '../../src/data/errors';
import type { DataError } from '../../src/domain/dataProblem';
import { CommandError } from './command-error';

const advice = (error: DataError): string => {
  const { problem } = error;
  switch (problem.kind) {
    case 'missing list':
      return `The list ${problem.list} is not there. Run "npm run provision" for this site first.`;
    case 'missing column':
      return `The list ${problem.list} has no column ${problem.column}. Run "npm run provision" for this site first.`;
    case 'no access':
      return 'SharePoint denied access. Use an account that owns the site.';
    case 'signed out':
      return 'SharePoint does not know this account.';
    case 'busy':
      return 'SharePoint is too busy. Try again in a few minutes.';
    case 'timed out':
      return 'SharePoint did not answer in time. Run the command again: it goes on where it stopped.';
    case 'changed meanwhile':
      return 'Somebody else changed it at the same time. Run the command again: it goes on where it stopped.';
    case 'offline':
      return 'The connection to SharePoint failed. Run the command again: it goes on where it stopped.';
    case 'other':
      return problem.message;
  }
};

/** What went wrong, as a message for the person at the terminal. */
export function describeFailure(error: unknown, what: string): CommandError {
  if (error instanceof CommandError) return error;
  return new CommandError(`${what}. ${advice(toDataError(error, ''))}`);
}
