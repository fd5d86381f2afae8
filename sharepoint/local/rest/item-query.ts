import type { SQLInputValue } from 'node:sqlite';
import { badQuery, expandMissing, propertyNotFound } from '../errors';
import type { Row } from '../store/database';
import { quote, type TypedField } from '../store/fields';
import type { List } from '../store/lists';
import type { Site } from '../store/site';
import type { Filter, Operand } from './filter';
import type { Query } from './query';

/** SharePoint's page when no $top is given, and the most it gives at once. */
const usualPage = 100;
const largestPage = 5000;

/** Names of item properties that differ from the internal names of their columns. */
const columnNames = new Map([
  ['id', 'ID'],
  ['filesystemobjecttype', 'FSObjType'],
  ['odata__uiversionstring', '_UIVersionString']
]);

/** A column in SQL, with what comparing it needs. */
interface Column {
  sql: string;
  /** Compared without regard to case. */
  text: boolean;
  date: boolean;
  multi: boolean;
}

const textColumn = (sql: string): Column => ({ sql, text: true, date: false, multi: false });
const numberColumn = (sql: string): Column => ({ sql, text: false, date: false, multi: false });

const personColumns = new Map<string, Column>([
  ['id', numberColumn('id')],
  ['title', textColumn('title')],
  ['email', textColumn('email')],
  ['username', textColumn('login')],
  ['name', textColumn("'i:0#.f|membership|' || login")]
]);

/** Turns the query on a list's items into SQL. */
class ItemSql {
  public readonly values: SQLInputValue[] = [];

  public constructor(
    private readonly site: Site,
    private readonly list: List,
    /** What $expand names, in lower case. */
    private readonly expanded: ReadonlySet<string>,
    /** What the list's table is called in the query: a lookup to its own list needs two names. */
    private readonly alias = 'item'
  ) {}

  /** @param needsExpand SharePoint takes a lookup in $filter as it is; in $orderby $expand has to name it */
  public column(path: string, needsExpand = false): Column {
    const [name = '', inner, ...rest] = path.split('/');
    if (rest.length > 0) throw badQuery(`The field or property '${path}' is too deep for a query on items.`);
    const lower = name.toLowerCase();
    if (inner === undefined) {
      if (lower === 'fileref') return textColumn(`(${this.alias}."FileDirRef" || '/' || ${this.alias}."FileLeafRef")`);
      if (lower === 'file_x0020_size') return numberColumn(`${this.alias}."FileSize"`);
      const field = this.site.fields.byName(this.list.number, columnNames.get(lower) ?? name);
      if (field && !field.type.refers) return this.plain(field);
      const reference = /Id$/i.test(name) ? this.site.fields.byName(this.list.number, name.slice(0, -2)) : undefined;
      if (reference?.type.refers) return this.single(reference);
      if (field?.type.refers) {
        throw badQuery(
          `The query is not valid: the column '${name}' is a lookup or person column; use ${name}Id or ${name}/Title with $expand.`
        );
      }
      throw propertyNotFound(name);
    }
    const field = this.site.fields.byName(this.list.number, name);
    if (!field?.type.refers) throw propertyNotFound(name);
    if (needsExpand && !this.expanded.has(lower)) throw expandMissing(name);
    const { sql } = this.single(field);
    if (inner.toLowerCase() === 'id') return numberColumn(sql);
    if (field.type.refers === 'person') {
      const person = personColumns.get(inner.toLowerCase());
      if (!person) throw propertyNotFound(path);
      return { ...person, sql: `(SELECT ${person.sql} FROM principals WHERE id = ${sql})` };
    }
    const target = this.site.lists.byId(field.LookupList ?? '');
    const column = new ItemSql(this.site, target, new Set(), 'target').column(inner);
    return {
      ...column,
      sql: `(SELECT ${column.sql} FROM items_${target.number} AS target WHERE target."ID" = ${this.alias}.${quote(field.InternalName)})`
    };
  }

