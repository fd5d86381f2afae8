import type { HttpRequestError } from '@pnp/queryable';

/** What went wrong between a screen and SharePoint, in terms of what somebody can do about it. */
export type DataProblem =
  | { kind: 'missing list'; list: string }
  | { kind: 'missing column'; list: string; column: string }
  | { kind: 'no access'; list: string }
  | { kind: 'signed out' }
  | { kind: 'busy'; retryAfterSeconds?: number }
  | { kind: 'offline' }
  | { kind: 'other'; status?: number; message: string };

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

/** PnPjs marks its errors, so that they are known across copies of the library. */
const isHttpError = (error: unknown): error is HttpRequestError =>
  (error as Partial<HttpRequestError> | undefined)?.isHttpRequestError === true;

interface ODataError {
  message?: { value?: string };
}

/** SharePoint's own message in an error that PnPjs reports. */
function sharePointMessage(error: HttpRequestError): string {
  const body = error.message.slice(error.message.indexOf('::>') + 3).trim();
  try {
    const parsed = JSON.parse(body) as { 'odata.error'?: ODataError; error?: ODataError };
    return (parsed['odata.error'] ?? parsed.error)?.message?.value ?? body;
  } catch {
    // Not JSON: a proxy or a gateway answered. Its text is all there is.
    return body;
  }
}

/** Whether SharePoint said that something is not there. */
export const isNotFound = (error: unknown): boolean => isHttpError(error) && error.status === 404;

/** Reads what PnPjs or the network threw while a list was being read or written. */
export function toDataError(error: unknown, list: string): DataError {
  if (error instanceof DataError) return error;
  if (!isHttpError(error)) {
    // fetch itself throws a TypeError when there is no connection.
    if (error instanceof TypeError) return new DataError({ kind: 'offline' });
    return new DataError({ kind: 'other', message: error instanceof Error ? error.message : String(error) });
  }
  const message = sharePointMessage(error);
  switch (error.status) {
    case 401:
      return new DataError({ kind: 'signed out' });
    case 403:
      return new DataError({ kind: 'no access', list });
    case 404:
      return new DataError({ kind: 'missing list', list });
    case 429:
    case 503: {
      const after = Number(error.response?.headers.get('retry-after') ?? NaN);
      return new DataError({ kind: 'busy', ...(Number.isFinite(after) ? { retryAfterSeconds: after } : {}) });
    }
    default: {
      const column = /(?:field or property|Column|The query to field|The property) '([^']+)'/i.exec(message)?.[1];
      if (error.status === 400 && column !== undefined) return new DataError({ kind: 'missing column', list, column });
      return new DataError({ kind: 'other', status: error.status, message });
    }
  }
}
