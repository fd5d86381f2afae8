import { accessDenied, badRequest, groupNotFound, unknownProperty, userNotFound } from '../../errors';
import { permission } from '../../store/permission-bits';
import { claimOf, type Group, type GroupSettings, type User } from '../../store/principals';
import { webScope } from '../../store/permissions';
import type { Call } from '../call';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  withChildren,
  type Answer,
  type Collection,
  type Entity,
  type Resource
} from '../model';
import { numberArgument, textArgument } from '../path';
import { checkSetting, type SettingType } from '../settings';

const userSet = 'SP.ApiData.Users';
const groupSet = 'SP.ApiData.Groups';

const collection = (set: string, entities: Entity[]): Collection => ({ kind: 'collection', set, entities });

/** A user as REST shows it. */
export const userEntity = (call: Call, user: User): Entity => ({
  kind: 'entity',
  type: 'SP.User',
  edit: `Web/GetUserById(${user.id})`,
  properties: {
    Id: user.id,
    IsHiddenInUI: false,
    LoginName: claimOf(user),
    Title: user.title,
    // 1 is a person, 4 a security group such as "Everyone except external users".
    PrincipalType: user.aadObjectId === null ? 4 : 1,
    Email: user.email,
    Expiration: '',
    IsEmailAuthenticationGuestUser: false,
    IsShareByEmailGuestUser: false,
    IsSiteAdmin: user.siteAdmin,
    UserId: user.aadObjectId === null ? null : { NameId: user.aadObjectId, NameIdIssuer: 'urn:federation:microsoftonline' },
    UserPrincipalName: user.aadObjectId === null ? null : user.login
  },
  links: {
    Groups: () =>
      collection(
        groupSet,
        call.site.principals
          .groupsOf(user.id)
          .filter((group) => user.id === call.user.id || mayKnowMembers(call, group))
          .map((group) => groupEntity(call, group))
      )
  }
});

/** A person in a person column, with the properties that $expand may name there. */
export const personEntity = (call: Call, id: number): Entity | undefined => {
  const user = call.site.principals.userById(id);
  const group = user ? undefined : call.site.principals.groupById(id);
  if (!user && !group) return undefined;
  const properties = user
    ? {
        Id: id,
        ID: id,
        Title: user.title,
        EMail: user.email,
        Name: claimOf(user),
        UserName: user.login,
        JobTitle: call.site.account(user.login)?.jobTitle ?? null
      }
    : { Id: id, ID: id, Title: group?.title, EMail: '', Name: group?.title, UserName: null, JobTitle: null };
  return { kind: 'entity', type: 'SP.Data.UserInfoItem', edit: `Web/SiteUserInfoList/Items(${id})`, properties };
};

/** Who a group belongs to: a user or another group. */
function ownerOf(call: Call, { settings }: Group): User | Group | undefined {
  const { principals } = call.site;
  return principals.userById(settings.OwnerId) ?? principals.groupById(settings.OwnerId);
}

const shownSettings = ({ OwnerId, ...shown }: GroupSettings): Omit<GroupSettings, 'OwnerId'> => shown;

/** Whether somebody owns a group, themselves or as one of the group that does. */
const owns = (call: Call, { settings }: Group): boolean =>
  settings.OwnerId === call.user.id || call.site.principals.groupsOf(call.user.id).some(({ id }) => id === settings.OwnerId);

/** Who is in a group is changed by who manages permissions, by its owner, and by its members where the group says so. */
function demandManaging(call: Call, group: Group): void {
  const isMember = call.site.principals.groupsOf(call.user.id).some(({ id }) => id === group.id);
  if (owns(call, group) || (group.settings.AllowMembersEditMembership && isMember)) return;
  call.access.web(permission.managePermissions);
}

