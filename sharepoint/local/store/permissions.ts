import { randomUUID } from 'node:crypto';
import { alreadyExists, badRequest, limitExceeded, roleNotFound } from '../errors';
import type { Database, Row } from './database';
import { quote } from './fields';
import type { Item } from './items';
import type { List } from './lists';
import { fullMask, limitedAccessKind, mask, permission, roleIds, standardRoles, type Role } from './permission-bits';
import type { Principals, User } from './principals';

/** What can have permissions of its own or inherit them. */
export type Securable = { kind: 'web' } | { kind: 'list'; list: List } | { kind: 'item'; item: Item };

/** The site's own scope. A scope is a set of role assignments; everything on the site is in exactly one. */
export const webScope = 1;

const mostScopes = 50_000;
const mostItemsBelow = 100_000;

const roleFromRow = (row: Row): Role => ({
  id: Number(row.id),
  name: String(row.name),
  description: String(row.description),
  kind: Number(row.kind),
  order: Number(row.position),
  mask: mask(BigInt(Number(row.high)), BigInt(Number(row.low)))
});

const folderOf = (item: Item): string => `${item.directory}/${item.leaf}`;

/** Rows of a list that lie in a folder or below it; its path is the parameter. */
export const below = (mark: string): string =>
  `(fold("FileDirRef") = fold(${mark}) OR (fold("FileDirRef") > fold(${mark}) || '/' AND fold("FileDirRef") < fold(${mark}) || '0'))`;

/**
 * Permission levels, scopes, and who has which level in which scope.
 *
 * Every row of a list names its scope, so that trimming a query is one condition in SQL, as in SharePoint's own tables.
 */
export class Permissions {
  public constructor(
    private readonly database: Database,
    private readonly principals: Principals
  ) {}

  /** A new site has SharePoint's own levels and one scope. */
  public setUp(): void {
    for (const role of standardRoles) if (!this.roleById(role.id)) this.insertRole(role);
    this.database.run('INSERT OR IGNORE INTO scopes (id, guid) VALUES (?, ?)', webScope, randomUUID());
  }

  public roles(): Role[] {
    return this.database.all('SELECT * FROM role_definitions ORDER BY position, id').map(roleFromRow);
  }

  public roleById(id: number): Role | undefined {
    const row = this.database.get('SELECT * FROM role_definitions WHERE id = ?', id);
    return row && roleFromRow(row);
  }

  public addRole(role: Omit<Role, 'id' | 'kind'>): Role {
    this.checkRoleName(role.name, undefined);
    const id = Number(this.database.get('SELECT MAX(id) + 1 AS id FROM role_definitions')?.id);
    const added = { ...role, id, kind: 0 };
    this.insertRole(added);
    return added;
  }

  public updateRole(role: Role, changes: Partial<Omit<Role, 'id' | 'kind'>>): void {
    const changed = { ...role, ...changes };
    const own = role.id === roleIds.fullControl || role.kind === limitedAccessKind;
    if (own && (changed.mask !== role.mask || changed.name !== role.name)) {
      throw badRequest('This permission level cannot be changed or deleted: SharePoint itself needs it.');
    }
    this.checkRoleName(changed.name, role.id);
    this.database.run(
      'UPDATE role_definitions SET name = ?, description = ?, position = ?, high = ?, low = ? WHERE id = ?',
      changed.name,
      changed.description,
      changed.order,
      Number(changed.mask >> 32n),
      Number(changed.mask & 0xffffffffn),
      role.id
    );
  }

  /** Deletes a level; whoever had it has it no longer. */
  public removeRole(role: Role): void {
    if (role.id === roleIds.fullControl || role.kind === limitedAccessKind) {
      throw badRequest('This permission level cannot be changed or deleted: SharePoint itself needs it.');
    }
    this.database.run('DELETE FROM role_assignments WHERE role_id = ?', role.id);
    this.database.run('DELETE FROM role_definitions WHERE id = ?', role.id);
  }

