import { randomUUID } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { badQuery, searchFailed, searchSyntax } from '../../errors';
import { wordsOf } from '../../store/words';
import type { Row } from '../../store/database';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import { isoSeconds } from '../../store/time-zone';
import { webUrl, type Call } from '../call';
import { parseKql, type Kql } from '../kql';
import { asObject, value, type Answer, type Resource } from '../model';
import type { Query } from '../query';

const usualRows = 10;
const mostRows = 500;

/** What search tells of a hit, by the name of its managed property in lower case. */
interface Property {
  name: string;
  type: 'Edm.String' | 'Edm.DateTime' | 'Edm.Int64' | 'Edm.Boolean';
  /** In SQL, of the row "item" of a list and its crawled document "doc". */
  sql(list: List, mark: (value: SQLInputValue) => string, call: Call): string;
  /** Text is found by its words, the rest by its value. */
  text?: boolean;
}

/** What the crawl kept of an item under a name. */
const crawled =
  (name: string): (() => string) =>
  () =>
    `json_extract(doc.properties, '$.${name}')`;
const contentClass = (list: List): string =>
  list.library ? 'STS_ListItem_DocumentLibrary' : list.template === 100 ? 'STS_ListItem_GenericList' : `STS_ListItem_${list.template}`;

const properties = new Map<string, Property>(
  (
    [
      { name: 'Title', type: 'Edm.String', text: true, sql: crawled('title') },
      { name: 'Path', type: 'Edm.String', sql: (_list, mark, call) => `${mark(call.origin)} || doc.path` },
      { name: 'Author', type: 'Edm.String', text: true, sql: crawled('author') },
      { name: 'EditorOWSUSER', type: 'Edm.String', text: true, sql: crawled('editor') },
      { name: 'Created', type: 'Edm.DateTime', sql: crawled('created') },
      { name: 'LastModifiedTime', type: 'Edm.DateTime', sql: crawled('modified') },
      { name: 'Write', type: 'Edm.DateTime', sql: crawled('modified') },
      { name: 'Size', type: 'Edm.Int64', sql: crawled('size') },
      { name: 'FileName', type: 'Edm.String', text: true, sql: crawled('leaf') },
      { name: 'ListItemID', type: 'Edm.Int64', sql: () => 'item."ID"' },
      { name: 'UniqueId', type: 'Edm.String', sql: () => `'{' || upper(item."UniqueId") || '}'` },
      { name: 'ListID', type: 'Edm.String', sql: (list, mark) => mark(list.id) },
      { name: 'contentclass', type: 'Edm.String', sql: (list, mark) => mark(contentClass(list)) },
      {
        name: 'IsDocument',
        type: 'Edm.Boolean',
        sql: (list) => (list.library ? "CASE item.\"FSObjType\" WHEN 0 THEN 'true' ELSE 'false' END" : "'false'")
      },
      { name: 'SPWebUrl', type: 'Edm.String', sql: (_list, mark, call) => mark(webUrl(call)) },
      { name: 'SiteTitle', type: 'Edm.String', text: true, sql: (_list, mark, call) => mark(call.site.web.Title) },
      { name: 'DocId', type: 'Edm.Int64', sql: (list) => `${list.number} * 10000000 + item."ID"` }
    ] satisfies Property[]
  ).map((property) => [property.name.toLowerCase(), property])
);

/** The managed property that a site column has by itself, for example CaseReferenceOWSTEXT. */
const ofSiteColumn = (name: string): Property | undefined =>
  /^[A-Za-z_]\w*(OWSTEXT|OWSMTXT|OWSNMBR|OWSCURR|OWSDATE|OWSBOOL|OWSUSER|OWSURLH|OWSCHCM)$/i.test(name)
    ? {
        name,
        type: 'Edm.String',
        text: true,
        sql: (_list, mark) => `json_extract(doc.properties, '$.' || ${mark(`"${name.toLowerCase()}"`)})`
      }
    : undefined;

const find = (name: string): Property | undefined => properties.get(name.toLowerCase()) ?? ofSiteColumn(name);

/** Turns KQL into SQL over one list's rows. */
class SearchSql {
  public readonly values: SQLInputValue[] = [];

  public constructor(
    private readonly call: Call,
    private readonly list: List
  ) {}

  public readonly mark = (given: SQLInputValue): string => `?${this.values.push(given)}`;

  public where(kql: Kql): string {
    switch (kql.kind) {
      case 'and':
      case 'or':
        return `(${this.where(kql.left)} ${kql.kind.toUpperCase()} ${this.where(kql.right)})`;
      case 'not':
        return `NOT COALESCE(${this.where(kql.inner)}, 0)`;
      case 'words':
        return this.hasWords('doc.words', kql.text, kql.prefix);
      case 'property':
        return this.property(kql);
    }
  }

