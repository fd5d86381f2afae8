import { etagMismatch, unknownProperty } from '../../errors';
import { encodeInternalName } from '../../store/field-xml';
import type { TypedField } from '../../store/fields';
import { itemEtag, itemFromRow, pathOf, type Item, type Values } from '../../store/items';
import type { List } from '../../store/lists';
import { highLow, permission } from '../../store/permissions';
import { apiUrl, type Call } from '../call';
import { readPage } from '../item-query';
import {
  asObject,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  shape,
  value,
  withChildren,
  type Answer,
  type Collection,
  type Entity,
  type Resource
} from '../model';
import { numberArgument } from '../path';
import type { Query } from '../query';
import { fileEntity } from './files';
import { folderEntity } from './folders';
import { listEntity } from './lists';
import { personEntity } from './people';

/** OData's name for the items of a list, for example SP.Data.MembersListItem. */
export const itemType = (list: List): string => {
  const name = encodeInternalName(String(list.root.split('/').pop()));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return `SP.Data.${capital}${list.library ? 'Item' : 'ListItem'}`;
};

/** SharePoint cannot show a name that begins with an underscore in OData. */
const propertyName = (internalName: string): string => (internalName.startsWith('_') ? `OData_${internalName}` : internalName);

/** Columns that have a property of another name, or that REST does not show at all. */
const notShown = new Set([
  'ContentType',
  'LinkTitle',
  'LinkFilename',
  'FileRef',
  'FileDirRef',
  'FileLeafRef',
  'FSObjType',
  'UniqueId',
  'owshiddenversion',
  'File_x0020_Size',
  '_UIVersionString',
  'Author',
  'Editor',
  'ID'
]);

const labelOf = (version: number): string => `${version}.0`;

const contentTypeId = (item: Item): string =>
  (item.folder ? '0x0120' : item.list.library ? '0x0101' : '0x01') + '00' + item.list.id.replace(/-/g, '').toUpperCase();

function valuesAsText(call: Call, item: Item): Record<string, unknown> {
  const text: Record<string, unknown> = {};
  for (const field of call.site.fields.all(item.list.number)) {
    if (field.FromBaseType && field.InternalName !== 'Title') continue;
    const stored = item.row[field.InternalName] ?? null;
    const ids = stored === null ? [] : field.type.multi ? (field.type.show(String(stored)) as number[]) : [Number(stored)];
    if (field.type.refers)
      text[propertyName(field.InternalName)] = ids.map((id) => String(referred(call, field, id)?.properties.Title ?? '')).join('; ');
    else if (field.TypeAsString === 'Boolean') text[propertyName(field.InternalName)] = stored === null ? '' : stored === 1 ? 'Yes' : 'No';
    else if (field.TypeAsString === 'URL') {
      const link = stored === null ? undefined : (JSON.parse(String(stored)) as { Url: string; Description: string });
      text[propertyName(field.InternalName)] = link ? `${link.Url}, ${link.Description}` : '';
    } else
      text[propertyName(field.InternalName)] =
        stored === null ? '' : field.type.multi ? (field.type.show(String(stored)) as string[]).join('; ') : String(stored);
  }
  return text;
}

/** What a lookup or person column points to. */
function referred(call: Call, field: TypedField, id: number): Entity | undefined {
  if (field.type.refers === 'person') return personEntity(call, id);
  const list = call.site.lists.byId(field.LookupList ?? '');
  const row = call.site.database.get(`SELECT * FROM items_${list.number} WHERE "ID" = ?`, id);
  return row && itemEntity(call, itemFromRow(list, row));
}

/** An item as REST shows it. */
export function itemEntity(call: Call, item: Item): Entity {
  const { list, row } = item;
  const properties: Record<string, unknown> = {
    FileSystemObjectType: item.folder ? 1 : 0,
    Id: item.id,
    ServerRedirectedEmbedUri: null,
    ServerRedirectedEmbedUrl: '',
    ContentTypeId: contentTypeId(item)
  };
  const links: NonNullable<Entity['links']> = {};
  for (const field of call.site.fields.all(list.number)) {
    const name = field.InternalName;
    const { type } = field;
    const stored = (row[name] ?? null) as string | number | null;
    if (type.refers) {
      const shown = type.show(stored);
      if (!notShown.has(name)) properties[`${name}Id`] = shown;
      links[name] = () => {
        if (!type.multi) return stored === null ? undefined : referred(call, field, Number(stored));
        const entities = (shown as number[])
          .map((id) => referred(call, field, id))
          .filter((entity): entity is Entity => entity !== undefined);
        return { kind: 'collection', set: 'SP.ListItem', entities };
      };
    } else if (!notShown.has(name)) {
      // A column of several choices that is empty reads as null.
      properties[propertyName(name)] = type.multi && stored === null ? null : type.show(stored);
    }
  }
  Object.assign(properties, {
    ID: item.id,
    AuthorId: row.Author,
    EditorId: row.Editor,
    OData__UIVersionString: labelOf(item.version),
    ComplianceAssetId: null
  });
  links.ParentList = () => listEntity(call, list);
  if (list.library && !item.folder) links.File = () => fileEntity(call, item);
  if (item.folder) links.Folder = () => folderEntity(call, list, pathOf(item));
  links.FieldValuesAsText = () => ({
    kind: 'entity',
    type: 'SP.FieldStringValues',
    edit: `${editOf(item)}/FieldValuesAsText`,
    properties: valuesAsText(call, item)
  });
  return {
    kind: 'entity',
    type: itemType(list),
    edit: editOf(item),
    etag: itemEtag(item),
    properties,
    onRequest: {
      FileRef: () => pathOf(item),
      FileDirRef: () => item.directory,
      FileLeafRef: () => item.leaf,
      FSObjType: () => (item.folder ? 1 : 0),
      UniqueId: () => item.uniqueId,
      owshiddenversion: () => item.version,
      OData__UIVersion: () => item.version * 512,
      File_x0020_Size: () => row.FileSize,
      EncodedAbsUrl: () => call.origin + encodeURI(pathOf(item)),
      HasUniqueRoleAssignments: () => false,
      EffectiveBasePermissions: () => highLow(call.site.permissions.maskOf(call.user))
    },
    links
  };
}

