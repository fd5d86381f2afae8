import { badQuery, badRequest, fileNotFound } from '../../errors';
import type { TypedField } from '../../store/fields';
import { itemFromRow, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { writeDate, writeNumber } from '../../store/locale';
import { toSiteTime } from '../../store/time-zone';
import { webUrl, type Call } from '../call';
import { readCamlView, readViewQuery, type CamlContext, type CamlView } from '../caml';
import type { Filter } from '../filter';
import { readPage, type Page } from '../item-query';
import { asObject, value, type Answer, type Collection, type Entity } from '../model';
import type { Query } from '../query';
import { fieldEntity } from './fields';
import { checkSelection, contentTypeId, itemEntity, selectedLookups } from './items';
import { idsOf, itemType, labelOf, lookupText, personOf, propertyName, textOf } from './item-values';

/** Rows of RenderListDataAsStream when the view names no limit. */
const usualRows = 30;

/** Options of RenderListDataAsStream (RenderListDataOptions). */
const option = { contextInfo: 1, listData: 2, listSchema: 4 } as const;

/** What reading CAML needs to know of a list and of who asks. */
export function camlContext(call: Call, list: List): CamlContext {
  const { fields, principals, locale } = call.site;
  return {
    field: (name) => fields.byName(list.number, name),
    userId: call.user.id,
    groupIds: () => principals.groupsOf(call.user.id).map(({ id }) => id),
    membersOf: (group) => principals.membersOf(group).map(({ id }) => id),
    allUsers: () => principals.users().map(({ id }) => id),
    locale,
    now: Date.now()
  };
}

/** A server-relative address, given as that or as an absolute one of this server. */
function relativePath(call: Call, given: unknown): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given !== 'string') throw badQuery('The address of the folder is not a string.');
  return given.startsWith(call.origin) ? decodeURIComponent(new URL(given).pathname) : given;
}

/** The folder that a query begins at. Who may not enter at the list's root has to name one that they may see. */
function folderOf(call: Call, list: List, given: unknown): string | undefined {
  const path = relativePath(call, given)?.replace(/\/$/, '');
  if (path === undefined || path.toLowerCase() === list.root.toLowerCase()) return undefined;
  const folder = call.site.items.byPath(path);
  if (!folder?.folder || folder.list.id !== list.id || !call.access.sees(folder)) throw fileNotFound();
  return pathOf(folder);
}

function readView(call: Call, list: List, source: unknown): CamlView {
  if (source !== undefined && source !== null && typeof source !== 'string') throw badQuery('The ViewXml is not a string.');
  return readCamlView(source ?? '', camlContext(call, list));
}

/** Lookup and person columns among these. */
const lookupsAmong = (call: Call, list: List, names: string[]): string[] =>
  call.site.fields
    .all(list.number)
    .filter(({ InternalName, type }) => type.refers && names.includes(InternalName))
    .map(({ InternalName }) => InternalName);

/** GetItems: the items that a CAML query finds, as REST shows items. */
export function getItems(call: Call, list: List, body: unknown, query: Query): Collection {
  const given = asObject(asObject(body).query);
  const view = readView(call, list, given.ViewXml);
  const position = (given.ListItemCollectionPosition ?? {}) as { PagingInfo?: unknown };
  // What $select and $expand name wins over the view's own columns.
  const selected = query.select.length > 0 || query.expand.length > 0;
  checkSelection(call, list, query);
  const page = readPage(
    call.site,
    list,
    {
      ...view,
      dialect: 'caml',
      top: view.rowLimit ?? 5000,
      skipToken: typeof position.PagingInfo === 'string' && position.PagingInfo !== '' ? position.PagingInfo : undefined,
      folder: folderOf(
        call,
        list,
        given.FolderServerRelativeUrl ?? (given.FolderServerRelativePath as { DecodedUrl?: unknown } | undefined)?.DecodedUrl
      ),
      lookups: selected || !view.viewFields ? selectedLookups(call, list, query) : lookupsAmong(call, list, view.viewFields)
    },
    call.access
  );
  const entities = page.rows.map((row) => {
    const entity = itemEntity(call, itemFromRow(list, row));
    const shown = selected || !view.viewFields ? entity : { ...entity, properties: onlyFields(entity, view.viewFields) };
    return given.DatesInUtc === true ? shown : { ...shown, properties: inSiteTime(call, list, shown.properties) };
  });
  return { kind: 'collection', set: `SP.ListData.${itemType(list).slice('SP.Data.'.length)}s`, entities, queried: true };
}

