import type { Database } from './database';
import { roleIds } from './permission-bits';
import { below, folderOf, webScope, type Permissions, type Securable } from './permissions';

/** Limited Access, which SharePoint gives and takes by itself on the way to what somebody has rights on. */
export class LimitedAccess {
  public constructor(
    private readonly database: Database,
    private readonly permissions: Permissions
  ) {}

  /** The scopes above something, from its folder to the site. */
  private scopesAbove(securable: Securable): Set<number> {
    const above = new Set<number>();
    if (securable.kind === 'item') {
      const { item } = securable;
      let directory = item.directory;
      while (directory.length > item.list.root.length) {
        above.add(this.permissions.scopeOfFolder(item.list, directory));
        directory = directory.slice(0, directory.lastIndexOf('/'));
      }
      above.add(item.list.scope);
    }
    if (securable.kind !== 'web') above.add(webScope);
    return above;
  }

  /** Gives a way to something: Limited Access wherever the principal has nothing above it. */
  public give(securable: Securable, principal: number): void {
    for (const scope of this.scopesAbove(securable)) {
      if (!this.database.get('SELECT 1 FROM role_assignments WHERE scope = ? AND principal_id = ?', scope, principal)) {
        this.permissions.insertAssignment(scope, principal, roleIds.limitedAccess);
      }
    }
  }

  /** Who loses their level in a scope and has another further down keeps the way there; tidying takes what is not needed. */
  public giveBack(scope: number, principal: number): void {
    if (!this.database.get('SELECT 1 FROM role_assignments WHERE scope = ? AND principal_id = ?', scope, principal)) {
      this.permissions.insertAssignment(scope, principal, roleIds.limitedAccess);
    }
  }

  /** Limited Access stays only above something that the principal has a level on. */
  public tidy(principal: number): void {
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
  public keepBelow(securable: Securable, scope: number): void {
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
        this.permissions.insertAssignment(scope, principal, roleIds.limitedAccess);
      }
    }
  }
}
