import { createHmac, timingSafeEqual } from 'node:crypto';
import { badQuery, invalidDigest, SharePointError, tooBig, unexpected } from '../errors';
import type { Site } from '../store/site';
import { Access } from '../store/access';
import type { User } from '../store/principals';
import { webUrl, type Call } from './call';
import { asObject, follow, Payload, required, type Answer, type Resource } from './model';
import { parsePath } from './path';
import { parseQuery, plainQuery, type Query } from './query';
import { formatOf, render, renderError, type Format, type Rendered } from './render';
import { serviceRoot } from './resources/root';

/** A REST request, by itself or as part of a $batch. */
export interface RestRequest {
  method: string;
  /** Encoded address from /_api/ on, with its query. */
  address: string;
  headers: Record<string, string | undefined>;
  body: Uint8Array;
  /** Part of a $batch. */
  inBatch?: boolean;
}

/** How long a form digest is good for, in seconds. */
const usualDigestSeconds = 1800;

/** The database has limits of its own: a query that passes them is refused, not a fault. */
const isTooComplex = (error: unknown): boolean =>
  error instanceof Error && /^(Expression tree is too large|too many|variable number must be|parser stack overflow)/i.test(error.message);

/** The REST service of one site. */
export class RestService {
  private readonly digestKey: string;

  public constructor(
    private readonly site: Site,
    /** Text that keeps digests of one run apart from those of another. */
    digestKey: string,
    /** How long a form digest is good for. */
    private readonly digestSeconds = usualDigestSeconds
  ) {
    this.digestKey = digestKey;
  }

  /** A form digest: a signed time, as SharePoint's "0x...,22 Nov 2026 11:13:32 -0000". */
  public digest(user: User): { value: string; seconds: number } {
    const time = new Date().toUTCString().replace(/^\w+, (.*) GMT$/, '$1 -0000');
    return { value: `0x${this.sign(user, time)},${time}`, seconds: this.digestSeconds };
  }

  /** Refuses a digest that is missing, foreign or too old. */
  public checkDigest(user: User, digest: string | undefined): void {
    const [signature = '', ...rest] = (digest ?? '').replace(/^0x/i, '').split(',');
    const time = rest.join(',');
    const given = Buffer.from(signature);
    const expected = Buffer.from(this.sign(user, time));
    const age = (Date.now() - Date.parse(time)) / 1000;
    if (given.length !== expected.length || !timingSafeEqual(given, expected) || !(age <= this.digestSeconds)) throw invalidDigest();
  }

  /** Serves one request as a user. Never throws: errors are answers. */
  public serve(request: RestRequest, user: User, origin: string): Rendered {
    const format = formatOf(request.headers);
    try {
      const run = (): Rendered => this.answer(request, user, origin, format);
      // Reading needs no transaction: node:sqlite runs each statement to its end before anything else happens.
      return this.method(request) === 'GET' ? run() : this.site.database.transaction(run);
    } catch (error) {
      if (error instanceof SharePointError) return renderError(error, format);
      if (isTooComplex(error)) return renderError(badQuery('The query is too complex.'), format);
      console.error(error);
      return renderError(unexpected(), format);
    }
  }

  /** What resources need to know of a request. */
  public callAs(user: User, origin: string, headers: RestRequest['headers'] = {}): Call {
    const access = new Access(this.site.permissions, this.site.principals, user);
    const verbose = /odata\s*=\s*verbose/i.test(headers['content-type'] ?? '');
    return { site: this.site, user, origin, ifMatch: headers['if-match'], verbose, access, digest: () => this.digest(user) };
  }

  /** POST with X-HTTP-Method says what it means: MERGE, PATCH, PUT or DELETE. */
  private method(request: RestRequest): string {
    const given = request.method.toUpperCase();
    const override = request.headers['x-http-method']?.toUpperCase();
    return given === 'POST' && override ? override : given;
  }

  private answer(request: RestRequest, user: User, origin: string, format: Format): Rendered {
    const [encodedPath = '', search = ''] = request.address.split(/\?(.*)/s);
    let path: string;
    try {
      path = decodeURIComponent(encodedPath.replace(/^\/?_api\/?/i, ''));
    } catch {
      throw badQuery('The address is not encoded properly.');
    }
    const query = parseQuery(search);
    const call = this.callAs(user, origin, request.headers);
    const resource = follow(serviceRoot(call), parsePath(path, query.aliases));
    return render(this.invoke(resource, request, query), query, format, `${webUrl(call)}/_api`);
  }

  private invoke(resource: Resource, request: RestRequest, query: Query): Answer {
    checkSize(resource, request);
    const payload = new Payload(request.body);
    const method = this.method(request);
    switch (method) {
      case 'GET':
      case 'HEAD':
        return required(resource.get, method)(query);
      case 'POST':
        return resource.post ? resource.post(payload, query) : this.readByPost(resource, query);
      case 'MERGE':
      case 'PATCH':
        return required(resource.merge, method)(asObject(payload));
      case 'PUT':
        return resource.put ? resource.put(payload) : required(resource.merge, method)(asObject(payload));
      case 'DELETE':
        return required(resource.remove, method)();
      default:
        return required<never>(undefined, method);
    }
  }

  /** SharePoint lets functions be called by POST too; an entity or collection that cannot be posted to says so. */
  private readByPost(resource: Resource, query: Query): Answer {
    const answer = required(resource.get, 'POST')(plainQuery(query));
    return answer.kind === 'value' ? answer : required<never>(undefined, 'POST');
  }

  private sign(user: User, time: string): string {
    return createHmac('sha256', this.digestKey).update(`${user.id} ${time}`).digest('hex').toUpperCase();
  }
}

/** Everything but documents and attachments comes in messages of at most 2 MB. */
const largestMessage = 2 * 1024 * 1024;

function checkSize(resource: Resource, { body, inBatch }: RestRequest): void {
  if (inBatch && resource.notInBatch && body.length > 0) throw badQuery('Attachments cannot be added in a batch.');
  if (body.length > largestMessage && !resource.takesBytes) throw tooBig(largestMessage);
}
