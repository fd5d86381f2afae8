import { badRequest } from '../../errors';
import { highLow, permission, roles, type Role } from '../../store/permissions';
import type { Call } from '../call';
import { collectionResource, deleted, entityResource, withChildren, type Answer, type Entity, type Resource } from '../model';
import { argument, numberArgument, textArgument, type Segment } from '../path';
import { groupEntity, userEntity } from './people';

const roleEntity = (role: Role): Entity => ({
  kind: 'entity',
  type: 'SP.RoleDefinition',
  edit: `Web/RoleDefinitions(${role.id})`,
  properties: {
    BasePermissions: highLow(role.mask),
    Description: role.description,
    Hidden: role.name === 'Limited Access',
    Id: role.id,
    Name: role.name,
    Order: role.order,
    RoleTypeKind: role.kind
  }
});

const roleResource = (role: Role | undefined): Resource => {
  if (!role) throw badRequest('Cannot find the role definition.');
  return entityResource(() => roleEntity(role));
};

/** The permission levels of the site. */
export const roleDefinitionsResource = (): Resource =>
  withChildren(
    collectionResource('SP.ApiData.RoleDefinitions', () => roles.map(roleEntity)),
    {
      getbyid: (segment) => roleResource(roles.find(({ id }) => id === numberArgument(segment, 'id'))),
      getbyname: (segment) => roleResource(roles.find(({ name }) => name.toLowerCase() === textArgument(segment, 'name').toLowerCase())),
      getbytype: (segment) => roleResource(roles.find(({ kind }) => kind === numberArgument(segment, 'roleType')))
    }
  );

/** roledefinitions(id) */
export const roleById = (id: number): Resource => roleResource(roles.find((role) => role.id === id));

/** Who has which level on the site. */
export function roleAssignmentsResource(call: Call): Resource {
  call.demand(permission.managePermissions);
  const { permissions, principals } = call.site;
  const entity = ({ principal, roles: ids }: { principal: number; roles: number[] }): Entity => ({
    kind: 'entity',
    type: 'SP.RoleAssignment',
    edit: `Web/RoleAssignments/GetByPrincipalId(${principal})`,
    properties: { PrincipalId: principal },
    links: {
      Member: () => {
        const user = principals.userById(principal);
        const group = principals.groupById(principal);
        return user ? userEntity(call, user) : group && groupEntity(call, group);
      },
      RoleDefinitionBindings: () => ({
        kind: 'collection',
        set: 'SP.ApiData.RoleDefinitions',
        entities: roles.filter(({ id }) => ids.includes(id)).map(roleEntity)
      })
    }
  });
  const change =
    (action: (principal: number, role: number) => void): ((segment: Segment) => Resource) =>
    (segment) => ({
      post: (): Answer => {
        call.demand(permission.managePermissions);
        action(Number(argument(segment, 'principalid', 0)), Number(argument(segment, 'roledefid', 1)));
        return deleted();
      }
    });
  return withChildren(
    collectionResource('SP.ApiData.RoleAssignments', () => permissions.assignments().map(entity)),
    {
      addroleassignment: change((principal, role) => permissions.assign(principal, role)),
      removeroleassignment: change((principal, role) => permissions.unassign(principal, role)),
      getbyprincipalid: (segment) => {
        const id = numberArgument(segment, 'principalId');
        const found = permissions.assignments().find(({ principal }) => principal === id);
        return found && entityResource(() => entity(found));
      }
    }
  );
}
