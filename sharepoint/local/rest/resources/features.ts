import { badRequest } from '../../errors';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import { asObject, collectionResource, deleted, entityResource, value, withChildren, type Entity, type Resource } from '../model';
import { textArgument, type Segment } from '../path';
import { plainGuid } from '../../store/guid';

/** Where a feature is active: on the site, or in the site collection. */
type FeatureScope = 'web' | 'site';

const featureEntity = (scope: FeatureScope, id: string): Entity => ({
  kind: 'entity',
  type: 'SP.Feature',
  edit: `${scope === 'web' ? 'Web' : 'Site'}/Features(guid'${id}')`,
  properties: { DefinitionId: id, DisplayName: id }
});

/** Active features. "Limited-access user permission lockdown mode" has its effect; the others are only remembered. */
export function featuresResource(call: Call, scope: FeatureScope, segment: Segment): Resource {
  const { site } = call;
  const key = `features ${scope}`;
  const active = (): string[] => site.read<string[] | null>(key) ?? [];
  const idFrom = (given: unknown): string => {
    const id = plainGuid(String(given));
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw badRequest('The id of the feature is not valid.');
    return id;
  };
  const keep = (ids: string[]): void => {
    site.keep(key, ids);
    if (scope === 'site') site.permissions.roles.setLockdown(ids.includes(lockdownFeature));
  };
  const one = (given: string): Resource => {
    const id = idFrom(given);
    return active().includes(id) ? entityResource(() => featureEntity(scope, id)) : { get: () => value('Feature', null, 'SP.Feature') };
  };
  if (segment.called) return one(textArgument(segment, 'featureId'));
  return withChildren(
    collectionResource('SP.ApiData.Features', () => active().map((id) => featureEntity(scope, id))),
    {
      getbyid: (step) => one(textArgument(step, 'featureId')),
      add: () => ({
        post: (body) => {
          call.access.web(permission.manageWeb);
          const { featureId, force } = asObject(body);
          const id = idFrom(featureId);
          if (active().includes(id) && force !== true) throw badRequest(`Feature with Id '${id}' is already activated at this scope.`);
          keep([...new Set([...active(), id])]);
          return featureEntity(scope, id);
        }
      }),
      remove: () => ({
        post: (body) => {
          call.access.web(permission.manageWeb);
          const id = idFrom(asObject(body).featureId);
          if (!active().includes(id)) throw badRequest(`Feature with Id '${id}' is not activated at this scope.`);
          keep(active().filter((other) => other !== id));
          return deleted();
        }
      })
    }
  );
}

/** Site collection feature "Limited-access user permission lockdown mode". */
const lockdownFeature = '7c637b23-06c4-472d-9a9a-7c175762c5c4';
