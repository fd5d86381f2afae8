import { badQuery, badRequest } from '../../errors';
import type { TypedField } from '../../store/fields';
import { itemFromRow, type Item } from '../../store/items';
import type { List, View } from '../../store/lists';
import { writeDate } from '../../store/locale';
import { escapeXml } from '../../escape';
import { webUrl, type Call } from '../call';
import { readViewQuery, type CamlView } from '../caml';
import type { Filter } from '../filter';
import { readPage, type Page } from '../item-query';
import { asObject, value, type Answer } from '../model';
import type { Query } from '../query';
import { camlContext, folderOf, lookupsAmong, readView } from './caml-query';
import { fieldEntity } from './field-entity';
import { textOf } from './item-values';
import { hex, rowOf, rowValues } from './list-rows';

/** Rows of RenderListDataAsStream when the view names no limit. */
const usualRows = 30;

/** Scopes of views by SharePoint's number. */
const viewScopes = ['items', 'Recursive', 'RecursiveAll', 'FilesOnly'] as const;

/** Options of RenderListDataAsStream (RenderListDataOptions). */
const option = { contextInfo: 1, listData: 2, listSchema: 4 } as const;

/** Filters and sorts in the address: FilterField1, FilterValue1, FilterOp1, FilterFields1 with FilterValues1 `a;#b`, SortField, SortDir. */
function fromAddress(call: Call, list: List, parameters: URLSearchParams, view: CamlView): CamlView {
  const given = new Map([...parameters].map(([name, one]) => [name.toLowerCase(), one]));
  let { filter, orderBy } = view;
  for (const number of ['', ...Array.from({ length: 10 }, (_, index) => String(index + 1))]) {
    const several = given.get(`filterfields${number}`);
    const name = several ?? given.get(`filterfield${number}`);
    if (name === undefined) continue;
    const field = call.site.fields.byName(list.number, name);
    if (!field) throw badRequest(`The column '${name.slice(0, 64)}' that is to be filtered does not exist.`);
    const texts =
      several === undefined ? [given.get(`filtervalue${number}`) ?? ''] : (given.get(`filtervalues${number}`) ?? '').split(';#');
    const test = texts
      .map((text) => filterXml(field, text, given.get(`filterop${number}`) ?? 'Eq'))
      .reduce((left, right) => `<Or>${left}${right}</Or>`);
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
  const view: CamlView =
    named && stored
      ? {
          ...readViewQuery(stored.ViewQuery, camlContext(call, list)),
          scope: viewScopes[stored.Scope] ?? 'items',
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
  // A title that links to its item comes with the title itself.
  const inView = view.viewFields?.flatMap((name) => (name === 'LinkTitle' ? [name, 'Title'] : name));
  const shown = fields.all(list.number).filter(({ InternalName, Hidden }) => (inView ? inView.includes(InternalName) : !Hidden));
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

/** The rows of a view as a plain table (RenderAsHtml). */
export function viewAsHtml(call: Call, list: List, view: View): string {
  const columns = view.ViewFields.map((name) => call.site.fields.byName(list.number, name)).filter((field) => field !== undefined);
  const page = readPage(
    call.site,
    list,
    {
      ...readViewQuery(view.ViewQuery, camlContext(call, list)),
      dialect: 'caml',
      scope: viewScopes[view.Scope] ?? 'items',
      top: view.RowLimit,
      lookups: lookupsAmong(call, list, view.ViewFields)
    },
    call.access
  );
  const head = columns.map(({ Title }) => `<th>${escapeXml(Title)}</th>`).join('');
  const rows = page.rows.map((row) => {
    const item = itemFromRow(list, row);
    return `<tr>${columns.map((field) => `<td>${escapeXml(textOf(call, item, field))}</td>`).join('')}</tr>`;
  });
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