  /** Lockdown mode takes from Limited Access what REST and form pages need; without it both are there. */
  public setLockdown(on: boolean): void {
    const usual = standardRoles.find(({ id }) => id === roleIds.limitedAccess)?.mask ?? 0n;
    const locked = usual & ~(permission.viewFormPages | permission.useRemoteAPIs);
    const now = on ? locked : usual;
    this.database.run(
      'UPDATE role_definitions SET high = ?, low = ? WHERE id = ?',
      Number(now >> 32n),
      Number(now & 0xffffffffn),
      roleIds.limitedAccess
    );
  }

  /** The scope that counts for something: its own, or the one it inherits. */
  public scopeOf(securable: Securable): number {
    if (securable.kind === 'web') return webScope;
    return securable.kind === 'list' ? securable.list.scope : Number(securable.item.row.ScopeId);
  }

  public isUnique(securable: Securable): boolean {
    if (securable.kind === 'web') return true;
    if (securable.kind === 'list') return securable.list.scope !== webScope;
    const { item } = securable;
    return this.database.get('SELECT 1 FROM scopes WHERE list = ? AND item = ?', item.list.number, item.id) !== undefined;
  }

  /** What a scope belongs to: the site, a list, or an item of a list. */
  public ownerOf(scope: number): { guid: string; list: number | null; item: number | null } {
    const row = this.database.get('SELECT guid, list, item FROM scopes WHERE id = ?', scope);
    return {
      guid: String(row?.guid),
      list: row?.list === null || row === undefined ? null : Number(row.list),
      item: row?.item === null || row === undefined ? null : Number(row.item)
    };
  }

  /** Number of things in a list that have permissions of their own. */
  public countOfScopes(list: List): number {
    return Number(this.database.get('SELECT COUNT(*) AS count FROM scopes WHERE list = ? AND item IS NOT NULL', list.number)?.count);
  }

  public hasOwnScopes(list: List): boolean {
    return this.database.get('SELECT 1 FROM scopes WHERE list = ? AND item IS NOT NULL LIMIT 1', list.number) !== undefined;
  }

  public assignments(scope: number): { principal: number; roles: number[] }[] {
    const byPrincipal = new Map<number, number[]>();
    for (const row of this.database.all(
      'SELECT principal_id, role_id FROM role_assignments WHERE scope = ? ORDER BY principal_id',
      scope
    )) {
      const principal = Number(row.principal_id);
      byPrincipal.set(principal, [...(byPrincipal.get(principal) ?? []), Number(row.role_id)]);
    }
    return [...byPrincipal].map(([principal, roles]) => ({ principal, roles }));
  }

  /** Gives somebody a level. Where they had nothing above, they get Limited Access there, so that they can come to it. */
  public assign(securable: Securable, principal: number, roleId: number): void {
    const role = this.roleById(roleId);
    if (!role) throw badRequest('Value does not fall within the expected range.');
    // SharePoint gives and takes Limited Access by itself; asking for it changes nothing.
    if (role.kind === limitedAccessKind) return;
    if (!this.principals.userById(principal) && !this.principals.groupById(principal)) {
      throw badRequest(`Can not find the principal with id: ${principal}.`);
    }
    if (!this.isUnique(securable)) throw notUnique();
    this.insertAssignment(this.scopeOf(securable), principal, roleId);
    this.giveLimitedAccess(securable, principal);
  }

  /** Takes a level away; who has nothing left on the way loses their Limited Access there as well. */
  public unassign(securable: Securable, principal: number, role: number): void {
    if (!this.isUnique(securable)) throw notUnique();
    this.database.run(
      'DELETE FROM role_assignments WHERE scope = ? AND principal_id = ? AND role_id = ?',
      this.scopeOf(securable),
      principal,
      role
    );
    this.tidyLimitedAccess(principal);
  }

