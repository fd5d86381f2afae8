import { badRequest } from '../errors';
import type { Site } from '../store/site';
import { GraphError } from './graph-error';
import type { SentMail, SentNotice } from './messages';

/** Somebody's presence. */
export interface Presence {
  availability: string;
  activity: string;
}

const unknownPresence: Presence = { availability: 'PresenceUnknown', activity: 'PresenceUnknown' };

/** What a new tenant has granted to SharePoint's web parts. */
const firstGrants = ['User.Read'];

/** What the tenant has granted, who has the Teams app, what was sent, who is present. */
export class GraphState {
  /** Sent since the start, or since it was last emptied. In memory only. */
  public readonly mail: (SentMail & { from: string })[] = [];
  public readonly notices: (SentNotice & { from: string; to: string })[] = [];

  public constructor(private readonly site: Site) {}

  /** Permissions of Graph, and ids of other APIs, that web parts may use. */
  public get grants(): string[] {
    return this.site.read<string[] | null>('graph grants') ?? firstGrants;
  }

  /** Takes {"grants": ["Mail.Send"], "installedFor": ["*"]}; what is left out stays. */
  public set(given: unknown): void {
    const { grants, installedFor } = (given ?? {}) as { grants?: unknown; installedFor?: unknown };
    for (const [name, list] of Object.entries({ grants, installedFor })) {
      if (list === undefined) continue;
      if (!Array.isArray(list) || list.some((one) => typeof one !== 'string')) throw badRequest(`"${name}" is a list of texts.`);
      this.site.keep(name === 'grants' ? 'graph grants' : 'graph installed', list);
    }
  }

  public clear(): void {
    this.mail.length = 0;
    this.notices.length = 0;
  }

  public describe(): object {
    return { grants: this.grants, installedFor: this.installedFor, mail: this.mail, notices: this.notices };
  }

  /** Refuses a call for which none of these permissions was granted, in the words of Teams' part of Graph. */
  public demand(...oneOf: string[]): void {
    if (this.has(oneOf)) return;
    throw new GraphError(
      403,
      'Forbidden',
      `Missing scope permissions on the request. API requires one of '${oneOf.join(', ')}'. Scopes on the request '${this.grants.join(', ')}'`
    );
  }

  /** The same in the words of the directory. */
  public demandDirectory(...oneOf: string[]): void {
    if (!this.has(oneOf)) throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }

  /** The same in the words of Outlook. */
  public demandMail(...oneOf: string[]): void {
    if (!this.has(oneOf)) throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }

  /** Refuses a notice to somebody for whom the Teams app is not installed. */
  public demandInstalled(login: string): void {
    const installed = this.installedFor.map((one) => one.toLowerCase());
    if (installed.includes('*') || installed.includes(login.toLowerCase())) return;
    throw new GraphError(
      403,
      'Forbidden',
      'The application is not authorized to generate custom text notifications to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).'
    );
  }

  /** What keeps somebody from getting a token for an API, in Entra's words; undefined if nothing does. */
  public tokenRefusal(resource: string): string | undefined {
    const graph = /^https:\/\/graph\.microsoft\.com\/?$/i.test(resource);
    const granted = graph ? this.grants.some((grant) => !/:\/\//.test(grant)) : this.grants.includes(resource);
    if (granted) return undefined;
    return `AADSTS65001: The user or administrator has not consented to use the application with ID '08e18876-6177-487e-b8b5-cf950c1e598c' named 'SharePoint Online Client Extensibility Web Application Principal'. Send an interactive authorization request for this user and resource.`;
  }

  public photoOf(login: string): Uint8Array | undefined {
    const bytes = this.site.database.get('SELECT bytes FROM contents WHERE unique_id = ?', `photo ${login.toLowerCase()}`)?.bytes;
    return bytes instanceof Uint8Array ? bytes : undefined;
  }

  public keepPhoto(login: string, bytes: Uint8Array): void {
    this.site.database.run(
      'INSERT INTO contents (unique_id, bytes) VALUES (?, ?) ON CONFLICT (unique_id) DO UPDATE SET bytes = excluded.bytes',
      `photo ${login.toLowerCase()}`,
      bytes
    );
  }

  public presenceOf(login: string): Presence {
    return this.presences[login.toLowerCase()] ?? unknownPresence;
  }

  public keepPresence(login: string, presence: Presence): void {
    this.site.keep('graph presence', { ...this.presences, [login.toLowerCase()]: presence });
  }

  private get installedFor(): string[] {
    return this.site.read<string[] | null>('graph installed') ?? [];
  }

  private get presences(): Record<string, Presence> {
    return this.site.read<Record<string, Presence> | null>('graph presence') ?? {};
  }

  private has(oneOf: string[]): boolean {
    const granted = this.grants.map((grant) => grant.toLowerCase());
    return oneOf.some((wanted) => granted.includes(wanted.toLowerCase()));
  }
}
