import { randomUUID } from 'node:crypto';
import { badRequest, limitExceeded, throttled } from '../errors';
import type { Database } from './database';
import { quote } from './fields';
import type { Item } from './items';
import { LimitedAccess } from './limited-access';
import type { List } from './lists';
import { fullMask, limitedAccessKind, mask, roleIds } from './permission-bits';
import type { Principals, User } from './principals';
import { Roles } from './roles';

/** What can have permissions of its own or inherit them. */
export type Securable = { kind: 'web' } | { kind: 'list'; list: List } | { kind: 'item'; item: Item };

/** The site's own scope. A scope is a set of role assignments; everything on the site is in exactly one. */
export const webScope = 1;

const mostScopes = 50_000;
const mostItemsBelow = 100_000;

/** Address of a folder's own. */
export const folderOf = (item: Item): string => `${item.directory}/${item.leaf}`;

/**
 * Rows of a list that lie in a folder or below it.
 *
 * @param mark the parameter that is its path
 * @param alias what the list's table is called in the query, if it has to be named
 */
export function below(mark: string, alias?: string): string {
  const directory = `fold(${alias === undefined ? '' : `${alias}.`}"FileDirRef")`;
  return `(${directory} = fold(${mark}) OR (${directory} > fold(${mark}) || '/' AND ${directory} < fold(${mark}) || '0'))`;
}

/**
 * Scopes, and who has which permission level in which scope.
 *
 * Every row of a list names its scope, so that trimming a query is one condition in SQL, as in SharePoint's own tables.
 */
export class Permissions {
  public readonly roles: Roles;
  private readonly limitedAccess: LimitedAccess;

  public constructor(
    private readonly database: Database,
    private readonly principals: Principals
  ) {
    this.roles = new Roles(database);
    this.limitedAccess = new LimitedAccess(database, this);
  }

  /** A new site has SharePoint's own levels and one scope. */
  public setUp(): void {
    this.roles.setUp();
    this.database.run('INSERT OR IGNORE INTO scopes (id, guid) VALUES (?, ?)', webScope, randomUUID());
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
    const role = this.roles.byId(roleId);
    if (!role) throw badRequest('Value does not fall within the expected range.');
    // SharePoint gives and takes Limited Access by itself; asking for it changes nothing.
    if (role.kind === limitedAccessKind) return;
    if (!this.principals.userById(principal) && !this.principals.groupById(principal)) {
      throw badRequest(`Can not find the principal with id: ${principal}.`);
    }
    if (!this.isUnique(securable)) throw notUnique();
    this.insertAssignment(this.scopeOf(securable), principal, roleId);
    this.limitedAccess.give(securable, principal);
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
    if (securable.kind !== 'item' || securable.item.folder) this.limitedAccess.giveBack(this.scopeOf(securable), principal);
    this.limitedAccess.tidy(principal);
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
      for (const { principal } of this.assignments(scope)) this.limitedAccess.give(securable, principal);
      this.limitedAccess.keepBelow(securable, scope);
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
    for (const principal of principals) this.limitedAccess.tidy(principal);
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

  /** Writes an assignment without more ado. */
  public insertAssignment(scope: number, principal: number, role: number): void {
    this.database.run('INSERT OR IGNORE INTO role_assignments (scope, principal_id, role_id) VALUES (?, ?, ?)', scope, principal, role);
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
      for (const principal of principals) this.limitedAccess.tidy(principal);
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
      throw throttled();
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