/** A group as REST shows it. */
export const groupEntity = (call: Call, group: Group): Entity => ({
  kind: 'entity',
  type: 'SP.Group',
  edit: `Web/SiteGroups/GetById(${group.id})`,
  properties: {
    Id: group.id,
    IsHiddenInUI: false,
    LoginName: group.title,
    Title: group.title,
    PrincipalType: 8,
    OwnerTitle: ownerOf(call, group)?.title ?? '',
    ...shownSettings(group.settings)
  },
  links: {
    Owner: () => {
      const owner = ownerOf(call, group);
      return owner && ('login' in owner ? userEntity(call, owner) : groupEntity(call, owner));
    },
    Users: () => {
      demandMembership(call, group);
      return collection(
        userSet,
        call.site.principals.membersOf(group.id).map((user) => userEntity(call, user))
      );
    }
  }
});

/** Whether somebody is told who is in a group. */
export const mayKnowMembers = (call: Call, group: Group): boolean =>
  !group.settings.OnlyAllowMembersViewMembership ||
  owns(call, group) ||
  call.site.principals.groupsOf(call.user.id).some(({ id }) => id === group.id) ||
  call.access.may(webScope, permission.managePermissions);

/** Who is in a group is told to its members, its owner and who manages permissions, unless the group tells everyone. */
function demandMembership(call: Call, group: Group): void {
  if (!mayKnowMembers(call, group)) throw accessDenied();
}

/** Finds or refuses a person by login name, claim or e-mail address, as ensureUser does. */
export function ensureUser(call: Call, logonName: unknown): User {
  const { principals } = call.site;
  if (typeof logonName !== 'string' || logonName === '') throw badRequest('The parameter logonName is missing.');
  const everyone = principals.everyone();
  if (/^everyone except external users$/i.test(logonName)) return everyone;
  const user = principals.userByLogin(logonName) ?? principals.userByEmail(logonName);
  if (!user) throw badRequest(`The specified user ${logonName} could not be found.`);
  if (call.access.may(webScope, permission.managePermissions)) principals.bringBack(user.id);
  return user;
}

/** The signed-in user. */
export const currentUserResource = (call: Call): Resource =>
  entityResource(() => userEntity(call, call.user), {
    merge: (changes) => {
      call.access.web(permission.editMyUserInfo);
      // PnPjs sends back all that it read; only the title can be changed.
      const title = changes.Title;
      if (typeof title === 'string' && title !== '') {
        call.site.principals.rename(call.user.id, title);
      }
      return nothing();
    }
  });

function userResource(call: Call, user: User | undefined): Resource {
  if (!user) throw userNotFound();
  return entityResource(() => userEntity(call, user));
}

/** People of the site, or of one group. */
export function usersResource(call: Call, group?: Group): Resource {
  const { principals } = call.site;
  if (group) demandMembership(call, group);
  const all = (): User[] => (group ? principals.membersOf(group.id) : principals.users());
  const find = (test: (user: User) => boolean): User | undefined => all().find(test);
  const remove = (user: User | undefined): Answer => {
    if (group) demandManaging(call, group);
    else call.access.web(permission.managePermissions);
    if (!user) throw userNotFound();
    if (group) principals.removeMember(group.id, user.id);
    else principals.removeFromSite(user.id);
    return deleted();
  };
  const byLogin = (login: string): User | undefined => find((user) => user.id === principals.userByLogin(login)?.id);
  const listed = collectionResource(userSet, () => all().map((user) => userEntity(call, user)), {
    post: (body) => {
      if (group) demandManaging(call, group);
      else call.access.web(permission.managePermissions);
      const user = ensureUser(call, asObject(body).LoginName);
      if (group) principals.addMember(group.id, user.id);
      return { ...userEntity(call, user), status: 201 };
    }
  });
  return withChildren(listed, {
    getbyid: (segment) =>
      userResource(
        call,
        find(({ id }) => id === numberArgument(segment, 'id'))
      ),
    getbyemail: (segment) =>
      userResource(
        call,
        find(({ email }) => email.toLowerCase() === textArgument(segment, 'emailAddress').toLowerCase())
      ),
    getbyloginname: (segment) => userResource(call, byLogin(textArgument(segment, 'loginName'))),
    removebyid: (segment) => ({ post: () => remove(find(({ id }) => id === numberArgument(segment, 'id'))) }),
    removebyloginname: (segment) => ({ post: () => remove(byLogin(textArgument(segment, 'loginName'))) })
  });
}

