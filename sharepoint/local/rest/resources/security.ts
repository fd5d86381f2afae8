import { badQuery, badRequest, unknownProperty, userNotFound } from '../../errors';
import { Access } from '../../store/access';
import { highLow, limitedAccessKind, maskFrom, permission, type Role } from '../../store/permission-bits';
import type { Securable } from '../../store/permissions';
import { existing } from '../../store/roles';
import type { Call } from '../call';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  value,
  withChildren,
  type Answer,
  type Children,
  type Collection,
  type Entity,
  type Resource
} from '../model';
import { argument, numberArgument, textArgument, type Segment } from '../path';
import { checkSetting } from '../settings';
import { itemEntity } from './item-entity';
import { listEntity } from './list-entity';
import { groupEntity, userEntity } from './people';
import { webEntity } from './web';

const roleSet = 'SP.ApiData.RoleDefinitions';

const roleEntity = (role: Role): Entity => ({
  kind: 'entity',
  type: 'SP.RoleDefinition',
  edit: `Web/RoleDefinitions(${role.id})`,
  properties: {
    BasePermissions: highLow(role.mask),
    Description: role.description,
    Hidden: role.kind === limitedAccessKind,
    Id: role.id,
    Name: role.name,
    Order: role.order,
    RoleTypeKind: role.kind
  }
});

/** Reads what somebody wants a permission level to be. */
function roleChanges(body: unknown): Partial<Omit<Role, 'id' | 'kind'>> {
  const changes: Partial<Omit<Role, 'id' | 'kind'>> = {};
  for (const [name, given] of plainProperties(body)) {
    if (name === 'BasePermissions') changes.mask = maskFrom(given);
    else if (name === 'Name' || name === 'Description') {
      checkSetting(name, given, 'text');
      changes[name === 'Name' ? 'name' : 'description'] = String(given);
    } else if (name === 'Order') {
      checkSetting(name, given, 'whole');
      changes.order = Number(given);
    } else throw unknownProperty(name, 'SP.RoleDefinition');
  }
  return changes;
}

function roleResource(call: Call, role: Role | undefined): Resource {
  const found = existing(role);
  const { permissions } = call.site;
  return entityResource(() => roleEntity(existing(permissions.roles.byId(found.id))), {
    merge: (changes) => {
      call.access.web(permission.managePermissions);
      permissions.roles.update(found, roleChanges(changes));
      return nothing();
    },
    remove: () => {
      call.access.web(permission.managePermissions);
      permissions.roles.remove(found);
      return deleted();
    }
  });
}

/** The permission levels of the site. */
export function roleDefinitionsResource(call: Call): Resource {
  const { permissions } = call.site;
  const find = (matches: (role: Role) => boolean): Resource => roleResource(call, permissions.roles.all().find(matches));
  const listed = collectionResource(roleSet, () => permissions.roles.all().map(roleEntity), {
    post: (body) => {
      call.access.web(permission.managePermissions);
      const { name, description = '', order = 0, mask } = roleChanges(asObject(body));
      if (name === undefined || mask === undefined) throw badRequest('A permission level needs a Name and BasePermissions.');
      return { ...roleEntity(permissions.roles.add({ name, description, order, mask })), status: 201 };
    }
  });
  return withChildren(listed, {
    getbyid: (segment) => find(({ id }) => id === numberArgument(segment, 'id')),
    getbyname: (segment) => find(({ name }) => name.toLowerCase() === textArgument(segment, 'name').toLowerCase()),
    getbytype: (segment) => find(({ kind }) => kind === numberArgument(segment, 'roleType'))
  });
}

/** roledefinitions(id) */
export const roleById = (call: Call, id: number): Resource => roleResource(call, call.site.permissions.roles.byId(id));

function assignmentEntity(call: Call, edit: string, principal: number, roles: number[]): Entity {
  const { permissions, principals } = call.site;
  return {
    kind: 'entity',
    type: 'SP.RoleAssignment',
    edit: `${edit}/RoleAssignments/GetByPrincipalId(${principal})`,
    properties: { PrincipalId: principal },
    links: {
      Member: () => {
        const user = principals.userById(principal);
        const group = principals.groupById(principal);
        return user ? userEntity(call, user) : group && groupEntity(call, group);
      },
      RoleDefinitionBindings: () => ({
        kind: 'collection',
        set: roleSet,
        entities: permissions.roles
          .all()
          .filter(({ id }) => roles.includes(id))
          .map(roleEntity)
      })
    }
  };
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw badQuery(`The expression "${text}" is not valid.`);
  }
}

/** Who has which level on something. Only who manages permissions is told. */
function assignments(call: Call, securable: Securable, edit: string): Collection {
  const { permissions } = call.site;
  const scope = permissions.scopeOf(securable);
  call.access.demand(scope, permission.managePermissions);
  return {
    kind: 'collection',
    set: 'SP.ApiData.RoleAssignments',
    entities: permissions.assignments(scope).map(({ principal, roles }) => assignmentEntity(call, edit, principal, roles))
  };
}