  public where(filter: Filter): string {
    switch (filter.kind) {
      case 'and':
      case 'or':
        return `(${this.where(filter.left)} ${filter.kind.toUpperCase()} ${this.where(filter.right)})`;
      case 'not':
        return `NOT COALESCE(${this.where(filter.inner)}, 0)`;
      case 'test':
        return `COALESCE(${this.operand(filter.operand).sql}, 0)`;
      case 'startswith':
      case 'substringof': {
        const text = this.operand(filter.text);
        if (filter.part.kind !== 'literal' || typeof filter.part.value !== 'string')
          throw badQuery('The query is not valid: text was expected.');
        const at = `instr(fold(${text.sql}), fold(${this.mark(filter.part.value)}))`;
        return filter.kind === 'startswith' ? `${at} = 1` : `${at} > 0`;
      }
      case 'compare':
        return this.compare(filter);
    }
  }

  /** The expression that a column is sorted by. */
  public sortKey(path: string): string {
    const { sql, text, multi } = this.column(path, true);
    if (multi) throw badQuery(`The field '${path}' cannot be used in the query orderby expression.`);
    return text ? `fold(${sql})` : sql;
  }

  /** A parameter of the query. It may be used more than once. */
  public mark(given: SQLInputValue): string {
    return `?${this.values.push(given)}`;
  }

  private plain(field: TypedField): Column {
    const name = field.InternalName;
    if (field.TypeAsString === 'Note' || field.TypeAsString === 'Computed' || field.TypeAsString === 'URL' || name.startsWith('_UI')) {
      throw badQuery(`The field '${name}' of type '${field.TypeAsString}' cannot be used in the query filter expression.`);
    }
    return {
      sql: `${this.alias}.${quote(name)}`,
      text: field.type.text ?? false,
      date: field.TypeAsString === 'DateTime',
      multi: field.type.multi ?? false
    };
  }

  private single(field: TypedField): Column {
    if (field.type.multi) {
      throw badQuery(`The field '${field.InternalName}' of type '${field.TypeAsString}' cannot be used in the query filter expression.`);
    }
    return numberColumn(`${this.alias}.${quote(field.InternalName)}`);
  }

  private operand(operand: Operand): Column {
    if (operand.kind === 'property') return this.column(operand.path);
    if (operand.kind === 'call') {
      const { sql, date } = this.operand(operand.argument);
      if (!date) throw badQuery(`The query is not valid: ${operand.name}() needs a date.`);
      const format = { day: '%d', month: '%m', year: '%Y', hour: '%H', minute: '%M', second: '%S' }[operand.name];
      return numberColumn(`CAST(strftime('${format}', ${sql}) AS INTEGER)`);
    }
    throw badQuery('The query is not valid: a column was expected.');
  }

