import type { TypedField } from '../../store/fields';
import { itemEtag, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import type { Securable } from '../../store/permissions';
import type { Call } from '../call';
import { checkShape, type Entity } from '../model';
import type { Query } from '../query';
import { attachmentsLink } from './attachments';
import { fileEntity } from './files';
import { folderEntity } from './folders';
import { fieldValues, idsOf, itemType, labelOf, lookedUp, propertyName } from './item-values';
import { listEntity } from './list-entity';
import { personEntity } from './people';
import { securityLinks, securityProperties } from './security';
import { itemVersions } from './versions';

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

/** Address of an item, as metadata names it. */
export const editOf = (item: Item): string => `Web/Lists(guid'${item.list.id}')/Items(${item.id})`;

/** An item as something with permissions. */
export const securable = (item: Item): Securable => ({ kind: 'item', item });

/** What many items at once have in common. */
export interface Shared {
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
export function selectedFields(call: Call, list: List, { select, expand }: Query): readonly TypedField[] {
  const all = call.site.fields.all(list.number);
  if (select.length === 0 || select.includes('*')) return all;
  const named = new Set([...select, ...expand].map((path) => String(path.split('/')[0]).toLowerCase()));
  return all.filter(({ InternalName: name }) => [name, `${name}Id`, propertyName(name)].some((one) => named.has(one.toLowerCase())));
}