function roleAssignmentsResource(call: Call, securable: Securable, edit: string): Resource {
  const { permissions } = call.site;
  const manage = (): void => call.access.demand(permissions.scopeOf(securable), permission.managePermissions);
  const byPrincipal = (id: number): Resource | undefined => {
    const found = assignments(call, securable, edit).entities.find(({ properties }) => properties.PrincipalId === id);
    if (!found) return undefined;
    return entityResource(() => found, {
      remove: () => {
        manage();
        const roles = permissions.assignments(permissions.scopeOf(securable)).find(({ principal }) => principal === id)?.roles ?? [];
        for (const role of roles) permissions.unassign(securable, id, role);
        return deleted();
      }
    });
  };
  const change =
    (action: (principal: number, role: number) => void): ((segment: Segment) => Resource) =>
    (segment) => ({
      post: (): Answer => {
        manage();
        action(Number(argument(segment, 'principalid', 0)), Number(argument(segment, 'roledefid', 1)));
        return deleted();
      }
    });
  return withChildren(
    { get: () => assignments(call, securable, edit) },
    {
      addroleassignment: change((principal, role) => permissions.assign(securable, principal, role)),
      removeroleassignment: change((principal, role) => permissions.unassign(securable, principal, role)),
      getbyprincipalid: (segment) => byPrincipal(numberArgument(segment, 'principalId'))
    }
  );
}

/** What the permissions of something come from: the site, a list, or an item. */
function uniqueAncestor(call: Call, securable: Securable): Entity {
  const { permissions, lists, items } = call.site;
  const owner = permissions.ownerOf(permissions.scopeOf(securable));
  if (owner.list === null) return webEntity(call);
  const list = lists.byNumber(owner.list);
  return owner.item === null ? listEntity(call, list) : itemEntity(call, items.byId(list, owner.item));
}

const maskOf = (call: Call, securable: Securable): bigint => call.access.maskOf(call.site.permissions.scopeOf(securable));

/** Properties about permissions that are answered when $select names them. */
export const securityProperties = (call: Call, securable: Securable): NonNullable<Entity['onRequest']> => ({
  EffectiveBasePermissions: () => highLow(maskOf(call, securable)),
  HasUniqueRoleAssignments: () => call.site.permissions.isUnique(securable)
});

/** Links about permissions that $expand reaches. */
export const securityLinks = (call: Call, securable: Securable, edit: string): NonNullable<Entity['links']> => ({
  RoleAssignments: () => assignments(call, securable, edit),
  FirstUniqueAncestorSecurableObject: () => uniqueAncestor(call, securable)
});

/** Steps below the site, a list or an item that are about its permissions. */
export function securityParts(call: Call, securable: Securable, edit: string): Children {
  const { permissions, principals } = call.site;
  const manage = (): void => call.access.demand(permissions.scopeOf(securable), permission.managePermissions);
  const effective = (): Resource => ({
    get: () => value('EffectiveBasePermissions', highLow(maskOf(call, securable)), 'SP.BasePermissions')
  });
  return {
    roleassignments: (segment) => {
      const resource = roleAssignmentsResource(call, securable, edit);
      return segment.called ? resource.child?.({ ...segment, name: 'getbyprincipalid' }) : resource;
    },
    breakroleinheritance: (segment) => ({
      post: () => {
        manage();
        permissions.breakInheritance(
          securable,
          argument(segment, 'copyRoleAssignments', 0) === true,
          argument(segment, 'clearSubscopes', 1) === true,
          call.user
        );
        return deleted();
      }
    }),
    resetroleinheritance: () => ({
      post: () => {
        manage();
        permissions.resetInheritance(securable);
        return deleted();
      }
    }),
    effectivebasepermissions: effective,
    effectivebasepermissionsforui: effective,
    getusereffectivepermissions: (segment) => ({
      get: () => {
        const user = principals.userByLogin(textArgument(segment, 'userName'));
        if (!user) throw userNotFound();
        if (user.id !== call.user.id) manage();
        const access = new Access(permissions, principals, user);
        return value('GetUserEffectivePermissions', highLow(access.maskOf(permissions.scopeOf(securable))), 'SP.BasePermissions');
      }
    }),
    doesuserhavepermissions: (segment) => {
      const answer = (mask: unknown): Answer => {
        const wanted = maskFrom(mask);
        return value('DoesUserHavePermissions', (maskOf(call, securable) & wanted) === wanted, 'Edm.Boolean');
      };
      return {
        get: () => answer(jsonFrom(textArgument(segment, 'permissionMask'))),
        post: (body) =>
          answer(
            segment.called && segment.positional.length > 0
              ? jsonFrom(textArgument(segment, 'permissionMask'))
              : asObject(body).permissionMask
          )
      };
    },
    hasuniqueroleassignments: () => ({
      get: () => value('HasUniqueRoleAssignments', permissions.isUnique(securable), 'Edm.Boolean')
    }),
    firstuniqueancestorsecurableobject: () => entityResource(() => uniqueAncestor(call, securable))
  };
}
