import { badRequest, fileNotFound } from '../../errors';
import { itemFromRow, pathOf, type Item } from '../../store/items';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import { collectionResource, deleted, entityResource, withChildren, type Collection, type Entity, type Resource } from '../model';
import { numberArgument, textArgument, type Segment } from '../path';
import { demandChange, demandEditing } from './items';
import { idsOf, labelOf, lookupText, personOf, versionName } from './item-values';
import { userEntity } from './people';

/** SharePoint numbers version n.0 as 512 n. */
const numberOf = (version: number): number => version * 512;

/** A state of an item: the latest and the earlier ones. */
function statesOf(call: Call, item: Item): Item[] {
  return [item, ...call.site.versions.of(item).map(({ row }) => itemFromRow(item.list, row))];
}

function versionEntity(call: Call, item: Item, state: Item): Entity {
  const properties: Record<string, unknown> = {
    IsCurrentVersion: state.version === item.version,
    VersionId: numberOf(state.version),
    VersionLabel: labelOf(state.version),
    ID: item.id
  };
  for (const field of call.site.fields.all(item.list.number)) {
    const name = versionName(field.InternalName);
    const stored = state.row[field.InternalName] ?? null;
    if (field.type.refers) {
      const values = idsOf(state, field).map((id) => {
        const person = field.type.refers === 'person' ? personOf(call, id) : undefined;
        return person
          ? { LookupId: id, LookupValue: person.title, Email: person.email }
          : { LookupId: id, LookupValue: lookupText(call, field, id) ?? null };
      });
      properties[name] = field.type.multi ? values : (values[0] ?? null);
    } else if (!(name in properties) && field.TypeAsString !== 'Computed') {
      properties[name] = field.type.show(stored as string | number | null);
    }
  }
  properties.Created = state.row.Modified;
  return {
    kind: 'entity',
    type: 'SP.ListItemVersion',
    edit: `Web/Lists(guid'${item.list.id}')/Items(${item.id})/Versions(${numberOf(state.version)})`,
    properties
  };
}

/** All states of an item, the latest first. */
export function itemVersions(call: Call, item: Item): Collection {
  call.access.item(item, permission.viewVersions);
  return {
    kind: 'collection',
    set: 'SP.ApiData.ListItemVersions',
    entities: statesOf(call, item).map((state) => versionEntity(call, item, state))
  };
}

/** items(1)/versions and items(1)/versions(512) */
export function itemVersionsResource(call: Call, item: Item, segment: Segment): Resource {
  call.access.item(item, permission.viewVersions);
  if (!segment.called) return { get: () => itemVersions(call, item) };
  const version = numberArgument(segment, 'id') / 512;
  const state = statesOf(call, item).find((one) => one.version === version);
  if (!state) throw badRequest('The specified version does not exist.');
  return entityResource(() => versionEntity(call, item, state), {
    remove: () => {
      demandChange(call, item, permission.deleteVersions);
      if (state.version === item.version) throw badRequest('You cannot delete the current version.');
      call.site.versions.remove(item, version);
      return deleted();
    }
  });
}

const fileVersionEntity = (call: Call, item: Item, state: Item): Entity => ({
  kind: 'entity',
  type: 'SP.FileVersion',
  edit: `Web/GetFileByServerRelativePath(decodedurl='${pathOf(item).replace(/'/g, "''")}')/Versions(${numberOf(state.version)})`,
  properties: {
    CheckInComment: '',
    Created: state.row.Modified,
    ID: numberOf(state.version),
    IsCurrentVersion: false,
    Length: String(state.row.FileSize),
    Size: state.row.FileSize,
    Url: `_vti_history/${numberOf(state.version)}/${pathOf(item).slice(call.site.path.length + 1)}`,
    VersionLabel: labelOf(state.version)
  },
  links: {
    CreatedBy: () => {
      const user = call.site.principals.userById(Number(state.row.Editor));
      return user && userEntity(call, user);
    }
  }
});

/** A document's earlier versions: file/versions, with what can be done to them. */
export function fileVersionsResource(call: Call, item: Item, segment: Segment): Resource {
  call.access.item(item, permission.viewVersions);
  const { versions, items } = call.site;
  /** The oldest first, as SharePoint has them for documents. */
  const states = (): Item[] => statesOf(call, item).slice(1).reverse();
  const find = (matches: (state: Item) => boolean): Item => {
    const state = states().find(matches);
    if (!state) throw fileNotFound();
    return state;
  };
  const one = (state: Item): Resource =>
    withChildren(
      entityResource(() => fileVersionEntity(call, item, state), { remove: () => remove(state) }),
      {
        $value: () => ({
          get: () => {
            call.access.item(item, permission.openItems);
            return { kind: 'bytes', bytes: versions.contents(item, state.version), contentType: 'application/octet-stream' };
          }
        })
      }
    );
  const remove = (...gone: Item[]): ReturnType<typeof deleted> => {
    demandChange(call, item, permission.deleteVersions);
    for (const state of gone) versions.remove(item, state.version);
    return deleted();
  };
  const byId = (step: Segment): Item => find(({ version }) => numberOf(version) === numberArgument(step, 'vid'));
  const byLabel = (step: Segment): Item => find(({ version }) => labelOf(version) === textArgument(step, 'versionlabel'));
  if (segment.called) return one(find(({ version }) => numberOf(version) === numberArgument(segment, 'id')));
  const act =
    (action: (step: Segment) => ReturnType<typeof deleted>): ((step: Segment) => Resource) =>
    (step) => ({ post: () => action(step) });
  return withChildren(
    collectionResource('SP.ApiData.FileVersions', () => states().map((state) => fileVersionEntity(call, item, state))),
    {
      getbyid: (step) => one(find(({ version }) => numberOf(version) === numberArgument(step, 'versionid'))),
      deleteall: act(() => remove(...states())),
      deletebyid: act((step) => remove(byId(step))),
      recyclebyid: act((step) => remove(byId(step))),
      deletebylabel: act((step) => remove(byLabel(step))),
      recyclebylabel: act((step) => remove(byLabel(step))),
      restorebylabel: act((step) => {
        demandEditing(call, item);
        items.write(item, call.user, versions.contents(item, byLabel(step).version), false);
        return deleted();
      })
    }
  );
}