/** siteusers(@v) and users(@v): by login name, or by id. */
export const userOf = (call: Call, key: string | number | boolean | null | undefined, group?: Group): Resource => {
  const { principals } = call.site;
  const user = typeof key === 'number' ? principals.userById(key) : principals.userByLogin(String(key));
  const inGroup = user && group ? principals.membersOf(group.id).some(({ id }) => id === user.id) : true;
  return userResource(call, inGroup ? user : undefined);
};

const groupProperties = new Map<string, SettingType>([
  ['Title', 'text'],
  ['Description', 'text'],
  ['AllowMembersEditMembership', 'boolean'],
  ['AllowRequestToJoinLeave', 'boolean'],
  ['AutoAcceptRequestToJoinLeave', 'boolean'],
  ['OnlyAllowMembersViewMembership', 'boolean'],
  ['RequestToJoinLeaveEmailSetting', 'text']
]);

function groupSettings(body: unknown): { title: string | undefined; settings: Partial<GroupSettings> } {
  const given = Object.fromEntries(plainProperties(body));
  for (const [name, setting] of Object.entries(given)) {
    const type = groupProperties.get(name);
    if (!type) throw unknownProperty(name, 'SP.Group');
    checkSetting(name, setting, type, name === 'RequestToJoinLeaveEmailSetting' || name === 'Description');
  }
  const { Title: title, ...settings } = given;
  return { title: typeof title === 'string' ? title : undefined, settings: settings as Partial<GroupSettings> };
}

/** One group. Throws "Group cannot be found" for none. */
export function groupResource(call: Call, group: Group | undefined): Resource {
  if (!group) throw groupNotFound();
  const { principals } = call.site;
  return withChildren(
    entityResource(() => groupEntity(call, principals.groupById(group.id) ?? group), {
      merge: (changes) => {
        if (!owns(call, group)) call.access.web(permission.managePermissions);
        const { title, settings } = groupSettings(changes);
        principals.updateGroup(group, title ?? group.title, settings);
        return nothing();
      }
    }),
    {
      users: (segment) => (segment.called ? userOf(call, segment.positional[0], group) : usersResource(call, group)),
      setuserasowner: (segment) => ({
        post: () => {
          call.access.web(permission.managePermissions);
          const id = numberArgument(segment, 'ownerId');
          const owner = principals.userById(id) ?? principals.groupById(id);
          if (!owner) throw userNotFound();
          principals.updateGroup(group, group.title, { OwnerId: owner.id });
          return deleted();
        }
      })
    }
  );
}

/** The groups of the site, or those that a user is in. */
export function groupsResource(call: Call): Resource {
  const { principals } = call.site;
  const listed = collectionResource(groupSet, () => principals.groups().map((group) => groupEntity(call, group)), {
    post: (body) => {
      call.access.web(permission.createGroups);
      const { title, settings } = groupSettings(body);
      if (!title)
        throw badRequest(
          'The group name is empty, or you are using one or more of the following invalid characters: " / \\ [ ] : | < > + = ; , ? * \' @'
        );
      return { ...groupEntity(call, principals.addGroup(title, { OwnerId: call.user.id, ...settings })), status: 201 };
    }
  });
  const remove = (group: Group | undefined): Answer => {
    call.access.web(permission.managePermissions);
    if (!group) throw groupNotFound();
    principals.removeGroup(group.id);
    return deleted();
  };
  return withChildren(listed, {
    getbyid: (segment) => groupResource(call, principals.groupById(numberArgument(segment, 'id'))),
    getbyname: (segment) => groupResource(call, principals.groupByName(textArgument(segment, 'name'))),
    removebyid: (segment) => ({ post: () => remove(principals.groupById(numberArgument(segment, 'id'))) }),
    removebyloginname: (segment) => ({ post: () => remove(principals.groupByName(textArgument(segment, 'loginName'))) })
  });
}
