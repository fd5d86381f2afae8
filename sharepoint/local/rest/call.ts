import type { Access } from '../store/access';
import type { Site } from '../store/site';
import type { User } from '../store/principals';

/** What every resource needs to know of the request that it serves. */
export interface Call {
  site: Site;
  user: User;
  /** Scheme and host of the server, for example http://localhost:8080. */
  origin: string;
  /** The request's If-Match header. */
  ifMatch: string | undefined;
  /** The body is in OData's verbose format: it says its type, and several values stand in {results}. */
  verbose: boolean;
  /** What the signed-in user may see and do. */
  access: Access;
  /** A new form digest for this user. */
  digest(): { value: string; seconds: number };
}

/** Absolute address of the web. */
export const webUrl = (call: Call): string => `${call.origin}${call.site.path}`;

/** Absolute address of the REST service, as metadata names it. */
export const apiUrl = (call: Call): string => `${webUrl(call)}/_api`;
