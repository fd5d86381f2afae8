import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import type { IList } from '@pnp/sp/lists';
import { addListItems, deleteListItems, editListItems, overrideListBehaviours, type PermissionMask } from '../../src/data/rights';
import { groups, type ListDefinition } from '../../src/lists';
import { ensureLevelLike } from './levels';
import type { Report } from './provision';

/** Levels that SharePoint does not have. Their names are seen in SharePoint's own pages. */
const suggest = { name: 'Memberlink Suggest', description: 'Read, and add rows and edit them: with item-level security, one’s own' };
const draft = {
  name: 'Memberlink Draft',
  description: 'Read, and add rows, edit and delete them: with item-level security, one’s own'
};
const review = { name: 'Memberlink Review', description: 'Edit, and see and edit the rows of others in spite of item-level security' };

/** Item-level security: 2 is "items that were created by the user". */
const own = 2;

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
  const deletes = definition.ownRows === 'edited and deleted';
  const ownBits = addListItems | editListItems | (deletes ? deleteListItems : 0);
  const ownId = await ensureLevelLike(sp, deletes ? draft : suggest, 'Read', ownBits, changed);
  const reviewId = await ensureLevelLike(sp, review, 'Edit', overrideListBehaviours, changed);
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
    const bits = owners.has(principal) ? ownBits | overrideListBehaviours : ownBits;
    if (bindings.some(({ BasePermissions }) => (Number(BasePermissions.Low) & bits) >>> 0 === bits)) continue;
    await list.roleAssignments.add(principal, owners.has(principal) ? reviewId : ownId);
    changed(`Let ${await nameOf(sp, siteGroups, principal)} ${owners.has(principal) ? 'review' : 'add'} rows in ${definition.title}`);
  }
}

async function nameOf(sp: SPFI, siteGroups: { Id: number; Title: string }[], principal: number): Promise<string> {
  const group = siteGroups.find(({ Id }) => Id === principal);
  return group ? `the group ${group.Title}` : (await sp.web.siteUsers.getById(principal).select('Title')<{ Title: string }>()).Title;
}
