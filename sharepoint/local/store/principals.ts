import { alreadyExists, groupNotFound, userNotFound } from '../errors';
import type { Account } from '../accounts';
import type { Database, Row } from './database';

/** A user of the site. */
export interface User {
  id: number;
  /** User principal name, for example ann@contoso.example. */
  login: string;
  title: string;
  email: string;
  aadObjectId: string | null;
  siteAdmin: boolean;
}

/** A SharePoint group of the site. */
export interface Group {
  id: number;
  title: string;
  settings: GroupSettings;
}

/** Settings of a group. Property names are SharePoint's own. */
export interface GroupSettings {
  Description: string;
  /** Id of the user or group that it belongs to; 0 for none. */
  OwnerId: number;
  AllowMembersEditMembership: boolean;
  AllowRequestToJoinLeave: boolean;
  AutoAcceptRequestToJoinLeave: boolean;
  OnlyAllowMembersViewMembership: boolean;
  RequestToJoinLeaveEmailSetting: string;
}

const claims = 'i:0#.f|membership|';
const everyone = 'c:0-.f|rolemanager|spo-grid-all-users/local';

/** The LoginName of a user in SharePoint: its claim. */
export const claimOf = (user: User): string => (user.login.startsWith('c:0') ? user.login : `${claims}${user.login}`);

const noSettings: GroupSettings = {
  Description: '',
  OwnerId: 0,
  AllowMembersEditMembership: false,
  AllowRequestToJoinLeave: false,
  AutoAcceptRequestToJoinLeave: false,
  OnlyAllowMembersViewMembership: true,
  RequestToJoinLeaveEmailSetting: ''
};

const toUser = (row: Row): User => ({
  id: Number(row.id),
  login: String(row.login),
  title: String(row.title),
  email: String(row.email),
  aadObjectId: row.aad_object_id === null ? null : String(row.aad_object_id),
  siteAdmin: row.site_admin === 1
});

const toGroup = (row: Row): Group => ({
  id: Number(row.id),
  title: String(row.title),
  settings: { ...noSettings, ...(JSON.parse(String(row.properties)) as Partial<GroupSettings>) }
});

/** Users, groups and who is in them. */
export class Principals {
  public constructor(private readonly database: Database) {}

  /** Adds or refreshes a user from an account; the id stays the same for good. */
  public keepAccount(account: Account): User {
    this.database.run(
      `INSERT INTO principals (kind, login, title, email, aad_object_id, site_admin) VALUES ('user', ?, ?, ?, ?, ?)
       ON CONFLICT (kind, login) DO UPDATE SET title = excluded.title, email = excluded.email,
       aad_object_id = excluded.aad_object_id, site_admin = excluded.site_admin`,
      account.login,
      account.name,
      account.email,
      account.aadObjectId,
      account.siteAdmin ? 1 : 0
    );
    const user = this.userByLogin(account.login);
    if (!user) throw userNotFound();
    return user;
  }

  /** The principal that stands for every signed-in person of the organisation. */
  public everyone(): User {
    const found = this.userByLogin(everyone);
    if (found) return found;
    return this.keepAccount({ login: everyone, name: 'Everyone except external users', email: '', aadObjectId: null, groups: [] });
  }

  /** Ids under which somebody can have rights: their own, their groups', and those of everyone. A JSON array, for SQL. */
  public idsFor(user: User): string {
    const rows = this.database.all(
      `WITH self (id) AS (SELECT ?1 UNION SELECT id FROM principals WHERE kind = 'user' AND login = ?2)
       SELECT id FROM self UNION SELECT group_id FROM group_members WHERE user_id IN (SELECT id FROM self)`,
      user.id,
      everyone
    );
    return JSON.stringify(rows.map(({ id }) => Number(id)));
  }

  public users(): User[] {
    return this.database.all("SELECT * FROM principals WHERE kind = 'user' AND properties <> '{\"removed\":true}' ORDER BY id").map(toUser);
  }

