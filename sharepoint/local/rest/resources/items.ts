import { checkedOut, etagMismatch, notCheckedOut, tooManyLookups } from '../../errors';
import type { TypedField } from '../../store/fields';
import { itemEtag, itemFromRow, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import type { Securable } from '../../store/permissions';
import { apiUrl, type Call } from '../call';
import { mostLookups, readPage } from '../item-query';
import {
  asObject,
  checkShape,
  deleted,
  entityResource,
  nothing,
  value,
  withChildren,
  type Collection,
  type Entity,
  type Resource
} from '../model';
import { numberArgument } from '../path';
import type { Query } from '../query';
import { attachmentsResource, attachmentsLink } from './attachments';
import { fileEntity, fileResource } from './files';
import { folderEntity, folderResource } from './folders';
import { validateUpdate } from './form-values';
import { fieldValues, idsOf, itemType, labelOf, lookedUp, propertyName, valuesFrom } from './item-values';
import { listEntity } from './lists';
import { personEntity } from './people';
import { securityLinks, securityParts, securityProperties } from './security';
import { itemVersions, itemVersionsResource } from './versions';

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

/** The content type of an item, with the list's own ending. */
export const contentTypeId = (item: Item): string =>
  (item.folder ? '0x0120' : item.list.library ? '0x0101' : '0x01') + '00' + item.list.id.replace(/-/g, '').toUpperCase();

const contentTypeOf = (item: Item): Entity => {
  const id = contentTypeId(item);
  const Name = item.folder ? 'Folder' : item.list.library ? 'Document' : 'Item';
  return {
    kind: 'entity',
    type: 'SP.ContentType',
    edit: `Web/Lists(guid'${item.list.id}')/ContentTypes('${id}')`,
    properties: { Id: { StringValue: id }, Name, StringId: id }
  };
};

/** What a lookup or person column points to. */
function referred(call: Call, field: TypedField, id: number): Entity | undefined {
  if (field.type.refers === 'person') return personEntity(call, id);
  const item = lookedUp(call, field, id);
  return item && itemEntity(call, item);
}

const editOf = (item: Item): string => `Web/Lists(guid'${item.list.id}')/Items(${item.id})`;

const securable = (item: Item): Securable => ({ kind: 'item', item });

/** What many items at once have in common. */
interface Shared {
  /** The columns that the query asks for. */
  fields: readonly TypedField[];
  /** What lookups and person columns point to, once it was looked up. */
  referred: Map<string, Entity | undefined>;
}

/** Looks up once what many items point to. */
function referredOnce(call: Call, field: TypedField, id: number, known: Shared['referred'] | undefined): Entity | undefined {
  if (!known) return referred(call, field, id);
  const key = `${field.type.refers === 'person' ? '' : field.LookupList} ${id}`;
  if (!known.has(key)) known.set(key, referred(call, field, id));
  return known.get(key);
}

/** An item as REST shows it. */
export function itemEntity(call: Call, item: Item, shared?: Shared): Entity {
  const { list, row } = item;
  const properties: Record<string, unknown> = {
    FileSystemObjectType: item.folder ? 1 : 0,
    Id: item.id,
    ServerRedirectedEmbedUri: null,
    ServerRedirectedEmbedUrl: '',
    ContentTypeId: contentTypeId(item)
  };
  const links: NonNullable<Entity['links']> = {};
  for (const field of shared?.fields ?? call.site.fields.all(list.number)) {
    const name = field.InternalName;
    const { type } = field;
    const stored = (row[name] ?? null) as string | number | null;
    if (type.refers) {
      const shown = type.show(stored);
      if (!notShown.has(name)) properties[`${name}Id`] = shown;
      links[name] = () => {
        if (!type.multi) return stored === null ? undefined : referredOnce(call, field, Number(stored), shared?.referred);
        const entities = idsOf(item, field)
          .map((id) => referredOnce(call, field, id, shared?.referred))
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
  if (list.library) properties.CheckoutUserId = row.CheckoutUser ?? null;
  const edit = editOf(item);
  return {
    kind: 'entity',
    type: itemType(list),
    edit,
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
      EncodedAbsUrl: () => call.origin + pathOf(item).split('/').map(encodeURIComponent).join('/'),
      ...securityProperties(call, securable(item))
    },
    links: {
      ...links,
      ParentList: () => (call.access.mayEnter(list) ? listEntity(call, list) : undefined),
      ...(list.library && !item.folder ? {} : { AttachmentFiles: () => attachmentsLink(call, item) }),
      File: () => (list.library && !item.folder ? fileEntity(call, item) : undefined),
      Folder: () => (item.folder ? folderEntity(call, list, pathOf(item)) : undefined),
      ContentType: () => contentTypeOf(item),
      FieldValuesAsText: () => fieldValues(call, item, 'AsText', edit),
      FieldValuesAsHtml: () => fieldValues(call, item, 'AsHtml', edit),
      FieldValuesForEdit: () => fieldValues(call, item, 'ForEdit', edit),
      Versions: () => itemVersions(call, item),
      ...securityLinks(call, securable(item), edit)
    }
  };
}

/** An item without values: what a list's items have, where there is no item to look at. */
const blankItem = (list: List): Item => ({
  list,
  id: 0,
  uniqueId: '',
  version: 0,
  folder: false,
  directory: '',
  leaf: '',
  row: { ScopeId: list.scope }
});

/** Refuses a $select that names what the list's items do not have, as SharePoint does even if there are none. */
export function checkSelection(call: Call, list: List, query: Query): void {
  const blank = itemEntity(call, blankItem(list));
  checkShape(blank, query.select, query.expand);
  for (const path of query.select) {
    const [name = '', inner, deeper] = path.split('/');
    const field = inner === undefined || deeper !== undefined ? undefined : call.site.fields.byName(list.number, name);
    if (!field?.type.refers) continue;
    const target =
      field.type.refers === 'person'
        ? personEntity(call, call.user.id)
        : itemEntity(call, blankItem(call.site.lists.byId(field.LookupList ?? '')));
    if (target) checkShape(target, [String(inner)], []);
  }
}

/** Lookup and person columns that the answer to a query shows: all of the list's, unless $select names some. */
export function selectedLookups(call: Call, list: List, query: Query): string[] {
  const lookups = call.site.fields
    .all(list.number)
    .filter(({ type }) => type.refers)
    .map(({ InternalName }) => InternalName);
  if (query.select.length === 0 || query.select.includes('*')) return lookups;
  const named = new Set([...query.select, ...query.expand].map((path) => String(path.split('/')[0]).toLowerCase()));
  return lookups.filter((name) => named.has(name.toLowerCase()) || named.has(`${name}id`.toLowerCase()));
}

/** The columns that a query asks for. */
function selectedFields(call: Call, list: List, { select, expand }: Query): readonly TypedField[] {
  const all = call.site.fields.all(list.number);
  if (select.length === 0 || select.includes('*')) return all;
  const named = new Set([...select, ...expand].map((path) => String(path.split('/')[0]).toLowerCase()));
  return all.filter(({ InternalName: name }) => [name, `${name}Id`, propertyName(name)].some((one) => named.has(one.toLowerCase())));
}

/** Refuses a change whose If-Match is not the item's ETag. "*" overwrites, and so does none. Comes before rights are looked at. */
export function checkEtag(call: Call, item: Item): void {
  const { ifMatch = '*' } = call;
  if (ifMatch.trim() === '*') return;
  if (ifMatch !== itemEtag(item)) throw etagMismatch(ifMatch, itemEtag(item));
}

/** Refuses a change to what somebody else has checked out. */
function checkNotCheckedOut(call: Call, item: Item): void {
  const by = item.row.CheckoutUser;
  if (typeof by === 'number' && by !== call.user.id) throw checkedOut(pathOf(item), call.site.principals.userById(by)?.title ?? '');
}

/** Refuses who may not change an item, or may not change it now. */
export function demandChange(call: Call, item: Item, right: bigint): void {
  call.access.item(item, right);
  checkNotCheckedOut(call, item);
}

/** Refuses who may not edit an item; a document of a library that asks for check-out has to be checked out first. */
export function demandEditing(call: Call, item: Item): void {
  demandChange(call, item, permission.editListItems);
  const { list } = item;
  if (!list.library || item.folder || !list.settings.ForceCheckout) return;
  if (call.site.items.byId(list, item.id).row.CheckoutUser !== call.user.id) throw notCheckedOut(pathOf(item));
}

/** Refuses who may not delete an item, or a folder with everything in it: seen or not, their own or not, checked out or not. */
export function demandDeletion(call: Call, item: Item): void {
  checkEtag(call, item);
  demandChange(call, item, permission.deleteListItems);
  if (!item.folder) return;
  const { permissions, items } = call.site;
  for (const scope of permissions.scopesBelow(item)) call.access.demand(scope, permission.deleteListItems);
  if (item.list.settings.WriteSecurity === 1 && item.list.settings.ReadSecurity === 1 && !item.list.library) return;
  for (const inside of items.below(item)) if (!inside.folder) demandChange(call, inside, permission.deleteListItems);
}

/** Moves an item, document or folder into the recycle bin. */
export function recycle(call: Call, item: Item): ReturnType<typeof value> {
  demandDeletion(call, item);
  return value('Recycle', call.site.recycleBin.recycle(item, call.user), 'Edm.Guid');
}

/** One item. Throws "Item does not exist" for none, and for one that the user may not see. */
export function itemResource(call: Call, list: List, id: number): Resource {
  const { items } = call.site;
  const item = call.access.see(items.byId(list, id));
  const values =
    (form: 'AsText' | 'AsHtml' | 'ForEdit'): (() => Resource) =>
    () => ({ get: () => fieldValues(call, items.byId(list, id), form, editOf(item)) });
  return withChildren(
    entityResource(() => itemEntity(call, items.byId(list, id)), {
      get: (query) => {
        if (query.select.length > 0 && selectedLookups(call, list, query).length > mostLookups) throw tooManyLookups();
        return itemEntity(call, items.byId(list, id));
      },
      merge: (changes) => {
        checkEtag(call, item);
        demandEditing(call, item);
        return nothing(itemEtag(items.update(item, call.user, valuesFrom(call, list, changes))));
      },
      remove: () => {
        demandDeletion(call, item);
        items.remove(item);
        return deleted();
      }
    }),
    {
      ...securityParts(call, securable(item), editOf(item)),
      recycle: () => ({ post: () => recycle(call, item) }),
      deletewithparameters: () => ({
        post: () => {
          demandDeletion(call, item);
          items.remove(item);
          return deleted();
        }
      }),
      fieldvaluesastext: values('AsText'),
      fieldvaluesashtml: values('AsHtml'),
      // No Office application opens list items.
      getwopiframeurl: () => ({ post: () => value('GetWOPIFrameUrl', '') }),
      fieldvaluesforedit: values('ForEdit'),
      validateupdatelistitem: () => ({ post: (body) => validateUpdate(call, item, asObject(body)) }),
      versions: (segment) => itemVersionsResource(call, item, segment),
      attachmentfiles: (segment) => attachmentsResource(call, item, segment),
      file: () => (list.library && !item.folder ? fileResource(call, item) : { get: () => value('File', null, 'SP.File') }),
      folder: () => (item.folder ? folderResource(call, pathOf(item)) : { get: () => value('Folder', null, 'SP.Folder') })
    }
  );
}

/** The items of a list. Reading is one SQL query a page. */
export function itemsResource(call: Call, list: List): Resource {
  const { items } = call.site;
  const listed: Resource = {
    get: (query): Collection => {
      checkSelection(call, list, query);
      const page = readPage(
        call.site,
        list,
        {
          ...query,
          dialect: 'odata',
          scope: 'RecursiveAll',
          expanded: new Set(query.expand.map((path) => String(path.split('/')[0]).toLowerCase())),
          lookups: selectedLookups(call, list, query)
        },
        call.access
      );
      const shared: Shared = { fields: selectedFields(call, list, query), referred: new Map() };
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
        entities: page.rows.map((row) => itemEntity(call, itemFromRow(list, row), shared)),
        next,
        queried: true
      };
    },
    post: (body) => {
      call.access.add(list, list.root);
      const item = items.add(list, call.user, valuesFrom(call, list, asObject(body)), { directory: list.root });
      return { ...itemEntity(call, item), status: 201 };
    }
  };
  return withChildren(listed, { getbyid: (segment) => itemResource(call, list, numberArgument(segment, 'id')) });
}