const always = ['FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'ID', 'Created', 'Modified'];

function onlyFields(entity: Entity, names: string[]): Record<string, unknown> {
  const wanted = new Set([...always, ...names.flatMap((name) => [propertyName(name), `${name}Id`])]);
  return Object.fromEntries(Object.entries(entity.properties).filter(([name]) => wanted.has(name)));
}

/** Unless a query asks for UTC, its dates are in the site's time and say no zone. */
function inSiteTime(call: Call, list: List, properties: Record<string, unknown>): Record<string, unknown> {
  const dates = call.site.fields.all(list.number).filter(({ TypeAsString }) => TypeAsString === 'DateTime');
  const changed = { ...properties };
  for (const { InternalName: name } of dates) {
    if (typeof changed[name] === 'string') changed[name] = new Date(toSiteTime(Date.parse(changed[name]))).toISOString().slice(0, 19);
  }
  return changed;
}

/** One column of a row as RenderListDataAsStream writes it, with its companions. Everything is text but people, lookups and lists. */
function rowValues(call: Call, item: Item, field: TypedField): Record<string, unknown> {
  const name = field.InternalName;
  const stored = item.row[name] ?? null;
  const text = textOf(call, item, field);
  switch (field.TypeAsString) {
    case 'User':
    case 'UserMulti': {
      const people = idsOf(item, field)
        .map((id) => personOf(call, id))
        .filter((person) => person !== undefined)
        .map(({ id, title, email, login }) => ({
          id: String(id),
          ...(field.type.multi ? { value: title } : {}),
          title,
          email,
          sip: login.includes('@') ? login : '',
          picture: ''
        }));
      return { [name]: people.length > 0 ? people : '' };
    }
    case 'Lookup':
    case 'LookupMulti': {
      const found = idsOf(item, field).map((id) => ({ lookupId: id, lookupValue: lookupText(call, field, id) }));
      const lookups = found
        .filter((one): one is { lookupId: number; lookupValue: string } => one.lookupValue !== undefined)
        .map((one) => ({ ...one, isSecretFieldValue: false }));
      const joined = lookups.map(({ lookupId, lookupValue }) => `${lookupId};#${lookupValue}`).join(';#');
      return { [name]: lookups.length > 0 || field.type.multi ? lookups : '', [`${name}.`]: joined };
    }
    case 'MultiChoice':
      return { [name]: stored === null ? '' : (JSON.parse(String(stored)) as string[]) };
    case 'Boolean':
      return { [name]: text, [`${name}.value`]: stored === 1 ? '1' : '0' };
    case 'Number':
    case 'Currency':
      return {
        [name]: stored === null ? '' : writeNumber(Number(stored), call.site.locale),
        [`${name}.`]: stored === null ? '' : Number(stored).toFixed(10).slice(0, 16)
      };
    case 'DateTime':
      return { [name]: text, [`${name}.`]: stored === null ? '' : String(stored) };
    case 'URL': {
      const link = stored === null ? undefined : (JSON.parse(String(stored)) as { Url: string; Description: string });
      return { [name]: link?.Url ?? '', [`${name}.desc`]: link?.Description ?? '' };
    }
    case 'Guid':
      return { [name]: stored === null ? '' : `{${String(stored).toUpperCase()}}` };
    case 'Attachments':
      return { [name]: stored === 1 ? '1' : '0' };
    case 'Integer':
    case 'Counter':
      return { [name]: stored === null ? '' : String(stored) };
    default:
      return { [name]: text };
  }
}

const hex = (mask: bigint): string => `0x${mask.toString(16)}`;

/** One row, with what comes without being asked for. */
function rowOf(call: Call, item: Item, fields: TypedField[]): Record<string, unknown> {
  const { permissions, items } = call.site;
  const path = pathOf(item);
  const dot = item.leaf.lastIndexOf('.');
  const children = (folders: boolean): string => (item.folder ? String(items.countIn(item.list, path, folders)) : '0');
  return {
    ID: String(item.id),
    PermMask: hex(call.access.maskOf(Number(item.row.ScopeId))),
    FSObjType: item.folder ? '1' : '0',
    UniqueId: `{${item.uniqueId.toUpperCase()}}`,
    ContentTypeId: contentTypeId(item),
    FileRef: path,
    'FileRef.urlencode': encodeURIComponent(path).replace(/[-._]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    'FileRef.urlencodeasurl': encodeURI(path),
    FileLeafRef: item.leaf,
    ...(item.list.library && dot > 0
      ? {
          'FileLeafRef.Name': item.leaf.slice(0, dot),
          'FileLeafRef.Suffix': item.leaf.slice(dot + 1),
          File_x0020_Type: item.leaf.slice(dot + 1)
        }
      : {}),
    SMTotalSize: String(item.row.FileSize),
    ...Object.assign({}, ...fields.map((field) => rowValues(call, item, field))),
    ItemChildCount: children(false),
    FolderChildCount: children(true),
    ScopeId: `{${permissions.ownerOf(Number(item.row.ScopeId)).guid.toUpperCase()}}`,
    owshiddenversion: String(item.version),
    _UIVersionString: labelOf(item.version),
    Restricted: ''
  };
}

/** Filters and sorts in the address: FilterField1, FilterValue1, FilterOp1, SortField, SortDir. */
function fromAddress(call: Call, list: List, parameters: URLSearchParams, view: CamlView): CamlView {
  const given = new Map([...parameters].map(([name, one]) => [name.toLowerCase(), one]));
  let { filter, orderBy } = view;
  for (const number of ['', ...Array.from({ length: 10 }, (_, index) => String(index + 1))]) {
    const name = given.get(`filterfield${number}`);
    if (name === undefined) continue;
    const field = call.site.fields.byName(list.number, name);
    if (!field) throw badRequest(`The column '${name.slice(0, 64)}' that is to be filtered does not exist.`);
    const text = given.get(`filtervalue${number}`) ?? '';
    const test = filterXml(field, text, given.get(`filterop${number}`) ?? 'Eq');
    const wanted = readViewQuery(`<Where>${test}</Where>`, camlContext(call, list)).filter;
    if (wanted) filter = filter ? ({ kind: 'and', left: filter, right: wanted } satisfies Filter) : wanted;
  }
  const sort = given.get('sortfield');
  if (sort !== undefined) {
    if (!call.site.fields.byName(list.number, sort))
      throw badRequest(`The column '${sort.slice(0, 64)}' that is to be sorted does not exist.`);
    orderBy = [{ path: sort, descending: /^desc/i.test(given.get('sortdir') ?? '') }];
  }
  return { ...view, filter, orderBy };
}

const operators = new Set(['Eq', 'Neq', 'Lt', 'Leq', 'Gt', 'Geq', 'BeginsWith', 'Contains']);

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

function filterXml(field: TypedField, text: string, operator: string): string {
  if (!operators.has(operator)) throw badRequest(`The filter operator '${operator.slice(0, 20)}' is not valid.`);
  const reference = `<FieldRef Name="${field.InternalName}"/>`;
  if (text === '') return `<IsNull>${reference}</IsNull>`;
  return `<${operator}>${reference}<Value Type="${field.TypeAsString}">${escapeXml(text)}</Value></${operator}>`;
}

/** The rows that a view shows, in the shape of RenderListDataAsStream's ListData. */
function listData(call: Call, list: List, parameters: Record<string, unknown>, query: Query): Record<string, unknown> {
  const { fields, lists, permissions } = call.site;
  const views = lists.views(list);
  const wanted = query.parameters.get('View') ?? query.parameters.get('ViewId');
  const stored = views.find(({ id }) => id === wanted?.replace(/[{}]/g, '').toLowerCase()) ?? views.find(({ DefaultView }) => DefaultView);
  const source = parameters.ViewXml ?? parameters.OverrideViewXml;
  const named = source === undefined || source === null || source === '';
  const scopes = ['items', 'Recursive', 'RecursiveAll', 'FilesOnly'] as const;
  const view: CamlView =
    named && stored
      ? {
          ...readViewQuery(stored.ViewQuery, camlContext(call, list)),
          scope: scopes[stored.Scope] ?? 'items',
          rowLimit: stored.RowLimit,
          paged: stored.Paged,
          viewFields: stored.ViewFields
        }
      : readView(call, list, source);
  const { filter, orderBy } = fromAddress(call, list, query.parameters, view);
  const folder = folderOf(call, list, parameters.FolderServerRelativeUrl ?? query.parameters.get('RootFolder'));
  const paging = typeof parameters.Paging === 'string' ? parameters.Paging.replace(/^\?/, '') : '';
  const position = new URLSearchParams(paging === '' ? query.parameters : paging);
  const paged = position.get('Paged') === 'TRUE';
  const first = paged ? Math.max(1, Number(position.get('PageFirstRow')) || 1) : 1;
  const limit = view.rowLimit ?? usualRows;
  const shown = fields
    .all(list.number)
    .filter(({ InternalName, Hidden }) => (view.viewFields ? view.viewFields.includes(InternalName) : !Hidden));
  const page: Page = readPage(
    call.site,
    list,
    {
      dialect: 'caml',
      filter,
      orderBy,
      scope: view.scope,
      top: limit,
      folder,
      skipToken: paged ? position.toString() : undefined,
      lookups: lookupsAmong(
        call,
        list,
        shown.map(({ InternalName }) => InternalName)
      )
    },
    call.access
  );
  const scope = folder === undefined ? list.scope : permissions.scopeOfFolder(list, folder);
  return {
    Row: page.rows.map((row) => rowOf(call, itemFromRow(list, row), shown)),
    FirstRow: first,
    FolderPermissions: hex(call.access.maskOf(scope)),
    LastRow: first + page.rows.length - 1,
    RowLimit: limit,
    ...(page.nextToken !== undefined && view.paged
      ? {
          NextHref: `?${page.nextToken}&PageFirstRow=${first + page.rows.length}&View=${named ? (stored?.id ?? '') : '00000000-0000-0000-0000-000000000000'}`
        }
      : {}),
    FilterLink: '?',
    ForceNoHierarchy: '1',
    HierarchyHasIndention: '',
    CurrentFolderSpItemUrl: ''
  };
}

/** RenderListDataAsStream: rows as list views show them. Rows stand at the top unless more than rows is asked for. */
export function renderListDataAsStream(call: Call, list: List, body: unknown, query: Query): Answer {
  const given = asObject(body);
  const parameters = asObject(given.parameters ?? {});
  const options = Number(parameters.RenderOptions ?? 0);
  if (!Number.isInteger(options) || options < 0) throw badQuery('The RenderOptions are not a number.');
  if (options === 0 || options === option.listData)
    return value('RenderListDataAsStream', listData(call, list, parameters, query), 'plain');
  const result: Record<string, unknown> = { wpq: '' };
  if (options & option.listData) result.ListData = listData(call, list, parameters, query);
  if (options & option.listSchema) {
    result.ListSchema = {
      Field: call.site.fields.all(list.number).map((field) => schemaOf(list, field)),
      LCID: String(call.site.locale.id)
    };
  }
  if (options & option.contextInfo) {
    Object.assign(result, {
      listName: `{${list.id.toUpperCase()}}`,
      listUrlDir: list.root,
      listTemplate: String(list.template),
      listTitle: list.title,
      HttpRoot: webUrl(call),
      EnableAttachments: String(list.settings.EnableAttachments),
      ItemCount: call.site.lists.itemCount(list)
    });
  }
  return value('RenderListDataAsStream', result, 'plain');
}

const schemaOf = (list: List, field: TypedField): Record<string, unknown> => ({
  Name: field.InternalName,
  RealFieldName: field.InternalName,
  DisplayName: field.Title,
  ID: field.Id,
  StaticName: field.StaticName,
  Type: field.TypeAsString,
  FieldType: field.TypeAsString,
  ReadOnly: field.ReadOnlyField ? 'TRUE' : 'FALSE',
  Filterable: fieldEntity(list, field).properties.Filterable === true ? 'TRUE' : 'FALSE'
});

/** RenderListData: the same rows, as a text. */
export const renderListData = (call: Call, list: List, viewXml: string, query: Query): Answer =>
  value('RenderListData', JSON.stringify(listData(call, list, { ViewXml: viewXml }, query)));

/** What a form of an item shows, as a text (RenderListFormData). */
export function renderListFormData(call: Call, item: Item): Answer {
  const data = Object.assign({}, ...call.site.fields.all(item.list.number).map((field) => rowValues(call, item, field))) as Record<
    string,
    unknown
  >;
  return value(
    'RenderListFormData',
    JSON.stringify({
      Data: data,
      FormUniqueId: '',
      ItemId: item.id,
      Modified: writeDate(String(item.row.Modified), false, call.site.locale)
    })
  );
}
