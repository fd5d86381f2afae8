import { alreadyExists, badRequest, roleNotFound } from '../errors';
import type { Database, Row } from './database';
import { limitedAccessKind, mask, permission, roleIds, standardRoles, type Role } from './permission-bits';

const roleFromRow = (row: Row): Role => ({
  id: Number(row.id),
  name: String(row.name),
  description: String(row.description),
  kind: Number(row.kind),
  order: Number(row.position),
  mask: mask(BigInt(Number(row.high)), BigInt(Number(row.low)))
});

/** The permission levels of the site. */
export class Roles {
  public constructor(private readonly database: Database) {}

  /** A new site has SharePoint's own levels. */
  public setUp(): void {
    for (const role of standardRoles) if (!this.byId(role.id)) this.insert(role);
  }

  public all(): Role[] {
    return this.database.all('SELECT * FROM role_definitions ORDER BY position, id').map(roleFromRow);
  }

  public byId(id: number): Role | undefined {
    const row = this.database.get('SELECT * FROM role_definitions WHERE id = ?', id);
    return row && roleFromRow(row);
  }

  public add(role: Omit<Role, 'id' | 'kind'>): Role {
    this.checkName(role.name, undefined);
    const id = Number(this.database.get('SELECT MAX(id) + 1 AS id FROM role_definitions')?.id);
    const added = { ...role, id, kind: 0 };
    this.insert(added);
    return added;
  }

  public update(role: Role, changes: Partial<Omit<Role, 'id' | 'kind'>>): void {
    const changed = { ...role, ...changes };
    const own = role.id === roleIds.fullControl || role.kind === limitedAccessKind;
    if (own && (changed.mask !== role.mask || changed.name !== role.name)) {
      throw badRequest('This permission level cannot be changed or deleted: SharePoint itself needs it.');
    }
    this.checkName(changed.name, role.id);
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
  public remove(role: Role): void {
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

  private insert(role: Role): void {
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

  private checkName(name: string, itself: number | undefined): void {
    if (name.trim() === '' || name.length > 255) throw badRequest('The name of the permission level is missing or too long.');
    const other = this.database.get('SELECT id FROM role_definitions WHERE name = ?', name);
    if (other && Number(other.id) !== itself) {
      throw alreadyExists('The specified name is already in use.\n\nPlease try again with a new name.');
    }
  }
}

/** Refuses a level that does not exist. */
export function existing(role: Role | undefined): Role {
  if (!role) throw roleNotFound();
  return role;
}
