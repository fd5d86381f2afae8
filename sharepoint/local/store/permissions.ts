import { accessDenied, badRequest } from '../errors';
import type { Database } from './database';
import type { Principals, User } from './principals';

/** SharePoint's permission bits (SP.BasePermissions), those that the local SharePoint checks. */
export const permission = {
  viewListItems: 1n << 0n,
  addListItems: 1n << 1n,
  editListItems: 1n << 2n,
  deleteListItems: 1n << 3n,
  manageLists: 1n << 11n,
  open: 1n << 16n,
  viewPages: 1n << 17n,
  createGroups: 1n << 24n,
  managePermissions: 1n << 25n,
  manageWeb: 1n << 30n
} as const;

/** A permission level, as SharePoint makes it with every site. */
export interface Role {
  id: number;
  name: string;
  description: string;
  kind: number;
  order: number;
  mask: bigint;
}

const mask = (high: bigint, low: bigint): bigint => (high << 32n) | low;

/** SharePoint's own levels, with the ids and masks that they have on every site. */
export const roles: Role[] = [
  { id: 1073741829, name: 'Full Control', description: 'Has full control.', kind: 5, order: 1, mask: mask(2147483647n, 4294967295n) },
  {
    id: 1073741828,
    name: 'Design',
    description: 'Can view, add, update, delete, approve, and customize.',
    kind: 4,
    order: 32,
    mask: mask(432n, 1012866047n)
  },
  {
    id: 1073741830,
    name: 'Edit',
    description: 'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
    kind: 6,
    order: 48,
    mask: mask(432n, 1011030767n)
  },
  {
    id: 1073741827,
    name: 'Contribute',
    description: 'Can view, add, update, and delete list items and documents.',
    kind: 3,
    order: 64,
    mask: mask(432n, 1011028719n)
  },
  {
    id: 1073741826,
    name: 'Read',
    description: 'Can view pages and list items and download documents.',
    kind: 2,
    order: 128,
    mask: mask(176n, 138612833n)
  },
  {
    id: 1073741825,
    name: 'Limited Access',
    description: 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
    kind: 1,
    order: 160,
    mask: mask(48n, 134287360n)
  }
];

/** Every right there is. */
const fullMask = mask(2147483647n, 4294967295n);

/** The two halves of a mask as REST writes them: decimal strings. */
export const highLow = (value: bigint): { High: string; Low: string } => ({
  High: String(value >> 32n),
  Low: String(value & 0xffffffffn)
});

/** Who has which level on the site. Lists, folders and items inherit it. */
export class Permissions {
  public constructor(
    private readonly database: Database,
    private readonly principals: Principals
  ) {}

  public assignments(): { principal: number; roles: number[] }[] {
    const byPrincipal = new Map<number, number[]>();
    for (const row of this.database.all("SELECT principal_id, role_id FROM role_assignments WHERE scope = 'web' ORDER BY principal_id")) {
      const principal = Number(row.principal_id);
      byPrincipal.set(principal, [...(byPrincipal.get(principal) ?? []), Number(row.role_id)]);
    }
    return [...byPrincipal].map(([principal, roleIds]) => ({ principal, roles: roleIds }));
  }

  public assign(principal: number, role: number): void {
    if (!roles.some(({ id }) => id === role)) throw badRequest('Value does not fall within the expected range.');
    if (!this.principals.userById(principal) && !this.principals.groupById(principal)) {
      throw badRequest(`Can not find the principal with id: ${principal}.`);
    }
    this.database.run("INSERT OR IGNORE INTO role_assignments (scope, principal_id, role_id) VALUES ('web', ?, ?)", principal, role);
  }

  public unassign(principal: number, role: number): void {
    this.database.run("DELETE FROM role_assignments WHERE scope = 'web' AND principal_id = ? AND role_id = ?", principal, role);
  }

  /** All that a user may do on the site: directly, through groups, and as one of everyone. */
  public maskOf(user: User): bigint {
    if (user.siteAdmin) return fullMask;
    const rows = this.database.all(
      `SELECT DISTINCT role_id FROM role_assignments WHERE scope = 'web' AND principal_id IN (
         SELECT ?1 UNION SELECT group_id FROM group_members WHERE user_id = ?1
         UNION SELECT id FROM principals WHERE login = ?2 UNION SELECT m.group_id FROM group_members m JOIN principals p ON p.id = m.user_id WHERE p.login = ?2)`,
      user.id,
      this.principals.everyone().login
    );
    return rows.reduce((sum, row) => sum | (roles.find(({ id }) => id === row.role_id)?.mask ?? 0n), 0n);
  }

  /** Throws SharePoint's "access denied" unless the user has the right. */
  public demand(user: User, right: bigint): void {
    if ((this.maskOf(user) & right) !== right) throw accessDenied();
  }
}
