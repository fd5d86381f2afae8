import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../accounts';
import { Attachments } from './attachments';
import { standardSiteColumns } from './built-in-fields';
import { Changes } from './changes';
import { Crawl } from './crawl';
import { Database } from './database';
import { Fields } from './fields';
import { Items } from './items';
import { Lists } from './lists';
import { defaultLocale, locales, type Locale } from './locale';
import { roleIds } from './permission-bits';
import { Permissions } from './permissions';
import { Principals } from './principals';
import { RecycleBin } from './recycle-bin';
import { SiteColumns } from './site-columns';
import { Versions } from './versions';

/** What a site is when it is first made. */
export interface SiteOptions {
  /** Folder for the database; `:memory:` keeps nothing. */
  dataFolder: string;
  /** Server-relative address, for example /sites/members. */
  path: string;
  title: string;
  accounts: Account[];
}

/** Settings of the web that can be changed through REST. */
export interface WebSettings {
  Title: string;
  Description: string;
  SiteLogoUrl: string;
  QuickLaunchEnabled: boolean;
  TreeViewEnabled: boolean;
  MembersCanShare: boolean;
  EnableMinorVersions: boolean;
}

/** Something that an administrator set for the whole tenant: a storage entity. */
export interface TenantProperty {
  value: string;
  description?: string;
}

/** One SharePoint site: everything that is kept of it, in one database. */
export class Site {
  public readonly database: Database;
  public readonly principals: Principals;
  public readonly permissions: Permissions;
  public readonly fields: Fields;
  public readonly lists: Lists;
  public readonly items: Items;
  public readonly versions: Versions;
  public readonly attachments: Attachments;
  public readonly recycleBin: RecycleBin;
  public readonly changes: Changes;
  public readonly siteColumns: SiteColumns;
  public readonly crawl: Crawl;
  public readonly path: string;
  /** Ids of the web, the site collection and the tenant; they stay as long as the data. */
  public readonly ids: { web: string; site: string; tenant: string };
  public readonly created: string;
  /** Web parts of the installed solutions, with their manifests as text. */
  public webParts: { id: string; name: string; manifest: string }[] = [];
  /** What an administrator set for the whole tenant (storage entities), by key. */
  public tenantProperties: Record<string, TenantProperty> = {};
  private readonly accountsByLogin: Map<string, Account>;

  public constructor(options: SiteOptions) {
    if (options.dataFolder !== ':memory:') mkdirSync(options.dataFolder, { recursive: true });
    this.path = options.path.replace(/\/$/, '');
    this.database = new Database(options.dataFolder === ':memory:' ? ':memory:' : join(options.dataFolder, 'sharepoint.sqlite'));
    this.principals = new Principals(this.database);
    this.permissions = new Permissions(this.database, this.principals);
    this.fields = new Fields(this.database);
    this.lists = new Lists(this.database, this.fields, this.path);
    this.versions = new Versions(this.database);
    this.attachments = new Attachments(this.database);
    this.changes = new Changes(this.database);
    this.items = new Items(
      this.database,
      this.lists,
      this.fields,
      this.principals,
      this.permissions,
      this.versions,
      this.attachments,
      this.changes
    );
    this.recycleBin = new RecycleBin(this.database, this.lists, this.items);
    this.siteColumns = new SiteColumns(this);
    this.crawl = new Crawl(this.database, this.lists, this.fields, this.principals, this.siteColumns);
    this.accountsByLogin = new Map(options.accounts.map((account) => [account.login.toLowerCase(), account]));
    this.database.transaction(() => this.setUp(options));
    this.ids = this.read('ids');
    this.created = this.read('created');
  }

  public get accounts(): Account[] {
    return [...this.accountsByLogin.values()];
  }

  public account(login: string): Account | undefined {
    return this.accountsByLogin.get(login.toLowerCase());
  }

  public get web(): WebSettings {
    return this.read('web');
  }

  /** How the site writes dates and numbers. */
  public get locale(): Locale {
    return locales.get(this.read<number | null>('locale') ?? defaultLocale) ?? (locales.get(defaultLocale) as Locale);
  }

  public updateWeb(changes: Partial<WebSettings>): void {
    this.keep('web', { ...this.web, ...changes });
  }

  /** A setting that the site keeps under a name. */
  public read<T>(key: string): T {
    return JSON.parse(String(this.database.get('SELECT value FROM settings WHERE key = ?', key)?.value ?? 'null')) as T;
  }

  public keep(key: string, value: unknown): void {
    this.database.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      JSON.stringify(value)
    );
  }

  public close(): void {
    this.database.close();
  }

  /** Every page is a document in the library Site Pages. */
  public keepPage(name: string, title: string): void {
    const pages = this.lists.byRoot(`${this.path}/SitePages`);
    if (!pages || this.items.byPath(`${pages.root}/${name}.aspx`)) return;
    this.database.transaction(() =>
      this.items.add(pages, this.principals.everyone(), new Map([['Title', title]]), { directory: pages.root, leaf: `${name}.aspx` })
    );
  }

  /** A new site gets ids, its usual libraries, its three usual groups and its permissions; accounts and their groups are brought up to date. */
  private setUp(options: SiteOptions): void {
    const everyone = this.principals.everyone();
    this.permissions.setUp();
    if (this.read('ids') === null) {
      this.keep('ids', { web: randomUUID(), site: randomUUID(), tenant: randomUUID() });
      this.keep('created', new Date().toISOString().replace(/\.\d{3}Z$/, 'Z'));
      const web: WebSettings = {
        Title: options.title,
        Description: '',
        SiteLogoUrl: '',
        QuickLaunchEnabled: true,
        TreeViewEnabled: false,
        MembersCanShare: true,
        EnableMinorVersions: false
      };
      this.keep('web', web);
      const [owners, members, visitors] = ['Owners', 'Members', 'Visitors'].map((kind) =>
        this.principals.addGroup(`${options.title} ${kind}`)
      );
      const standard: [typeof owners, number][] = [
        [owners, roleIds.fullControl],
        [members, roleIds.edit],
        [visitors, roleIds.read]
      ];
      for (const [group, role] of standard) if (group) this.permissions.assign({ kind: 'web' }, group.id, role);
      for (const group of [owners, members, visitors]) {
        if (owners && group) this.principals.updateGroup(group, group.title, { OwnerId: owners.id });
      }
      if (visitors) this.principals.addMember(visitors.id, everyone.id);
      this.keep('associated groups', { owner: owners?.id, member: members?.id, visitor: visitors?.id });
      for (const field of standardSiteColumns()) this.siteColumns.add(field);
      this.lists.create('Documents', 101, { OnQuickLaunch: true }, 'Shared Documents');
      this.lists.create('Site Pages', 119, {}, 'SitePages');
      this.lists.create('Site Assets', 101, {}, 'SiteAssets');
    }
    // Who was taken out of a group on the site stays out: only what is new in the file is added.
    const before = this.read<Record<string, string[]> | null>('account groups') ?? {};
    for (const account of options.accounts) {
      const user = this.principals.keepAccount(account);
      for (const title of account.groups.filter((group) => !before[account.login]?.includes(group))) {
        const group = this.principals.groupByName(title) ?? this.principals.addGroup(title);
        this.principals.addMember(group.id, user.id);
      }
    }
    this.keep('account groups', Object.fromEntries(options.accounts.map(({ login, groups }) => [login, groups])));
  }
}