  /** Takes somebody off the site: out of its groups, without any rights of their own. What they made still names them. */
  public removeFromSite(id: number): void {
    this.database.run('DELETE FROM group_members WHERE user_id = ?', id);
    this.database.run('DELETE FROM role_assignments WHERE principal_id = ?', id);
    this.database.run(`UPDATE principals SET properties = '{"removed":true}' WHERE id = ?`, id);
  }

  public rename(id: number, title: string): void {
    this.database.run('UPDATE principals SET title = ? WHERE id = ?', title, id);
  }

  /** Brings somebody back who was taken off the site. Groups and rights do not come back. */
  public bringBack(id: number): void {
    this.database.run("UPDATE principals SET properties = '{}' WHERE id = ? AND kind = 'user'", id);
  }

  public userById(id: number): User | undefined {
    const row = this.database.get("SELECT * FROM principals WHERE kind = 'user' AND id = ?", id);
    return row && toUser(row);
  }

  /** A user by principal name or by claim (i:0#.f|membership|name). */
  public userByLogin(login: string): User | undefined {
    const name = login.toLowerCase().startsWith(claims) ? login.slice(claims.length) : login;
    const row = this.database.get("SELECT * FROM principals WHERE kind = 'user' AND login = ?", name);
    return row && toUser(row);
  }

  public userByEmail(email: string): User | undefined {
    const row = this.database.get("SELECT * FROM principals WHERE kind = 'user' AND email = ? COLLATE NOCASE AND email <> ''", email);
    return row && toUser(row);
  }

  public groups(): Group[] {
    return this.database.all("SELECT * FROM principals WHERE kind = 'group' ORDER BY id").map(toGroup);
  }

  public groupById(id: number): Group | undefined {
    const row = this.database.get("SELECT * FROM principals WHERE kind = 'group' AND id = ?", id);
    return row && toGroup(row);
  }

  public groupByName(title: string): Group | undefined {
    const row = this.database.get("SELECT * FROM principals WHERE kind = 'group' AND login = ?", title);
    return row && toGroup(row);
  }

  public addGroup(title: string, settings: Partial<GroupSettings> = {}): Group {
    if (this.groupByName(title)) throw alreadyExists('The specified name is already in use.\n\nPlease try again with a new name.');
    const properties = { ...noSettings, ...settings };
    const { lastId } = this.database.run(
      "INSERT INTO principals (kind, login, title, properties) VALUES ('group', ?, ?, ?)",
      title,
      title,
      JSON.stringify(properties)
    );
    return { id: lastId, title, settings: properties };
  }

  public updateGroup(group: Group, title: string, settings: Partial<GroupSettings>): void {
    const other = this.groupByName(title);
    if (other && other.id !== group.id) throw alreadyExists('The specified name is already in use.\n\nPlease try again with a new name.');
    this.database.run(
      'UPDATE principals SET login = ?, title = ?, properties = ? WHERE id = ?',
      title,
      title,
      JSON.stringify({ ...group.settings, ...settings }),
      group.id
    );
  }

  public removeGroup(id: number): void {
    if (!this.groupById(id)) throw groupNotFound();
    this.database.run('DELETE FROM principals WHERE id = ?', id);
  }

  public membersOf(group: number): User[] {
    return this.database
      .all('SELECT p.* FROM principals p JOIN group_members m ON m.user_id = p.id WHERE m.group_id = ? ORDER BY p.id', group)
      .map(toUser);
  }

  public groupsOf(user: number): Group[] {
    return this.database
      .all('SELECT p.* FROM principals p JOIN group_members m ON m.group_id = p.id WHERE m.user_id = ? ORDER BY p.id', user)
      .map(toGroup);
  }

  public addMember(group: number, user: number): void {
    this.database.run('INSERT OR IGNORE INTO group_members (group_id, user_id) VALUES (?, ?)', group, user);
  }

  public removeMember(group: number, user: number): void {
    const { changes } = this.database.run('DELETE FROM group_members WHERE group_id = ? AND user_id = ?', group, user);
    if (changes === 0) throw userNotFound();
  }
}
