import type { HttpRequestError } from '@pnp/queryable';
import { DataError } from '../domain/dataProblem';

/** PnPjs marks its errors, so that they are known across copies of the library. */
const isHttpError = (error: unknown): error is HttpRequestError =>
  (error as Partial<HttpRequestError> | undefined)?.isHttpRequestError === true;

interface ODataError {
  code?: string;
  message?: { value?: string };
}

/** What SharePoint said in an error that PnPjs reports. */
function sharePointError(error: HttpRequestError): { code: string; message: string } {
  const body = error.message.slice(error.message.indexOf('::>') + 3).trim();
  try {
    const parsed = JSON.parse(body) as { 'odata.error'?: ODataError; error?: ODataError };
    const detail = parsed['odata.error'] ?? parsed.error;
    return { code: detail?.code ?? '', message: detail?.message?.value ?? body };
  } catch {
    // Not JSON: a proxy or a gateway answered. Its text is all there is.
    return { code: '', message: body };
  }
}

/** By name: an error of another frame or realm is no instance of this one's classes. */
const errorNamed = (error: unknown, name: string): Error | undefined =>
  (error as Partial<Error> | undefined)?.name === name ? (error as Error) : undefined;

/** How browsers and Node say that fetch got no answer. Any other TypeError is a fault in a program. */
const isConnectionFailure = (error: unknown): boolean =>
  /fetch|network|load failed|terminated/i.test(errorNamed(error, 'TypeError')?.message ?? '');

/** Whether SharePoint said that something is not there. */
export const isNotFound = (error: unknown): boolean => isHttpError(error) && error.status === 404;

/** Reads what PnPjs or the network threw while a list was being read or written. */
export function toDataError(error: unknown, list: string): DataError {
  if (error instanceof DataError) return error;
  if (!isHttpError(error)) {
    if (errorNamed(error, 'AbortError')) return new DataError({ kind: 'timed out' });
    if (isConnectionFailure(error)) return new DataError({ kind: 'offline' });
    return new DataError({ kind: 'other', message: error instanceof Error ? error.message : String(error) });
  }
  const { code, message } = sharePointError(error);
  switch (error.status) {
    case 401:
      return new DataError({ kind: 'signed out' });
    case 403:
      return new DataError({ kind: 'no access', list });
    case 404:
      // An item that somebody deleted meanwhile is not a missing list.
      if (code.startsWith('-2130575338')) return new DataError({ kind: 'other', status: 404, message });
      return new DataError({ kind: 'missing list', list });
    case 412:
      return new DataError({ kind: 'changed meanwhile' });
    case 429:
    case 503: {
      const after = Number(error.response?.headers.get('retry-after') ?? NaN);
      return new DataError({ kind: 'busy', ...(Number.isFinite(after) ? { retryAfterSeconds: after } : {}) });
    }
    default: {
      const column = /(?:field or property|Column|The query to field|The property) '([^']+)'/i.exec(message)?.[1];
      if (error.status === 400 && column !== undefined) return new DataError({ kind: 'missing column', list, column });
      return new DataError({ kind: 'other', status: error.status, code, message });
    }
  }
}
