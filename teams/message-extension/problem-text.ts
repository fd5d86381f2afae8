import { toDataError } from '../../src/data/errors';
import { format } from '../../src/domain/text';
import { strings } from './strings';

/** What somebody is told where something failed: what it was, and what they can do. */
export function problemText(error: unknown): string {
  const { problem } = toDataError(error, '');
  switch (problem.kind) {
    case 'busy':
      return problem.retryAfterSeconds === undefined ? strings.BusySoon : format(strings.Busy, Math.ceil(problem.retryAfterSeconds));
    case 'timed out':
      return strings.Late;
    case 'offline':
      return strings.NotReached;
    case 'no access':
      return strings.NoAccess;
    case 'missing list':
      return format(strings.MissingList, problem.list);
    case 'missing column':
      return format(strings.MissingColumn, problem.list, problem.column);
    case 'signed out':
      return strings.SignedOut;
    default:
      return strings.Failed;
  }
}
