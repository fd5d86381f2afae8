import { badQuery, throttled, tooManyLookups } from '../errors';
import type { Access, Trimming } from '../store/access';
import type { Row } from '../store/database';
import { viewThreshold } from '../store/items';
import type { List } from '../store/lists';
import { below } from '../store/permissions';
import type { Site } from '../store/site';
import type { Filter } from './filter';
import { ItemSql, type Dialect } from './item-sql';

/** SharePoint's page when no $top is given, and the most it gives at once. */
const usualPage = 100;
const largestPage = 5000;

/** A query may join this many lookup and person columns. */
export const mostLookups = 12;

/** Which rows of a folder a query is about: SharePoint's Scope of a view. */
export type Scope = 'items' | 'Recursive' | 'RecursiveAll' | 'FilesOnly';

/** What is asked of a list's items. */
export interface ItemQuery {
  dialect: Dialect;
  filter?: Filter;
  orderBy: { path: string; descending: boolean }[];
  /** Rows on a page. */
  top?: number;
  /** Where a page before ended: Paged=TRUE&p_ID=n. */
  skipToken?: string;
  /** Server-relative address of the folder to begin at; by default the list's root. */
  folder?: string;
  scope: Scope;
  /** What $expand names, in lower case. */
  expanded?: ReadonlySet<string>;
  /** Lookup and person columns that the answer shows. */
  lookups: Iterable<string>;
}

/** One page of a list's rows. */
export interface Page {
  rows: Row[];
  /** Position after this page, in the form of $skiptoken; undefined after the last page. */
  nextToken?: string;
}

/** Conditions for the rows that a folder and a scope let through, or none for a whole list. */
function placeConditions(sql: ItemSql, list: List, query: ItemQuery): string[] {
  const folder = (query.folder ?? list.root).replace(/\/$/, '');
  const whole = folder.toLowerCase() === list.root.toLowerCase();
  const conditions: string[] = [];
  if (query.scope === 'items' || query.scope === 'FilesOnly') conditions.push(`fold(item."FileDirRef") = fold(${sql.mark(folder)})`);
  else if (!whole) conditions.push(below(sql.mark(folder), 'item'));
  if (query.scope === 'Recursive' || query.scope === 'FilesOnly') conditions.push('item."FSObjType" = 0');
  return conditions;
}

/**
 * Refuses a query that has to look at more than 5,000 rows. What counts is not what it answers: a condition that no index
 * can answer looks at every row of the list (or of the folder that it begins at), and so does a sort.
 */
function checkThreshold(site: Site, list: List, query: ItemQuery, sorts: { indexed: boolean }[]): void {
  const more = (condition: string, sql: ItemSql): boolean =>
    site.database.get(`SELECT 1 FROM items_${list.number} AS item WHERE ${condition} LIMIT 1 OFFSET ${viewThreshold}`, ...sql.values) !==
    undefined;
  const counting = (): ItemSql => new ItemSql(site, list, everyRow, query.dialect, query.expanded);
  const everything = counting();
  // Folders narrow as an index does; the root's own rows may be as many as the list's.
  const scope = query.scope === 'Recursive' || query.scope === 'RecursiveAll' ? 'RecursiveAll' : 'items';
  const inFolder = query.folder === undefined ? [] : placeConditions(everything, list, { ...query, scope });
  if (!more(inFolder.join(' AND ') || '1', everything)) return;
  if (query.filter) {
    const sql = counting();
    const narrowing = sql.narrowing(query.filter);
    if (narrowing === undefined || more(narrowing, sql)) throw throttled();
  } else if (sorts[0]?.indexed === false) throw throttled();
}

/** Counting rows is not seeing them: SharePoint counts those as well that the user may not see. */
const everyRow: Trimming = { condition: () => '1' };

