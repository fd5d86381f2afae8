import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/security/list';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import type { IList } from '@pnp/sp/lists';
import { comers, groupTitles, levels, type ListDefinition } from '../../src/lists';
import { ensureEnquiryLevels } from './levels';
import type { Report } from './provision';

interface Assignment {
  PrincipalId: number;
  RoleDefinitionBindings: { Id: number; Name: string }[];
}

/** Given and taken by SharePoint itself: a way through, no right to anything. */
export const limitedAccess = 'Limited Access';

/**
 * A list in which the folder of a row is its audience: permissions of its own, with which those who have a folder in it
 * come in and see nothing else. Everybody else, owners too, is kept out: what is in it is other people's.
 */
export async function ensureAudiences(
  sp: SPFI,
  list: IList,
  definition: ListDefinition,
  { changed, differs }: { changed: Report; differs: Report }
): Promise<void> {
  const { HasUniqueRoleAssignments, EnableFolderCreation } = await list.select('HasUniqueRoleAssignments', 'EnableFolderCreation')<{
    HasUniqueRoleAssignments: boolean;
    EnableFolderCreation: boolean;
  }>();
  const settings: Record<string, boolean> = {
    ...(EnableFolderCreation ? {} : { EnableFolderCreation: true }),
    // Documents are in EnquiryDocuments, where folders decide who sees them.
    ...(definition.kind === 'list' ? await withoutAttachments(list) : {})
  };
  if (Object.keys(settings).length > 0) {
    await list.update(settings);
    changed(`Set up folders in ${definition.title}`);
  }
  if (!HasUniqueRoleAssignments) {
    await list.breakRoleInheritance(false, true);
    changed(`Closed ${definition.title} to all but those who have a folder in it`);
  }
  const ids = await ensureEnquiryLevels(sp, changed);
  const siteGroups = await sp.web.siteGroups.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  const idOf = new Map(siteGroups.map(({ Id, Title }) => [Title.toLowerCase(), Id]));
  const wanted = new Map(comers.map((name) => [idOf.get(groupTitles[name].toLowerCase()) ?? 0, groupTitles[name]]));
  const assignments = await list.roleAssignments.select('PrincipalId', 'RoleDefinitionBindings').expand('RoleDefinitionBindings')<
    Assignment[]
  >();
  for (const [principal, title] of wanted) {
    const bindings = assignments.find(({ PrincipalId }) => PrincipalId === principal)?.RoleDefinitionBindings ?? [];
    if (bindings.some(({ Name }) => Name === levels.enter.name)) continue;
    await list.roleAssignments.add(principal, ids.enter);
    changed(`Let the group ${title} come in at ${definition.title}`);
  }
  // Breaking inheritance leaves whoever did it with Full Control.
  const me = await sp.web.currentUser.select('Id')<{ Id: number }>();
  const others = assignments.flatMap(({ PrincipalId, RoleDefinitionBindings }) =>
    RoleDefinitionBindings.filter(({ Name }) => Name !== limitedAccess && (!wanted.has(PrincipalId) || Name !== levels.enter.name)).map(
      ({ Id, Name }) => ({ principal: PrincipalId, level: Id, name: Name })
    )
  );
  for (const { principal, level, name } of others) {
    if (principal === me.Id) {
      await list.roleAssignments.remove(principal, level);
      if (HasUniqueRoleAssignments) changed(`Took ${name} on ${definition.title} from the account that provisions`);
      continue;
    }
    const { Title } = await sp.web.siteUsers
      .getById(principal)
      .select('Title')<{ Title: string }>()
      .catch(() => ({ Title: siteGroups.find(({ Id }) => Id === principal)?.Title ?? `principal ${principal}` }));
    differs(`Differs: ${Title} has ${name} on all of ${definition.title}. Take it away in the permissions of the list`);
  }
}

async function withoutAttachments(list: IList): Promise<Record<string, boolean>> {
  const { EnableAttachments } = await list.select('EnableAttachments')<{ EnableAttachments: boolean }>();
  return EnableAttachments ? { EnableAttachments: false } : {};
}