  /**
   * Gives a list, folder or item permissions of its own.
   *
   * @param copy begin with what it inherited; otherwise the caller alone has Full Control
   * @param clear what lies below loses permissions of its own
   */
  public breakInheritance(securable: Securable, copy: boolean, clear: boolean, caller: User): void {
    if (securable.kind === 'web') return;
    if (!this.isUnique(securable)) {
      this.checkSize(securable);
      const list = securable.kind === 'list' ? securable.list : securable.item.list;
      if (securable.kind === 'item') this.checkUniqueColumns(list);
      if (securable.kind === 'item' && this.countOfScopes(list) >= mostScopes) {
        throw limitExceeded(
          'You cannot break inheritance for this item because there are too many items with unique permissions in this list.'
        );
      }
      const from = this.scopeOf(securable);
      const { lastId: scope } = this.database.run(
        'INSERT INTO scopes (guid, list, item) VALUES (?, ?, ?)',
        randomUUID(),
        list.number,
        securable.kind === 'item' ? securable.item.id : null
      );
      if (copy) {
        this.database.run(
          'INSERT INTO role_assignments (scope, principal_id, role_id) SELECT ?, principal_id, role_id FROM role_assignments WHERE scope = ? AND role_id <> ?',
          scope,
          from,
          roleIds.limitedAccess
        );
      } else this.insertAssignment(scope, caller.id, roleIds.fullControl);
      this.moveInto(securable, from, scope);
      for (const { principal } of this.assignments(scope)) this.giveLimitedAccess({ ...securable }, principal);
      this.keepWayBelow(securable, scope);
    }
    if (clear) this.clearBelow(securable);
  }

  /** Lets a list, folder or item inherit again. */
  public resetInheritance(securable: Securable): void {
    if (securable.kind === 'web') throw badRequest('The top-level site of a site collection cannot inherit permissions.');
    if (!this.isUnique(securable)) return;
    this.checkSize(securable);
    const own = this.scopeOf(securable);
    const parent = securable.kind === 'list' ? webScope : this.scopeOfFolder(securable.item.list, securable.item.directory);
    const principals = this.assignments(own).map(({ principal }) => principal);
    this.moveInto(securable, own, parent);
    this.database.run('DELETE FROM scopes WHERE id = ?', own);
    for (const principal of principals) this.tidyLimitedAccess(principal);
  }

  /** Scopes of what lies in a folder and has permissions of its own. */
  public scopesBelow(folder: Item): number[] {
    const { list } = folder;
    return this.database
      .all(
        `SELECT s.id FROM scopes s JOIN items_${list.number} i ON i."ID" = s.item WHERE s.list = ?1 AND ${below('?2')}`,
        list.number,
        folderOf(folder)
      )
      .map(({ id }) => Number(id));
  }

  /** The scope that something new in a folder gets. */
  public scopeOfFolder(list: List, directory: string): number {
    if (directory.toLowerCase() === list.root.toLowerCase()) return list.scope;
    const slash = directory.lastIndexOf('/');
    const row = this.database.get(
      `SELECT "ScopeId" FROM items_${list.number} WHERE fold("FileDirRef") = fold(?) AND fold("FileLeafRef") = fold(?)`,
      directory.slice(0, slash),
      directory.slice(slash + 1)
    );
    return row ? Number(row.ScopeId) : list.scope;
  }

  /** Moves something that inherits, with what inherits from it, to the scope of its new place. */
  public inheritAt(item: Item): void {
    if (this.isUnique({ kind: 'item', item })) return;
    this.moveInto({ kind: 'item', item }, Number(item.row.ScopeId), this.scopeOfFolder(item.list, item.directory));
  }

  /** Forgets the permissions of something that is gone for good. */
  public forgetItem(list: List, id: number): void {
    this.database.run('DELETE FROM scopes WHERE list = ? AND item = ?', list.number, id);
  }

  /** All that a user may do in a scope: directly, through groups, and as one of everyone. */
  public maskOf(user: User, scope: number, withLimitedAccess = true): bigint {
    if (user.siteAdmin) return fullMask;
    const rows = this.database.all(
      `SELECT DISTINCT r.high, r.low, r.kind FROM role_assignments a JOIN role_definitions r ON r.id = a.role_id
       WHERE a.scope = ? AND a.principal_id IN (SELECT value FROM json_each(?))`,
      scope,
      this.principals.idsFor(user)
    );
    return rows
      .filter((row) => withLimitedAccess || row.kind !== limitedAccessKind)
      .reduce((sum, row) => sum | mask(BigInt(Number(row.high)), BigInt(Number(row.low))), 0n);
  }