  private compare({ operator, left, right }: Extract<Filter, { kind: 'compare' }>): string {
    if (left.kind === 'literal' && right.kind !== 'literal') {
      const flipped = { eq: 'eq', ne: 'ne', lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' } as const;
      return this.compare({ kind: 'compare', operator: flipped[operator], left: right, right: left });
    }
    const column = this.operand(left);
    if (right.kind !== 'literal') {
      throw badQuery('The query is not valid: a column can be compared with a value only.');
    }
    const { value } = right;
    if (value === null) {
      if (operator === 'eq') return `${column.sql} IS NULL`;
      if (operator === 'ne') return `${column.sql} IS NOT NULL`;
      return '0';
    }
    const symbol = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' }[operator];
    if (column.multi) {
      if (operator !== 'eq' && operator !== 'ne')
        throw badQuery('The query is not valid: a column of several values can be compared with eq and ne only.');
      const member = `EXISTS (SELECT 1 FROM json_each(${column.sql}) WHERE fold(value) = fold(${this.mark(String(value))}))`;
      return operator === 'eq' ? member : `NOT ${member}`;
    }
    const wanted = this.comparedWith(column, value);
    const compared = column.text
      ? `fold(${column.sql}) ${symbol} fold(${this.mark(wanted)})`
      : `${column.sql} ${symbol} ${this.mark(wanted)}`;
    return operator === 'ne' ? `(${compared} OR ${column.sql} IS NULL)` : compared;
  }

  private comparedWith(column: Column, value: string | number | boolean): SQLInputValue {
    if (column.date) {
      const moment = Date.parse(
        /^\d{4}-\d{2}-\d{2}$/.test(String(value))
          ? `${value}T00:00:00Z`
          : /(Z|[+-]\d{2}:?\d{2})$/.test(String(value))
            ? String(value)
            : `${value}Z`
      );
      if (Number.isNaN(moment)) throw badQuery(`The value '${value}' is not a date.`);
      return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
    }
    if (column.text) return String(value);
    if (typeof value === 'boolean') return value ? 1 : 0;
    const number = Number(value);
    if (Number.isNaN(number)) throw badQuery(`The value '${value}' is not a number.`);
    return number;
  }
}

/** One page of a list's rows. */
export interface Page {
  rows: Row[];
  /** The $skiptoken of the next page, if there is one. */
  nextToken?: string;
}

/**
 * Reads one page of items. One SQL query.
 *
 * The position is the last row's sort values and ID (as SharePoint's Paged=TRUE&p_ID=n), so that rows added or deleted
 * meanwhile neither repeat nor skip others. $skip is ignored, as SharePoint does on items.
 */
export function readPage(site: Site, list: List, query: Query): Page {
  const sql = new ItemSql(site, list, new Set(query.expand.map((path) => String(path.split('/')[0]).toLowerCase())));
  const conditions: string[] = [];
  if (query.filter) conditions.push(sql.where(query.filter));
  // Nothing sorts after the ID: it is the row's own.
  const idAt = query.orderBy.findIndex(({ path }) => path.toLowerCase() === 'id');
  const byId = query.orderBy[idAt];
  const sorts = (idAt < 0 ? query.orderBy : query.orderBy.slice(0, idAt)).map((order) => ({ ...order, key: sql.sortKey(order.path) }));
  const idDescending = byId?.descending ?? false;
  const token = new URLSearchParams(query.skipToken ?? '');
  if (query.skipToken !== undefined) {
    const after = Number(token.get('p_ID') ?? NaN);
    if (!Number.isInteger(after)) throw badQuery('The value for the query parameter $skiptoken is not valid.');
    // Later rows: equal in the sort keys so far and beyond in the next; finally beyond in ID.
    const alternatives: string[] = [];
    let equal = '1';
    for (const { key, descending, path } of sorts) {
      const given = token.get(`p_${path.replace('/', '_')}`) ?? '';
      if (given === '') {
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
    conditions.push(alternatives.length === 1 ? String(alternatives[0]) : `(${alternatives.join(' OR ')})`);
  }
  const size = Math.min(query.top ?? usualPage, largestPage);
  const order = [
    ...sorts.map(({ key, descending }) => `${key} ${descending ? 'DESC' : 'ASC'}`),
    `item."ID" ${idDescending ? 'DESC' : 'ASC'}`
  ].join(', ');
  const keys = sorts.map(({ key }, index) => `, ${key} AS "sort key ${index}"`).join('');
  const rows = site.database.all(
    `SELECT item.*${keys} FROM items_${list.number} AS item${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''} ORDER BY ${order} LIMIT ${size + 1}`,
    ...sql.values
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  if (!last) return { rows: rows.slice(0, size) };
  const next = new URLSearchParams([['Paged', 'TRUE']]);
  sorts.forEach(({ path }, index) => next.set(`p_${path.replace('/', '_')}`, String(last[`sort key ${index}`] ?? '')));
  next.set('p_ID', String(last.ID));
  return { rows: rows.slice(0, size), nextToken: next.toString() };
}
