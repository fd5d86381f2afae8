import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import { deleted, type Resource } from '../model';
import { textArgument, type Segment } from '../path';
import { ensureUser } from './people';

/** The groups of owners, members and visitors of a site, with the levels that SharePoint gives them. */
const levels = { owner: ['Owners', 'Full Control'], member: ['Members', 'Edit'], visitor: ['Visitors', 'Read'] } as const;

/** web/createDefaultAssociatedGroups: makes those three anew. Groups that were there before stay, with what they had. */
export const createAssociatedGroups = (call: Call, segment: Segment): Resource => ({
  post: () => {
    call.access.web(permission.managePermissions);
    const { site } = call;
    const first = ensureUser(call, textArgument(segment, 'userLogin'));
    const second = textArgument(segment, 'userLogin2', 1);
    const seed = textArgument(segment, 'groupNameSeed', 2).trim() || site.web.Title;
    const ids: Record<string, number> = {};
    for (const [kind, [name, level]] of Object.entries(levels)) {
      const title = `${seed} ${name}`;
      const group = site.principals.groupByName(title) ?? site.principals.addGroup(title, { OwnerId: ids.owner ?? first.id });
      ids[kind] = group.id;
      const role = site.permissions.roles.all().find((one) => one.name === level);
      if (role) site.permissions.assign({ kind: 'web' }, group.id, role.id);
    }
    for (const owner of [first, ...(second === '' ? [] : [ensureUser(call, second)])]) {
      if (ids.owner !== undefined && !site.principals.groupsOf(owner.id).some(({ id }) => id === ids.owner)) {
        site.principals.addMember(ids.owner, owner.id);
      }
    }
    site.keep('associated groups', ids);
    return deleted();
  }
});