  private insertRole(role: Role): void {
    this.database.run(
      'INSERT INTO role_definitions (id, name, description, kind, position, high, low) VALUES (?, ?, ?, ?, ?, ?, ?)',
      role.id,
      role.name,
      role.description,
      role.kind,
      role.order,
      Number(role.mask >> 32n),
      Number(role.mask & 0xffffffffn)
    );
  }

  private checkRoleName(name: string, itself: number | undefined): void {
    if (name.trim() === '' || name.length > 255) throw badRequest('The name of the permission level is missing or too long.');
    const other = this.database.get('SELECT id FROM role_definitions WHERE name = ?', name);
    if (other && Number(other.id) !== itself) {
      throw alreadyExists('The specified name is already in use.\n\nPlease try again with a new name.');
    }
  }

  private insertAssignment(scope: number, principal: number, role: number): void {
    this.database.run('INSERT OR IGNORE INTO role_assignments (scope, principal_id, role_id) VALUES (?, ?, ?)', scope, principal, role);
  }

  /** The scopes above something, from its folder to the site. */
  private scopesAbove(securable: Securable): Set<number> {
    const above = new Set<number>();
    if (securable.kind === 'item') {
      const { item } = securable;
      let directory = item.directory;
      while (directory.length > item.list.root.length) {
        above.add(this.scopeOfFolder(item.list, directory));
        directory = directory.slice(0, directory.lastIndexOf('/'));
      }
      above.add(item.list.scope);
    }
    if (securable.kind !== 'web') above.add(webScope);
    return above;
  }

  private giveLimitedAccess(securable: Securable, principal: number): void {
    for (const scope of this.scopesAbove(securable)) {
      if (!this.database.get('SELECT 1 FROM role_assignments WHERE scope = ? AND principal_id = ?', scope, principal)) {
        this.insertAssignment(scope, principal, roleIds.limitedAccess);
      }
    }
  }

  /** Limited Access stays only above something that the principal has a level on. */
  private tidyLimitedAccess(principal: number): void {
    const limited = this.database.all(
      'SELECT s.id, s.list, s.item FROM role_assignments a JOIN scopes s ON s.id = a.scope WHERE a.principal_id = ? AND a.role_id = ?',
      principal,
      roleIds.limitedAccess
    );
    for (const scope of limited) {
      const levels = this.database.all(
        'SELECT DISTINCT s.id, s.list, s.item FROM role_assignments a JOIN scopes s ON s.id = a.scope WHERE a.principal_id = ? AND a.role_id <> ? AND s.id <> ?',
        principal,
        roleIds.limitedAccess,
        Number(scope.id)
      );
      const needed = levels.some((level) => scope.list === null || (level.list === scope.list && level.item !== null));
      if (!needed) {
        this.database.run(
          'DELETE FROM role_assignments WHERE scope = ? AND principal_id = ? AND role_id = ?',
          Number(scope.id),
          principal,
          roleIds.limitedAccess
        );
      }
    }
  }

  /** Who has a level further down keeps their way through a scope that is new. */
  private keepWayBelow(securable: Securable, scope: number): void {
    const rows =
      securable.kind === 'list'
        ? this.database.all(
            'SELECT DISTINCT a.principal_id FROM role_assignments a JOIN scopes s ON s.id = a.scope WHERE s.list = ? AND s.item IS NOT NULL',
            securable.list.number
          )
        : securable.kind === 'item' && securable.item.folder
          ? this.database.all(
              `SELECT DISTINCT a.principal_id FROM role_assignments a JOIN scopes s ON s.id = a.scope
               JOIN items_${securable.item.list.number} i ON i."ID" = s.item WHERE s.list = ?1 AND ${below('?2')}`,
              securable.item.list.number,
              folderOf(securable.item)
            )
          : [];
    for (const row of rows) {
      const principal = Number(row.principal_id);
      if (!this.database.get('SELECT 1 FROM role_assignments WHERE scope = ? AND principal_id = ?', scope, principal)) {
        this.insertAssignment(scope, principal, roleIds.limitedAccess);
      }
    }
  }

