import { invalidArgument } from '../errors';

/** SharePoint's permission bits (SP.PermissionKind n is bit n-1). */
export const permission = {
  viewListItems: 1n << 0n,
  addListItems: 1n << 1n,
  editListItems: 1n << 2n,
  deleteListItems: 1n << 3n,
  approveItems: 1n << 4n,
  openItems: 1n << 5n,
  viewVersions: 1n << 6n,
  deleteVersions: 1n << 7n,
  /** "Override List Behaviors": passes over "only their own items", and other people's check-outs. */
  overrideListBehaviors: 1n << 8n,
  managePersonalViews: 1n << 9n,
  manageLists: 1n << 11n,
  viewFormPages: 1n << 12n,
  open: 1n << 16n,
  viewPages: 1n << 17n,
  addAndCustomizePages: 1n << 18n,
  createGroups: 1n << 24n,
  managePermissions: 1n << 25n,
  browseDirectories: 1n << 26n,
  browseUserInfo: 1n << 27n,
  manageWeb: 1n << 30n,
  useClientIntegration: 1n << 36n,
  useRemoteAPIs: 1n << 37n,
  createAlerts: 1n << 39n,
  editMyUserInfo: 1n << 40n,
  enumeratePermissions: 1n << 62n
} as const;

/** Puts a mask together from its two halves. */
export const mask = (high: bigint, low: bigint): bigint => (high << 32n) | low;

/** Every right there is. */
export const fullMask = mask(2147483647n, 4294967295n);

/** The two halves of a mask as REST writes them: decimal strings. */
export const highLow = (value: bigint): { High: string; Low: string } => ({
  High: String(value >> 32n),
  Low: String(value & 0xffffffffn)
});

/** Reads SP.BasePermissions: two halves, as decimal strings or numbers of at most 32 bits. */
export function maskFrom(given: unknown): bigint {
  const { High, Low } = (given ?? {}) as { High?: unknown; Low?: unknown };
  const half = (value: unknown): bigint => {
    if (!/^\d{1,10}$/.test(String(value)) || BigInt(String(value)) > 0xffffffffn) {
      throw invalidArgument('The value of BasePermissions is not valid: High and Low must be numbers of 32 bits.');
    }
    return BigInt(String(value));
  };
  return mask(half(High), half(Low)) & fullMask;
}

/** A permission level. */
export interface Role {
  id: number;
  name: string;
  description: string;
  /** SharePoint's RoleTypeKind: 0 for levels that somebody made. */
  kind: number;
  order: number;
  mask: bigint;
}

/** RoleTypeKind of Limited Access, which SharePoint gives and takes by itself. */
export const limitedAccessKind = 1;

/** The ids that SharePoint's own levels have on every site. */
export const roleIds = {
  limitedAccess: 1073741825,
  read: 1073741826,
  contribute: 1073741827,
  design: 1073741828,
  fullControl: 1073741829,
  edit: 1073741830
} as const;

/** The levels that SharePoint makes with every site, with the masks that they have there. */
export const standardRoles: Role[] = [
  { id: roleIds.fullControl, name: 'Full Control', description: 'Has full control.', kind: 5, order: 1, mask: fullMask },
  {
    id: roleIds.design,
    name: 'Design',
    description: 'Can view, add, update, delete, approve, and customize.',
    kind: 4,
    order: 32,
    mask: mask(432n, 1012866047n)
  },
  {
    id: roleIds.edit,
    name: 'Edit',
    description: 'Can add, edit and delete lists; can view, add, update and delete list items and documents.',
    kind: 6,
    order: 48,
    mask: mask(432n, 1011030767n)
  },
  {
    id: roleIds.contribute,
    name: 'Contribute',
    description: 'Can view, add, update, and delete list items and documents.',
    kind: 3,
    order: 64,
    mask: mask(432n, 1011028719n)
  },
  {
    id: roleIds.read,
    name: 'Read',
    description: 'Can view pages and list items and download documents.',
    kind: 2,
    order: 128,
    mask: mask(176n, 138612833n)
  },
  {
    id: roleIds.limitedAccess,
    name: 'Limited Access',
    description: 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.',
    kind: limitedAccessKind,
    order: 160,
    mask: mask(48n, 134287360n)
  }
];