  public value(property: Property): string {
    return property.sql(this.list, this.mark, this.call);
  }

  private hasWords(sql: string, text: string, prefix: boolean): string {
    const words = wordsOf(text);
    if (words.trim() === '') return '1';
    return `instr(${sql}, ${this.mark(prefix ? words.trimEnd() : words)}) > 0`;
  }

  private property({ name, operator, value: given, prefix }: Extract<Kql, { kind: 'property' }>): string {
    const property = find(name);
    // A property that search does not know is one that nothing has.
    if (!property) return '0';
    const sql = this.value(property);
    const plain = name === 'listid' ? given.replace(/[{}]/g, '') : given;
    if (name === 'path' && operator !== '<>') {
      const start = this.mark(plain.replace(/\/$/, ''));
      return `(fold(${sql}) = fold(${start}) OR instr(fold(${sql}), fold(${start}) || '/') = 1)`;
    }
    if (property.text && operator === ':') return this.hasWords(`words(${sql})`, plain, prefix);
    if (property.type === 'Edm.Int64' || property.type === 'Edm.DateTime') return this.ordered(property, sql, operator, plain);
    if (prefix) return `instr(fold(${sql}), fold(${this.mark(plain)})) = 1`;
    const symbol = operator === ':' ? '=' : operator;
    return `fold(${sql}) ${symbol} fold(${this.mark(plain)})`;
  }

  private ordered(property: Property, sql: string, operator: string, given: string): string {
    const read = (text: string): SQLInputValue => {
      const moment = property.type === 'Edm.DateTime' ? Date.parse(text) : Number(text);
      if (Number.isNaN(moment) || text === '') throw searchSyntax();
      return property.type === 'Edm.DateTime' ? isoSeconds(moment) : moment;
    };
    const range = /^(.+)\.\.(.+)$/.exec(given);
    if (range) return `${sql} BETWEEN ${this.mark(read(String(range[1])))} AND ${this.mark(read(String(range[2])))}`;
    return `${sql} ${operator === ':' ? '=' : operator} ${this.mark(read(given))}`;
  }
}

/** What a search asks for. */
interface SearchRequest {
  text: string;
  select: string[];
  rowLimit: number;
  startRow: number;
  sort: { name: string; descending: boolean }[];
}

/** Looks through all lists that the user may see something of; each hit with the properties asked for. */
function hits(call: Call, request: SearchRequest): Row[] {
  const { site } = call;
  const delay = site.read<number | null>('crawl delay') ?? 0;
  site.crawl.run(isoSeconds(Date.now() - delay * 1000));
  const kql = parseKql(request.text);
  const sorts = request.sort.map(({ name, descending }) => {
    const property = name.toLowerCase() === '[docid]' ? properties.get('docid') : find(name);
    if (!property) throw searchSyntax();
    return { property, descending };
  });
  const shown = request.select.map((name) => ({ name, property: find(name) }));
  const found = site.lists.all().flatMap((list) => {
    const sql = new SearchSql(call, list);
    const columns = shown.map(({ property }, index) => `${property ? sql.value(property) : 'NULL'} AS "cell ${index}"`);
    const keys = sorts.map(({ property }, index) => `${sql.value(property)} AS "sort ${index}"`);
    const visible = call.access.condition(list, 'item', sql.mark);
    const where = kql ? sql.where(kql) : '1';
    return site.database.all(
      `SELECT ${[...columns, ...keys, `${list.number} * 10000000 + item."ID" AS "doc id"`].join(', ')} FROM crawled AS doc
       JOIN items_${list.number} AS item ON item."ID" = doc.item WHERE doc.list = ${list.number} AND ${visible} AND ${where}`,
      ...sql.values
    );
  });
  const compare = (left: unknown, right: unknown): number =>
    left === right ? 0 : left === null ? -1 : right === null ? 1 : (left as string) < (right as string) ? -1 : 1;
  return found.sort((a, b) => {
    for (const [index, { descending }] of sorts.entries()) {
      const order = compare(a[`sort ${index}`] ?? null, b[`sort ${index}`] ?? null) * (descending ? -1 : 1);
      if (order !== 0) return order;
    }
    return Number(a['doc id']) - Number(b['doc id']);
  });
}

const cell = (Key: string, given: unknown, ValueType: string): object => ({
  Key,
  Value: given === null || given === undefined ? null : String(given),
  ValueType
});

