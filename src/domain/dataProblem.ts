/** What went wrong between a screen and SharePoint, in terms of what somebody can do about it. */
export type DataProblem =
  | { kind: 'missing list'; list: string }
  | { kind: 'missing column'; list: string; column: string }
  | { kind: 'no access'; list: string }
  | { kind: 'signed out' }
  | { kind: 'busy'; retryAfterSeconds?: number }
  | { kind: 'offline' }
  | { kind: 'timed out' }
  /** Somebody else, or another window, changed it since it was read: nothing was written. */
  | { kind: 'changed meanwhile' }
  /** `code` is SharePoint's own, the same in every language. */
  | { kind: 'other'; status?: number; code?: string; message: string };

/** An error of the data layer. */
export class DataError extends Error {
  public constructor(public readonly problem: DataProblem) {
    const detail =
      'message' in problem
        ? problem.message
        : 'column' in problem
          ? `${problem.list}.${problem.column}`
          : 'list' in problem
            ? problem.list
            : '';
    super(`SharePoint: ${problem.kind}${detail && ': '}${detail}`);
    this.name = 'DataError';
  }
}

/** The problem that an error tells of; what the data layer did not throw is another fault. */
export const problemOf = (error: unknown): DataProblem =>
  error instanceof DataError ? error.problem : { kind: 'other', message: error instanceof Error ? error.message : String(error) };
