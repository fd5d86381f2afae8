import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import type { IBasePermissions } from '@pnp/sp/security';
import '@pnp/sp/site-groups/web';
import type { IList } from '@pnp/sp/lists';
import { addListItems, editListItems, overrideListBehaviours, type PermissionMask } from '../../src/data/rights';
import { groups, type ListDefinition } from '../../src/lists';
import type { Report } from './provision';

/** Levels that SharePoint does not have. Their names are seen in SharePoint's own pages. */
const suggest = { name: 'Memberlink Suggest', description: 'Read, and add rows and edit them: with item-level security, one’s own' };
const review = { name: 'Memberlink Review', description: 'Edit, and see and edit the rows of others in spite of item-level security' };

/** Item-level security: 2 is "items that were created by the user". */
const own = 2;

const sum = ({ High, Low }: PermissionMask, bits: number): IBasePermissions => ({ High: Number(High), Low: (Number(Low) | bits) >>> 0 });

/** Finds a level, or makes it from one of SharePoint's own with more rights. */
async function ensureLevel(
  sp: SPFI,
  { name, description }: { name: string; description: string },
  base: string,
  bits: number,
  changed: Report
): Promise<number> {
  const levels = await sp.web.roleDefinitions.select('Id', 'Name')<{ Id: number; Name: string }[]>();
  const there = levels.find((level) => level.Name === name);
  if (there) return there.Id;
  const { BasePermissions } = await sp.web.roleDefinitions.getByName(base).select('BasePermissions')<{ BasePermissions: PermissionMask }>();
  // Behind SharePoint's own levels, in the order of the settings page.
  const added = await sp.web.roleDefinitions.add(name, description, 200, sum(BasePermissions, bits));
  changed(`Created the permission level ${name}`);
  return added.data.Id;
}

interface Assignment {
  PrincipalId: number;
  RoleDefinitionBindings: { Id: number; Name: string; BasePermissions: PermissionMask }[];
}

/**
 * A list in which everybody adds rows and sees their own: item-level security, and permissions of the list's own, in
 * which those who read the site may add, and owners review. Run again it gives what is missing, and takes nothing away.
 */
export async function ensureOwnRows(sp: SPFI, list: IList, definition: ListDefinition, changed: Report): Promise<void> {
  const { HasUniqueRoleAssignments, ReadSecurity, WriteSecurity } = await list.select(
    'HasUniqueRoleAssignments',
    'ReadSecurity',
    'WriteSecurity'
  )<{ HasUniqueRoleAssignments: boolean; ReadSecurity: number; WriteSecurity: number }>();
  if (ReadSecurity !== own || WriteSecurity !== own) {
    await list.update({ ReadSecurity: own, WriteSecurity: own });
    changed(`Made everybody see and edit their own rows only in ${definition.title}`);
  }
  if (!HasUniqueRoleAssignments) {
    await list.breakRoleInheritance(true, false);
    changed(`Gave ${definition.title} permissions of its own`);
  }
  const suggestId = await ensureLevel(sp, suggest, 'Read', addListItems | editListItems, changed);
  const reviewId = await ensureLevel(sp, review, 'Edit', overrideListBehaviours, changed);
  const siteGroups = await sp.web.siteGroups.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  const ownerTitles = new Set(groups.filter(({ level }) => level === 'Edit').map(({ title }) => title.toLowerCase()));
  const owners = new Set(siteGroups.filter(({ Title }) => ownerTitles.has(Title.toLowerCase())).map(({ Id }) => Id));
  const ours = new Set(groups.map(({ title }) => title.toLowerCase()));
  const assignments = await list.roleAssignments.select('PrincipalId', 'RoleDefinitionBindings').expand('RoleDefinitionBindings')<
    Assignment[]
  >();
  const readers = new Set(siteGroups.filter(({ Title }) => ours.has(Title.toLowerCase())).map(({ Id }) => Id));
  for (const { PrincipalId, RoleDefinitionBindings } of assignments) {
    // Limited Access is a way through, not a right to read.
    if (RoleDefinitionBindings.some(({ Name }) => Name !== 'Limited Access')) readers.add(PrincipalId);
  }
  for (const principal of readers) {
    const bindings = assignments.find(({ PrincipalId }) => PrincipalId === principal)?.RoleDefinitionBindings ?? [];
    const bits = owners.has(principal) ? addListItems | editListItems | overrideListBehaviours : addListItems | editListItems;
    if (bindings.some(({ BasePermissions }) => (Number(BasePermissions.Low) & bits) >>> 0 === bits)) continue;
    await list.roleAssignments.add(principal, owners.has(principal) ? reviewId : suggestId);
    changed(`Let ${await nameOf(sp, siteGroups, principal)} ${owners.has(principal) ? 'review' : 'add'} rows in ${definition.title}`);
  }
}

async function nameOf(sp: SPFI, siteGroups: { Id: number; Title: string }[], principal: number): Promise<string> {
  const group = siteGroups.find(({ Id }) => Id === principal);
  return group ? `the group ${group.Title}` : (await sp.web.siteUsers.getById(principal).select('Title')<{ Title: string }>()).Title;
}
