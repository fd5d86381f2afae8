import { accessDenied, itemNotFound } from '../errors';
import type { Item } from './items';
import type { List } from './lists';
import { permission } from './permission-bits';
import { webScope, type Permissions } from './permissions';
import type { Principals, User } from './principals';

/** Item-level security of a list (ReadSecurity, WriteSecurity). */
const itemSecurity = { all: 1, own: 2, none: 4 } as const;

/** Trims queries: says in SQL which rows come out. */
export type Trimming = Pick<Access, 'condition'>;

/** What one user may see and do: trimming wherever rows come out, checks wherever something goes in. */
export class Access {
  public constructor(
    private readonly permissions: Permissions,
    private readonly principals: Principals,
    private readonly user: User
  ) {}

  /** All rights in a scope. */
  public maskOf(scope: number): bigint {
    return this.permissions.maskOf(this.user, scope);
  }

  public may(scope: number, right: bigint): boolean {
    return (this.maskOf(scope) & right) === right;
  }

  public demand(scope: number, right: bigint): void {
    if (!this.may(scope, right)) throw accessDenied();
  }

  /** Refuses who lacks a right on the site. */
  public web(right: bigint): void {
    this.demand(webScope, right);
  }

  /** Refuses who lacks a right on a list. */
  public list(list: List, right: bigint): void {
    this.enter(list);
    this.demand(list.scope, right);
  }

  /**
   * Whether somebody may come in at a list's root. Limited Access alone, which comes with rights on a folder or an item,
   * does not do: calls have to begin at the folder, or a level on the list has to let them enter.
   */
  public mayEnter(list: List): boolean {
    return (this.permissions.maskOf(this.user, list.scope, false) & permission.open) !== 0n;
  }

  public enter(list: List): void {
    if (!this.mayEnter(list)) throw accessDenied();
  }

  /** Refuses who may not add to a folder of a list. */
  public add(list: List, directory: string): void {
    this.demand(this.permissions.scopeOfFolder(list, directory), permission.addListItems);
    if (list.settings.WriteSecurity === itemSecurity.none && !this.overrides(list)) throw accessDenied();
  }

  public sees(item: Item): boolean {
    if (!this.may(Number(item.row.ScopeId), permission.viewListItems)) return false;
    return (
      item.folder || item.list.settings.ReadSecurity !== itemSecurity.own || item.row.Author === this.user.id || this.overrides(item.list)
    );
  }

  /** An item that the user may see. To everybody else it is not there. */
  public see(item: Item): Item {
    if (!this.sees(item)) throw itemNotFound();
    return item;
  }

  /** Refuses who lacks a right on an item. */
  public item(item: Item, right: bigint): void {
    this.see(item);
    this.demand(Number(item.row.ScopeId), right);
    const writes = (right & (permission.editListItems | permission.deleteListItems | permission.deleteVersions)) !== 0n;
    const { WriteSecurity: write } = item.list.settings;
    if (!writes || write === itemSecurity.all || this.overrides(item.list)) return;
    if (write === itemSecurity.none || item.row.Author !== this.user.id) throw accessDenied();
  }

  /**
   * SQL that is true for the rows of a list that the user may see.
   *
   * @param alias what the list's table is called in the query
   * @param mark makes a parameter of a value
   */
  public condition(list: List, alias: string, mark: (value: string | number) => string): string {
    if (this.user.siteAdmin) return '1';
    const byScope = this.permissions.hasOwnScopes(list)
      ? `${alias}."ScopeId" IN (SELECT a.scope FROM role_assignments a JOIN role_definitions r ON r.id = a.role_id
         WHERE r.low & 1 AND a.principal_id IN (SELECT value FROM json_each(${mark(this.principals.idsFor(this.user))})))`
      : this.may(list.scope, permission.viewListItems)
        ? '1'
        : '0';
    if (list.settings.ReadSecurity !== itemSecurity.own || this.overrides(list)) return byScope;
    return `(${byScope} AND (${alias}."FSObjType" = 1 OR ${alias}."Author" = ${mark(this.user.id)}))`;
  }

  private overrides(list: List): boolean {
    return this.may(list.scope, permission.overrideListBehaviors);
  }
}
