import { badQuery, fileNotFound } from '../errors';
import type { Call } from './call';

/** A decoded address without scheme and host, where it has them: a percent sign in it is a percent sign. */
export function withoutOrigin(call: Call, address: string): string {
  const origin = /^https?:\/\/[^/]+/i.exec(address)?.[0];
  if (origin === undefined) return address;
  if (origin.toLowerCase() !== call.origin.toLowerCase()) throw fileNotFound();
  return address.slice(origin.length) || '/';
}

/** An encoded address, server-relative or absolute on this server, as a decoded server-relative one. */
export function serverRelative(call: Call, address: string): string {
  if (!/^https?:/i.test(address)) return address;
  const path = withoutOrigin(call, address).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    throw badQuery('The address is not encoded properly.');
  }
}
