import type { Account } from '../accounts';
import { SharePointError } from '../errors';
import { parseFilter } from '../rest/filter';
import { matches } from '../rest/memory-query';
import type { Entity } from '../rest/model';
import type { Site } from '../store/site';
import type { User } from '../store/principals';
import { badBody, empty, errorAnswer, GraphError, json, noResource, noUser, type GraphAnswer } from './graph-error';
import { GraphState } from './graph-state';
import { readMail, readNotice } from './messages';

/** A request to Microsoft Graph. */
export interface GraphRequest {
  method: string;
  /** Encoded address after the version, with its query. */
  address: string;
  body: Uint8Array;
}

const context = 'https://graph.microsoft.com/v1.0/$metadata#';
const usual = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id'
];
const mostPresences = 650;
const mostInBatch = 20;
const largestMail = 4 * 1024 * 1024;
const availabilities = new Set([
  'Available',
  'AvailableIdle',
  'Away',
  'BeRightBack',
  'Busy',
  'BusyIdle',
  'DoNotDisturb',
  'Offline',
  'PresenceUnknown'
]);

const readJson = (body: Uint8Array): Record<string, unknown> => {
  try {
    const given = JSON.parse(new TextDecoder().decode(body)) as unknown;
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw badBody('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
};

/**
 * A stand-in for the part of Microsoft Graph that web parts use: people, photos, presence, mail, activity notices. Each
 * needs a permission that the tenant has granted, and is refused in Graph's own words without. What is sent is kept.
 */
export class Graph {
  public readonly state: GraphState;

  public constructor(private readonly site: Site) {
    this.state = new GraphState(site);
  }

  /** Serves a request as a user. Never throws: errors are answers. */
  public serve(request: GraphRequest, user: User): GraphAnswer {
    try {
      return this.answer(request, user);
    } catch (error) {
      if (error instanceof GraphError) return errorAnswer(error);
      if (error instanceof SharePointError) return errorAnswer(new GraphError(400, 'BadRequest', error.message));
      throw error;
    }
  }

  private answer(request: GraphRequest, user: User): GraphAnswer {
    const [encoded = '', search = ''] = request.address.split(/\?(.*)/s);
    const steps = encoded
      .split('/')
      .filter((step) => step !== '')
      .map((step) => {
        try {
          return decodeURIComponent(step);
        } catch {
          throw badBody('The address is not encoded properly.');
        }
      });
    const query = new URLSearchParams(search);
    const method = request.method.toUpperCase();
    const [first = '', second] = steps;
    if (first === '$batch' && method === 'POST') return this.batch(request.body, user);
    if (first === 'me') return this.person(method, user.login, steps.slice(1), query, request.body, user);
    if (first === 'users' && second === undefined) return this.users(method, query);
    if (first === 'users') return this.person(method, String(second), steps.slice(2), query, request.body, user);
    if (first === 'communications' && second === 'getPresencesByUserId' && method === 'POST') return this.presences(request.body);
    throw noResource(first);
  }

  /** Up to twenty requests in one: Graph's JSON batching. */
  private batch(body: Uint8Array, user: User): GraphAnswer {
    const { requests } = readJson(body);
    if (!Array.isArray(requests) || requests.length > mostInBatch) throw badBody(`A batch holds at most ${mostInBatch} requests.`);
    const responses = requests.map((part: { id?: unknown; method?: unknown; url?: unknown; body?: unknown } | null) => {
      const inner = part?.body === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(part.body));
      const address = String(part?.url ?? '').replace(/^\//, '');
      const answer = address.startsWith('$batch')
        ? errorAnswer(noResource('$batch'))
        : this.serve({ method: String(part?.method ?? 'GET'), address, body: inner }, user);
      const binary = typeof answer.body !== 'string';
      const text = binary ? Buffer.from(answer.body).toString('base64') : String(answer.body);
      return {
        id: String(part?.id ?? ''),
        status: answer.status,
        headers: answer.headers,
        body: binary || text === '' ? text : (JSON.parse(text) as unknown)
      };
    });
    return json(200, { responses });
  }

  private person(method: string, key: string, rest: string[], query: URLSearchParams, body: Uint8Array, caller: User): GraphAnswer {
    const own = (account: Account): boolean => account.login.toLowerCase() === caller.login.toLowerCase();
    const account = this.site.accounts.find(
      ({ login, aadObjectId }) => login.toLowerCase() === key.toLowerCase() || aadObjectId?.toLowerCase() === key.toLowerCase()
    );
    const route = `${method} ${rest.join('/')}`;
    // Whether there is such a person is told only to who may ask.
    const self = account !== undefined && own(account);
    switch (route) {
      case 'GET ':
        this.state.demandDirectory(...(self ? ['User.Read'] : []), 'User.ReadBasic.All', 'User.Read.All');
        return json(200, { '@odata.context': `${context}users/$entity`, ...this.shown(this.found(account, key), query) });
      case 'GET photo':
      case 'GET photo/$value':
        this.state.demandDirectory(...(self ? ['User.Read'] : []), 'User.ReadBasic.All', 'User.Read.All', 'ProfilePhoto.Read.All');
        return this.photo(this.found(account, key), rest.length > 1);
      case 'PUT photo/$value':
        this.state.demandDirectory(...(self ? ['User.ReadWrite'] : []), 'ProfilePhoto.ReadWrite.All');
        this.state.keepPhoto(this.found(account, key).login, body);
        return empty(200);
      case 'GET presence':
        this.state.demand(...(self ? ['Presence.Read'] : []), 'Presence.Read.All');
        return json(200, { '@odata.context': `${context}users/presence/$entity`, ...this.presenceOf(this.found(account, key)) });
      case 'POST presence/setUserPreferredPresence':
        this.state.demand('Presence.ReadWrite');
        if (!self) throw new GraphError(403, 'Forbidden', 'Presence can be set for oneself only.');
        return this.setPresence(this.found(account, key), body);
      case 'POST sendMail':
        this.state.demandMail('Mail.Send');
        if (!self) throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
        if (body.length > largestMail) throw new GraphError(413, 'RequestEntityTooLarge', 'The request is too large.');
        this.state.mail.push({ from: caller.login, ...readMail(readJson(body)) });
        return empty(202);
      case 'POST teamwork/sendActivityNotification': {
        this.state.demand('TeamsActivity.Send');
        const to = this.found(account, key).login;
        const notice = readNotice(readJson(body));
        if (self) throw new GraphError(403, 'Forbidden', 'A user cannot send an activity notification to themselves.');
        this.state.demandInstalled(to);
        this.state.notices.push({ from: caller.login, to, ...notice });
        return empty(204);
      }
      default:
        throw noResource(rest[0] ?? key);
    }
  }

  private found(account: Account | undefined, key: string): Account {
    if (!account) throw noUser(key);
    return account;
  }

  private users(method: string, query: URLSearchParams): GraphAnswer {
    if (method !== 'GET') throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
    this.state.demandDirectory('User.ReadBasic.All', 'User.Read.All');
    const top = Number(query.get('$top') ?? 100);
    if (!Number.isInteger(top) || top < 1 || top > 999) throw badBody('Invalid page size specified. Must be between 1 and 999 inclusive.');
    const filter = query.get('$filter');
    const parsed = filter === null ? undefined : parseFilter(filter);
    const entityOf = (account: Account): Entity => ({ kind: 'entity', type: 'user', edit: 'users', properties: this.properties(account) });
    const people = this.site.accounts.filter((account) => !parsed || matches(entityOf(account), parsed)).slice(0, top);
    return json(200, { '@odata.context': `${context}users`, value: people.map((account) => this.shown(account, query)) });
  }

  private properties(account: Account): Record<string, unknown> {
    const [givenName = '', ...others] = account.name.split(' ');
    return {
      businessPhones: [],
      displayName: account.name,
      givenName,
      jobTitle: account.jobTitle ?? null,
      mail: account.email,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: 'en-GB',
      surname: others.join(' ') || null,
      userPrincipalName: account.login,
      id: account.aadObjectId,
      accountEnabled: true,
      department: null,
      userType: 'Member'
    };
  }

  private shown(account: Account, query: URLSearchParams): Record<string, unknown> {
    const properties = this.properties(account);
    const names =
      query
        .get('$select')
        ?.split(',')
        .map((name) => name.trim()) ?? usual;
    const known = names.filter((name) => Object.hasOwn(properties, name));
    if (known.length < names.length) {
      const unknown = names.find((name) => !Object.hasOwn(properties, name));
      throw badBody(`Could not find a property named '${String(unknown).slice(0, 60)}' on type 'microsoft.graph.user'.`);
    }
    return Object.fromEntries(known.map((name) => [name, properties[name]]));
  }

  private photo(account: Account, bytes: boolean): GraphAnswer {
    const photo = this.state.photoOf(account.login);
    if (!photo) {
      throw new GraphError(
        404,
        'ImageNotFound',
        "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown."
      );
    }
    if (bytes) return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: photo };
    return json(200, {
      '@odata.context': `${context}users/photo`,
      '@odata.mediaContentType': 'image/jpeg',
      id: 'default',
      width: 240,
      height: 240
    });
  }

  private presenceOf(account: Account): Record<string, unknown> {
    return { id: account.aadObjectId, ...this.state.presenceOf(account.login) };
  }

  private presences(body: Uint8Array): GraphAnswer {
    this.state.demand('Presence.Read.All');
    const { ids } = readJson(body);
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > mostPresences)
      throw badBody(`Between one and ${mostPresences} ids are needed.`);
    const found = ids
      .map((id) => this.site.accounts.find(({ aadObjectId }) => aadObjectId === id))
      .filter((account): account is Account => account !== undefined);
    return json(200, {
      '@odata.context': `${context}Collection(microsoft.graph.presence)`,
      value: found.map((account) => this.presenceOf(account))
    });
  }

  private setPresence(account: Account, body: Uint8Array): GraphAnswer {
    const { availability, activity } = readJson(body);
    if (typeof availability !== 'string' || !availabilities.has(availability)) throw badBody('The availability is not valid.');
    this.state.keepPresence(account.login, { availability, activity: typeof activity === 'string' ? activity : availability });
    return empty(200);
  }
}