  /** Everything that was in one scope as part of this is in another from now on. */
  private moveInto(securable: Securable, from: number, to: number): void {
    if (securable.kind === 'list') {
      this.database.run(`UPDATE items_${securable.list.number} SET "ScopeId" = ? WHERE "ScopeId" = ?`, to, from);
      this.database.run('UPDATE lists SET scope = ? WHERE number = ?', to, securable.list.number);
      securable.list.scope = to;
    } else if (securable.kind === 'item') {
      const { item } = securable;
      const table = quote(`items_${item.list.number}`);
      this.database.run(`UPDATE ${table} SET "ScopeId" = ? WHERE "ID" = ?`, to, item.id);
      if (item.folder) {
        this.database.run(`UPDATE ${table} SET "ScopeId" = ?1 WHERE "ScopeId" = ?2 AND ${below('?3')}`, to, from, folderOf(item));
      }
      item.row.ScopeId = to;
    }
  }

  private clearBelow(securable: Securable): void {
    if (securable.kind === 'web' || (securable.kind === 'item' && !securable.item.folder)) return;
    const list = securable.kind === 'list' ? securable.list : securable.item.list;
    const inside = securable.kind === 'item' ? `AND ${below('?2')}` : '';
    const path = securable.kind === 'item' ? [folderOf(securable.item)] : [];
    const rows = this.database.all(
      `SELECT s.id FROM scopes s JOIN items_${list.number} i ON i."ID" = s.item WHERE s.list = ?1 ${inside}`,
      list.number,
      ...path
    );
    const own = this.scopeOf(securable);
    for (const { id } of rows) {
      const principals = this.assignments(Number(id)).map(({ principal }) => principal);
      this.database.run(`UPDATE items_${list.number} SET "ScopeId" = ? WHERE "ScopeId" = ?`, own, Number(id));
      this.database.run('DELETE FROM scopes WHERE id = ?', Number(id));
      for (const principal of principals) this.tidyLimitedAccess(principal);
    }
  }

  /** Inheritance of what holds more than 100,000 items can no longer be changed. */
  private checkSize(securable: Securable): void {
    const list =
      securable.kind === 'list' ? securable.list : securable.kind === 'item' && securable.item.folder ? securable.item.list : undefined;
    if (!list) return;
    const where = securable.kind === 'item' ? `WHERE ${below('?1')}` : '';
    const row = this.database.get(
      `SELECT COUNT(*) AS count FROM (SELECT 1 FROM items_${list.number} ${where} LIMIT ${mostItemsBelow + 1})`,
      ...(securable.kind === 'item' ? [folderOf(securable.item)] : [])
    );
    if (Number(row?.count) > mostItemsBelow) {
      throw limitExceeded(
        'You cannot break or restore inheritance for this item because it contains more than 100,000 items. Set permissions while it is empty.'
      );
    }
  }

  /** Unique columns look at every row: they do not go together with rows that some people cannot see. */
  private checkUniqueColumns(list: List): void {
    const unique = this.database.get(
      "SELECT title FROM fields WHERE list = ? AND json_extract(properties, '$.EnforceUniqueValues') = 1 LIMIT 1",
      list.number
    );
    if (unique) {
      throw badRequest(
        `You cannot set unique permissions on items of this list because the column '${String(unique.title)}' enforces unique values.`
      );
    }
  }
}

const notUnique = (): Error =>
  badRequest('This operation is not allowed on an object that inherits permissions. Break the inheritance first.');

/** Refuses a level that does not exist. */
export function existing(role: Role | undefined): Role {
  if (!role) throw roleNotFound();
  return role;
}
