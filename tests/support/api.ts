import type { TestServer } from './server';

/** Requests to /_api as somebody, without a client library in between. */
export interface Api {
  /** The answer, whatever it is. A body makes it a POST. */
  send(path: string, body?: object | string | Uint8Array, headers?: Record<string, string>): Promise<Response>;
  /** What is answered; fails where it is refused. */
  done<T = Record<string, unknown>>(path: string, body?: object | string | Uint8Array, headers?: Record<string, string>): Promise<T>;
  /** Status, code and message of a refusal; fails where it is not refused. */
  refused(
    path: string,
    body?: object | string | Uint8Array,
    headers?: Record<string, string>
  ): Promise<{ status: number; code: string; message: string }>;
}

/** Headers of a POST that changes something, and of one that deletes. */
export const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };
export const remove = { 'x-http-method': 'DELETE', 'if-match': '*' };

export function api(server: TestServer, login: string): Api {
  const send: Api['send'] = (path, body, headers = {}) =>
    server.request(login, path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) }),
      headers
    });
  return {
    send,
    async done<T>(path: string, body?: object | string | Uint8Array, headers?: Record<string, string>) {
      const response = await send(path, body, headers);
      const text = await response.text();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
      return (text === '' ? {} : JSON.parse(text)) as T;
    },
    async refused(path, body, headers) {
      const response = await send(path, body, headers);
      const text = await response.text();
      if (response.ok) throw new Error(`${path} was not refused: ${text.slice(0, 300)}`);
      const { 'odata.error': error } = JSON.parse(text) as { 'odata.error': { code: string; message: { value: string } } };
      return { status: response.status, code: error.code, message: error.message.value };
    }
  };
}

/** A call to one of the addresses that steer the local SharePoint. */
export async function control<T = unknown>(server: TestServer, path: string, body?: unknown, method?: string): Promise<T> {
  const response = await fetch(`${server.origin}/_local/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  if (!response.ok) {
    const { 'odata.error': error } = JSON.parse(text) as { 'odata.error': { message: { value: string } } };
    throw new Error(error.message.value);
  }
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