const editOf = (item: Item): string => `Web/Lists(guid'${item.list.id}')/Items(${item.id})`;

/** An item without values: what a list's items have, where there is no item to look at. */
const blankItem = (list: List): Item => ({ list, id: 0, uniqueId: '', version: 0, folder: false, directory: '', leaf: '', row: {} });

/** Refuses a $select that names what the list's items do not have, as SharePoint does even if there are none. */
function checkSelection(call: Call, list: List, query: Query): void {
  const blank = itemEntity(call, blankItem(list));
  shape(blank, query.select, query.expand);
  for (const path of query.select) {
    const [name = '', inner, deeper] = path.split('/');
    const field = inner === undefined || deeper !== undefined ? undefined : call.site.fields.byName(list.number, name);
    if (!field?.type.refers) continue;
    const target =
      field.type.refers === 'person'
        ? personEntity(call, call.user.id)
        : itemEntity(call, blankItem(call.site.lists.byId(field.LookupList ?? '')));
    if (target) shape(target, [String(inner)], []);
  }
}

/** Reads the values of a new or changed item from the body of a request. */
export function valuesFrom(call: Call, list: List, body: unknown): Values {
  const values: Values = new Map();
  const { fields } = call.site;
  for (const [name, given] of plainProperties(body)) {
    if (name === 'ContentTypeId' || name === 'Id' || name === 'ID') continue;
    const internal = name.startsWith('OData_') ? name.slice('OData_'.length) : name;
    const field = fields.byName(list.number, internal);
    if (field && !field.type.refers) {
      if (field.FromBaseType && field.InternalName !== 'Title') continue;
      values.set(field.InternalName, field.type.read(given, field));
      continue;
    }
    const reference = /Id$/.test(internal) ? fields.byName(list.number, internal.slice(0, -2)) : undefined;
    if (reference?.type.refers) {
      if (!reference.FromBaseType) values.set(reference.InternalName, reference.type.read(given, reference));
      continue;
    }
    throw unknownProperty(name, itemType(list));
  }
  return values;
}

/** Refuses a change whose If-Match is not the item's ETag. "*" overwrites. */
export function checkEtag(call: Call, item: Item): void {
  const { ifMatch } = call;
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (ifMatch.replace(/^W\//, '').toLowerCase() !== itemEtag(item).toLowerCase()) throw etagMismatch(ifMatch, itemEtag(item));
}

/** One item. Throws "Item does not exist" for none. */
export function itemResource(call: Call, list: List, id: number): Resource {
  call.demand(permission.viewListItems);
  const { items } = call.site;
  const item = items.byId(list, id);
  const recycle = (): Answer => {
    call.demand(permission.deleteListItems);
    items.remove(item);
    return value('Recycle', item.uniqueId, 'Edm.Guid');
  };
  return withChildren(
    entityResource(() => itemEntity(call, items.byId(list, id)), {
      merge: (changes) => {
        call.demand(permission.editListItems);
        checkEtag(call, item);
        return nothing(itemEtag(items.update(item, call.user, valuesFrom(call, list, changes))));
      },
      remove: () => {
        call.demand(permission.deleteListItems);
        checkEtag(call, item);
        items.remove(item);
        return deleted();
      }
    }),
    {
      recycle: () => ({ post: recycle }),
      effectivebasepermissions: () => ({
        get: () => value('EffectiveBasePermissions', highLow(call.site.permissions.maskOf(call.user)), 'SP.BasePermissions')
      })
    }
  );
}

/** The items of a list. Reading is one SQL query a page. */
export function itemsResource(call: Call, list: List): Resource {
  const { items } = call.site;
  const listed: Resource = {
    get: (query): Collection => {
      call.demand(permission.viewListItems);
      checkSelection(call, list, query);
      const page = readPage(call.site, list, query);
      let next: string | undefined;
      if (page.nextToken !== undefined) {
        // The token first, as SharePoint writes it, then the query as it was.
        const others = [...query.parameters]
          .filter(([name]) => name !== '$skiptoken')
          .map(([name, given]) => `&${encodeURIComponent(name)}=${encodeURIComponent(given)}`);
        next = `${apiUrl(call)}/Web/Lists(guid'${list.id}')/Items?%24skiptoken=${encodeURIComponent(page.nextToken)}${others.join('')}`;
      }
      return {
        kind: 'collection',
        set: `SP.ListData.${itemType(list).slice('SP.Data.'.length)}s`,
        entities: page.rows.map((row) => itemEntity(call, itemFromRow(list, row))),
        next,
        queried: true
      };
    },
    post: (body) => {
      call.demand(permission.addListItems);
      const item = items.add(list, call.user, valuesFrom(call, list, asObject(body)), { directory: list.root });
      return { ...itemEntity(call, item), status: 201 };
    }
  };
  return withChildren(listed, { getbyid: (segment) => itemResource(call, list, numberArgument(segment, 'id')) });
}