/** The position in a $skiptoken, as a condition for the rows after it. */
function afterToken(
  sql: ItemSql,
  skipToken: string,
  sorts: { key: string; descending: boolean; path: string }[],
  idDescending: boolean
): string {
  const token = new URLSearchParams(skipToken);
  const after = Number(token.get('p_ID') ?? NaN);
  if (!Number.isInteger(after)) throw badQuery('The value for the query parameter $skiptoken is not valid.');
  // Later rows: equal in the sort keys so far and beyond in the next; finally beyond in ID.
  const alternatives: string[] = [];
  let equal = '1';
  for (const { key, descending, path } of sorts) {
    // What is empty has no part in the position; a text without a letter has one.
    const given = token.get(`p_${path.replace('/', '_')}`);
    if (given === null) {
      // Empty values come first in ascending order, last in descending.
      if (!descending) alternatives.push(`(${equal} AND ${key} IS NOT NULL)`);
      equal = `${equal} AND ${key} IS NULL`;
    } else {
      const mark = sql.mark(/^-?\d+(\.\d+)?$/.test(given) && !key.startsWith('fold(') ? Number(given) : given);
      alternatives.push(descending ? `(${equal} AND (${key} < ${mark} OR ${key} IS NULL))` : `(${equal} AND ${key} > ${mark})`);
      equal = `${equal} AND ${key} = ${mark}`;
    }
  }
  alternatives.push(`(${equal} AND item."ID" ${idDescending ? '<' : '>'} ${sql.mark(after)})`);
  return alternatives.length === 1 ? String(alternatives[0]) : `(${alternatives.join(' OR ')})`;
}

/**
 * Reads one page of a list's items with one query, trimmed to what the user may see.
 *
 * The position is the last row's sort values and ID (as SharePoint's Paged=TRUE&p_ID=n), so that rows added or deleted
 * meanwhile neither repeat nor skip others. $skip is ignored, as SharePoint does on items.
 *
 * @throws SharePointError 500 over the list view threshold and over twelve lookup columns
 */
export function readPage(site: Site, list: List, query: ItemQuery, access: Access): Page {
  const sql = new ItemSql(site, list, access, query.dialect, query.expanded);
  const conditions = query.filter ? [sql.where(query.filter)] : [];
  // Nothing sorts after the ID: it is the row's own.
  const idAt = query.orderBy.findIndex(({ path }) => path.toLowerCase() === 'id');
  const idDescending = query.orderBy[idAt]?.descending ?? false;
  const sorts = (idAt < 0 ? query.orderBy : query.orderBy.slice(0, idAt)).map((order) => ({ ...order, ...sql.sortKey(order.path) }));
  if (new Set([...sql.joined, ...query.lookups]).size > mostLookups) throw tooManyLookups();
  checkThreshold(site, list, query, sorts);
  conditions.push(...placeConditions(sql, list, query));
  if (query.skipToken !== undefined) conditions.push(afterToken(sql, query.skipToken, sorts, idDescending));
  const visible = access.condition(list, 'item', (value) => sql.mark(value));
  if (visible !== '1') conditions.push(visible);
  const size = Math.max(0, Math.min(query.top ?? usualPage, largestPage));
  const order = [
    ...sorts.map(({ key, descending }) => `${key} ${descending ? 'DESC' : 'ASC'}`),
    `item."ID" ${idDescending ? 'DESC' : 'ASC'}`
  ].join(', ');
  const keys = sorts.map(({ key }, index) => `, ${key} AS "sort key ${index}"`).join('');
  const rows = site.database.all(
    `SELECT item.*${keys} FROM ${sql.source(query.filter)}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order} LIMIT ${size + 1}`,
    ...sql.values
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  if (!last) return { rows: rows.slice(0, size) };
  const next = new URLSearchParams([['Paged', 'TRUE']]);
  for (const [index, { path }] of sorts.entries()) {
    const key = last[`sort key ${index}`] ?? null;
    if (key !== null) next.set(`p_${path.replace('/', '_')}`, String(key));
  }
  next.set('p_ID', String(last.ID));
  return { rows: rows.slice(0, size), nextToken: next.toString() };
}