/** Serves a search in the shape of SharePoint's result. */
function search(call: Call, request: SearchRequest, name: string): Answer {
  call.access.web(permission.open);
  const started = performance.now();
  const found = hits(call, request);
  const page = found.slice(request.startRow, request.startRow + request.rowLimit);
  const rows = page.map((row) => ({
    Cells: [
      cell('Rank', 0, 'Edm.Double'),
      ...request.select.map((select, index) => {
        const property = find(select);
        return property ? cell(select, row[`cell ${index}`], property.type) : { Key: select, Value: '', ValueType: 'Null' };
      }),
      cell('DocId', row['doc id'], 'Edm.Int64'),
      cell('RenderTemplateId', '~sitecollection/_catalogs/masterpage/Display Templates/Search/Item_Default.js', 'Edm.String')
    ].filter((one, index, all) => all.findIndex((other) => (other as { Key: string }).Key === (one as { Key: string }).Key) === index)
  }));
  const result = {
    ElapsedTime: Math.round(performance.now() - started),
    PrimaryQueryResult: {
      CustomResults: [],
      QueryId: randomUUID(),
      QueryRuleId: '00000000-0000-0000-0000-000000000000',
      RefinementResults: null,
      RelevantResults: {
        GroupTemplateId: null,
        ItemTemplateId: null,
        Properties: [cell('GenerationId', '9223372036854775806', 'Edm.Int64')],
        ResultTitle: null,
        ResultTitleUrl: null,
        RowCount: rows.length,
        Table: { Rows: rows },
        TotalRows: found.length,
        TotalRowsIncludingDuplicates: found.length
      },
      SpecialTermResults: null
    },
    Properties: [cell('RowLimit', request.rowLimit, 'Edm.Int32')],
    SecondaryQueryResults: [],
    SpellingSuggestion: '',
    TriggeredRules: []
  };
  return value(name, result, 'Microsoft.Office.Server.Search.REST.SearchResult');
}

/** Properties and sorts that a search may name. */
const mostNames = 100;

function checked(request: SearchRequest): SearchRequest {
  if (request.select.length > mostNames || request.sort.length > mostNames) throw searchFailed('The search names too many properties.');
  return request;
}

const usualSelection = ['Title', 'Author', 'Size', 'Path', 'Write'];

const listOf = (given: unknown): unknown[] => {
  const found = Array.isArray(given) ? given : (given as { results?: unknown } | null | undefined)?.results;
  return Array.isArray(found) ? found : [];
};

function rowNumber(given: unknown, otherwise: number, most: number): number {
  if (given === undefined || given === null) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0 || number > most) throw searchFailed(`The number of rows must be from 0 to ${most}.`);
  return number;
}

/** Reads the body of postquery: {request: {Querytext, SelectProperties, RowLimit, StartRow, SortList}}. */
function fromBody(body: unknown): SearchRequest {
  const request = asObject(asObject(body).request);
  if (typeof request.Querytext !== 'string') throw badQuery('The Querytext of the search is missing.');
  const select = listOf(request.SelectProperties).map(String);
  return {
    text: request.Querytext,
    select: select.length > 0 ? select : usualSelection,
    rowLimit: rowNumber(request.RowLimit, usualRows, mostRows),
    startRow: rowNumber(request.StartRow, 0, 50_000),
    sort: listOf(request.SortList).map((one) => {
      const { Property: name, Direction } = asObject(one);
      return { name: String(name), descending: Direction === 1 };
    })
  };
}

/** Reads the address of query: querytext='...'&selectproperties='...'&rowlimit=... */
function fromAddress({ parameters }: Query): SearchRequest {
  const given = new Map([...parameters].map(([name, one]) => [name.toLowerCase(), one]));
  const text = (name: string): string | undefined =>
    given
      .get(name)
      ?.replace(/^'(.*)'$/s, '$1')
      .replace(/''/g, "'");
  const split = (name: string): string[] => (text(name) ?? '').split(',').filter((part) => part !== '');
  if (text('querytext') === undefined) throw badQuery('The querytext of the search is missing.');
  const select = split('selectproperties');
  return {
    text: text('querytext') ?? '',
    select: select.length > 0 ? select : usualSelection,
    rowLimit: rowNumber(given.get('rowlimit'), usualRows, mostRows),
    startRow: rowNumber(given.get('startrow'), 0, 50_000),
    sort: split('sortlist').map((part) => ({ name: String(part.split(':')[0]), descending: /:descending$/i.test(part) }))
  };
}

/** _api/search: query and postquery. */
export const searchResource = (call: Call): Resource => ({
  child: ({ name }) => {
    if (name === 'postquery') return { post: (body) => search(call, checked(fromBody(body)), 'postquery') };
    if (name === 'query') return { get: (query) => search(call, checked(fromAddress(query)), 'query') };
    return undefined;
  }
});
