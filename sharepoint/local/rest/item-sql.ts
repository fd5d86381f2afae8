import type { SQLInputValue } from 'node:sqlite';
import { badQuery, expandMissing, propertyNotFound } from '../errors';
import type { Trimming } from '../store/access';
import { quote, type TypedField } from '../store/fields';
import type { List } from '../store/lists';
import type { Site } from '../store/site';
import { isoSeconds, withinDates } from '../store/time-zone';
import type { Filter, Operand } from './filter';

/** Names of item properties that differ from the internal names of their columns. */
const columnNames = new Map([
  ['id', 'ID'],
  ['filesystemobjecttype', 'FSObjType'],
  ['odata__uiversionstring', '_UIVersionString'],
  ['linktitle', 'Title'],
  ['linktitlenomenu', 'Title'],
  ['linkfilename', 'FileLeafRef'],
  ['linkfilenamenomenu', 'FileLeafRef']
]);

/** More values than any real query compares with. */
const mostValues = 10_000;

/** A column in SQL, with what comparing it needs. */
interface Column {
  sql: string;
  /** Compared without regard to case. */
  text: boolean;
  date: boolean;
  multi: boolean;
  /** Has an index of its own, so that a condition on it narrows what is looked at. */
  indexed: boolean;
  /** A column of several lookups: what one of its ids is compared as. */
  each?: (id: string) => string;
}

const textColumn = (sql: string): Column => ({ sql, text: true, date: false, multi: false, indexed: false });
const numberColumn = (sql: string, indexed = false): Column => ({ sql, text: false, date: false, multi: false, indexed });

const personColumns = new Map<string, Column>([
  ['id', numberColumn('id')],
  ['title', textColumn('title')],
  ['email', textColumn('email')],
  ['username', textColumn('login')],
  ['name', textColumn("CASE WHEN login LIKE 'c:0%' OR kind = 'group' THEN login ELSE 'i:0#.f|membership|' || login END")]
]);

/** Which language a query is written in: they differ in what they may ask of a column. */
export type Dialect = 'odata' | 'caml';

/** What a chain of "and" joins, from its first to its last. */
const conditionsOf = (filter: Filter): Filter[] =>
  filter.kind === 'and' ? [...conditionsOf(filter.left), ...conditionsOf(filter.right)] : [filter];

/** The column that a comparison is about. */
function columnOf(filter: Filter | undefined): string | undefined {
  if (filter?.kind !== 'compare') return undefined;
  const column = filter.left.kind === 'property' ? filter.left : filter.right;
  return column.kind === 'property' ? column.path.toLowerCase() : undefined;
}

/** Turns the query on a list's items into SQL. */
export class ItemSql {
  public readonly values: SQLInputValue[] = [];
  /** Lookup and person columns that the conditions and sorts have named. */
  public readonly joined = new Set<string>();

  public constructor(
    private readonly site: Site,
    private readonly list: List,
    private readonly access: Trimming,
    private readonly dialect: Dialect,
    /** What $expand names, in lower case. */
    private readonly expanded: ReadonlySet<string> = new Set(),
    /** What the list's table is called in the query: a lookup to its own list needs two names. */
    private readonly alias = 'item',
    values: SQLInputValue[] = []
  ) {
    this.values = values;
  }

  /** @param needsExpand SharePoint takes a lookup in $filter as it is; in $orderby $expand has to name it */
  public column(path: string, needsExpand = false): Column {
    const [name = '', inner, ...rest] = path.split('/');
    if (rest.length > 0) throw badQuery(`The field or property '${path}' is too deep for a query on items.`);
    const lower = name.toLowerCase();
    if (inner === undefined) {
      if (lower === 'fileref') return textColumn(`(${this.alias}."FileDirRef" || '/' || ${this.alias}."FileLeafRef")`);
      if (lower === 'file_x0020_size') return numberColumn(`${this.alias}."FileSize"`);
      if (lower === 'contenttypeid') return textColumn(`CASE ${this.alias}."FSObjType" WHEN 1 THEN '0x0120' ELSE '0x01' END`);
      if (lower === 'contenttype') return textColumn(this.contentType());
      const field = this.site.fields.byName(this.list.number, columnNames.get(lower) ?? name);
      if (field && !field.type.refers) return this.plain(field);
      const reference = /Id$/i.test(name) ? this.site.fields.byName(this.list.number, name.slice(0, -2)) : undefined;
      if (reference?.type.refers) return this.ids(reference);
      if (field?.type.refers) {
        if (this.dialect === 'caml') return this.column(`${name}/${this.shown(field)}`);
        throw badQuery(
          `The query is not valid: the column '${name}' is a lookup or person column; use ${name}Id or ${name}/Title with $expand.`
        );
      }
      throw propertyNotFound(name);
    }
    const field = this.site.fields.byName(this.list.number, name);
    if (!field?.type.refers) throw propertyNotFound(name);
    if (needsExpand && !this.expanded.has(lower)) throw expandMissing(name);
    const ids = this.ids(field);
    if (inner.toLowerCase() === 'id') return ids;
    const target = this.target(field, inner);
    if (ids.each) return { ...ids, text: target.text, date: target.date, each: (id) => this.lookUp(field, target, id) };
    return { ...target, sql: this.lookUp(field, target, ids.sql), indexed: false };
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
      case 'substringof':
        return this.part(filter);
      case 'in':
        return filter.values.length === 0
          ? '0'
          : `(${filter.values.map((value) => this.equals(this.column(filter.path), value)).join(' OR ')})`;
      case 'member': {
        const column = this.column(filter.path);
        const ids = this.mark(JSON.stringify(filter.principals));
        return column.multi
          ? `EXISTS (SELECT 1 FROM json_each(${column.sql}) WHERE value IN (SELECT value FROM json_each(${ids})))`
          : `${column.sql} IN (SELECT value FROM json_each(${ids}))`;
      }
      case 'compare':
        return this.compare(filter);
    }
  }

  /**
   * The part of a filter that an index can answer: its first condition, if that is on an indexed column. SharePoint looks
   * at every row that this lets through. Without one it looks at all.
   */
  public narrowing(filter: Filter): string | undefined {
    switch (filter.kind) {
      case 'and': {
        const chain = conditionsOf(filter);
        const first = this.narrowing(chain[0] ?? filter.left);
        if (first === undefined) return undefined;
        // Two ends of a range are one condition to an index.
        const same = chain.slice(1).filter((other) => columnOf(other) !== undefined && columnOf(other) === columnOf(chain[0]));
        return [first, ...same.map((other) => this.narrowing(other) ?? '1')].join(' AND ');
      }
      case 'or': {
        const left = this.narrowing(filter.left);
        const right = left && this.narrowing(filter.right);
        return right && `((${left}) OR (${right}))`;
      }
      case 'compare': {
        const [column, other] = filter.left.kind === 'property' ? [filter.left, filter.right] : [filter.right, filter.left];
        const narrows =
          column.kind === 'property' && other.kind === 'literal' && filter.operator !== 'ne' && this.column(column.path).indexed;
        return narrows ? this.compare(filter) : undefined;
      }
      case 'startswith':
        return filter.text.kind === 'property' && this.column(filter.text.path).indexed ? this.part(filter) : undefined;
      case 'in':
      case 'member':
        return this.column(filter.path).indexed ? this.where(filter) : undefined;
      default:
        return undefined;
    }
  }

  /**
   * The table that a query reads: where an index answers its first condition, the rows that this lets through, as
   * SharePoint does. Left to itself the database may take the index of another condition, which lets through more. What
   * begins with the ID is read in its order, and stopped when the page is full.
   */
  public source(filter: Filter | undefined): string {
    const table = `items_${this.list.number}`;
    const first = filter && conditionsOf(filter)[0];
    const known = this.values.length;
    const narrowing = filter && columnOf(first) !== 'id' ? this.narrowing(filter) : undefined;
    // Values of what is not asked after all are none of the query's.
    const used = Array.from((narrowing ?? '').matchAll(/\?(\d+)/g), ([, index]) => Number(index));
    this.values.length = Math.max(known, ...used);
    if (narrowing === undefined) return `${table} AS ${this.alias}`;
    return `(SELECT ${this.alias}."ID" AS narrowed FROM ${table} AS ${this.alias} WHERE ${narrowing}) CROSS JOIN ${table} AS ${this.alias} ON ${this.alias}."ID" = narrowed`;
  }

  /** The expression that a column is sorted by. */
  public sortKey(path: string): { key: string; indexed: boolean } {
    const { sql, text, multi, indexed } = this.column(path, this.dialect === 'odata');
    if (multi) throw badQuery(`The field '${path}' cannot be used in the query orderby expression.`);
    return { key: text ? `fold(${sql})` : sql, indexed };
  }

  /** A parameter of the query. It may be used more than once. */
  public mark(given: SQLInputValue): string {
    if (this.values.length >= mostValues) throw badQuery('The query is too complex.');
    return `?${this.values.push(given)}`;
  }

  private contentType(): string {
    return `CASE ${this.alias}."FSObjType" WHEN 1 THEN 'Folder' ELSE '${this.list.library ? 'Document' : 'Item'}' END`;
  }

  /** What a lookup column shows of the row it points to. */
  private shown(field: TypedField): string {
    return field.type.refers === 'person' ? 'Title' : (field.LookupField ?? 'Title');
  }

  private plain(field: TypedField): Column {
    const name = field.InternalName;
    const refused = this.dialect === 'caml' ? ['Computed'] : ['Note', 'Computed', 'URL'];
    if (refused.includes(field.TypeAsString) || name.startsWith('_UI')) {
      throw badQuery(`The field '${name}' of type '${field.TypeAsString}' cannot be used in the query filter expression.`);
    }
    const sql = `${this.alias}.${quote(name)}`;
    return {
      sql: field.TypeAsString === 'URL' ? `json_extract(${sql}, '$.Url')` : sql,
      text: field.type.text ?? field.TypeAsString === 'URL',
      date: field.TypeAsString === 'DateTime',
      multi: field.type.multi ?? false,
      indexed: field.Indexed
    };
  }

  /** The ids that a lookup or person column holds. */
  private ids(field: TypedField): Column {
    this.joined.add(field.InternalName);
    const sql = `${this.alias}.${quote(field.InternalName)}`;
    if (!field.type.multi) return numberColumn(sql, field.Indexed);
    if (this.dialect === 'odata') {
      throw badQuery(`The field '${field.InternalName}' of type '${field.TypeAsString}' cannot be used in the query filter expression.`);
    }
    return { ...numberColumn(sql), multi: true, each: (id) => id };
  }

  /** The column of the row that a lookup points to, seen from a query of its own. */
  private target(field: TypedField, inner: string): Column {
    if (field.type.refers === 'person') {
      const person = personColumns.get(inner.toLowerCase());
      if (!person) throw propertyNotFound(`${field.InternalName}/${inner}`);
      return person;
    }
    const list = this.site.lists.byId(field.LookupList ?? '');
    return new ItemSql(this.site, list, this.access, this.dialect, new Set(), 'target', this.values).column(inner);
  }

  /** The value behind an id; of a row that the user may not see there is none. */
  private lookUp(field: TypedField, target: Column, id: string): string {
    if (field.type.refers === 'person') return `(SELECT ${target.sql} FROM principals WHERE id = ${id})`;
    const list = this.site.lists.byId(field.LookupList ?? '');
    const visible = this.access.condition(list, 'target', (value) => this.mark(value));
    return `(SELECT ${target.sql} FROM items_${list.number} AS target WHERE target."ID" = ${id} AND ${visible})`;
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

  private part({ kind, text, part }: Extract<Filter, { kind: 'startswith' | 'substringof' }>): string {
    const column = this.operand(text);
    if (part.kind !== 'literal' || typeof part.value !== 'string') throw badQuery('The query is not valid: text was expected.');
    const wanted = part.value;
    if (column.multi) {
      const value = column.each ? column.each('value') : 'value';
      return `EXISTS (SELECT 1 FROM json_each(${column.sql}) WHERE instr(fold(${value}), fold(${this.mark(wanted)})) ${kind === 'startswith' ? '= 1' : '> 0'})`;
    }
    const folded = `fold(${column.sql})`;
    if (kind === 'substringof' || wanted === '')
      return `instr(${folded}, fold(${this.mark(wanted)})) ${kind === 'startswith' ? '= 1' : '> 0'}`;
    // A range, which an index can answer; nothing sorts after the last character there is.
    const from = this.mark(wanted);
    return `(${folded} >= fold(${from}) AND ${folded} < fold(${from}) || char(1114111))`;
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
    if (operator === 'eq') return this.equals(column, value);
    if (operator === 'ne') {
      const others = `NOT COALESCE(${this.equals(column, value)}, 0)`;
      // OData's "ne" takes in empty ones; CAML's Neq does not.
      return this.dialect === 'odata' ? others : `(${column.sql} IS NOT NULL AND ${others})`;
    }
    if (column.multi) throw badQuery('The query is not valid: a column of several values can be compared with eq and ne only.');
    const symbol = { lt: '<', le: '<=', gt: '>', ge: '>=' }[operator];
    const wanted = this.mark(this.comparedWith(column, value));
    return column.text ? `fold(${column.sql}) ${symbol} fold(${wanted})` : `${column.sql} ${symbol} ${wanted}`;
  }

  private equals(column: Column, value: string | number | boolean): string {
    if (column.multi) {
      const each = column.each ? column.each('value') : 'value';
      return `EXISTS (SELECT 1 FROM json_each(${column.sql}) WHERE fold(CAST(${each} AS TEXT)) = fold(${this.mark(String(value))}))`;
    }
    const wanted = this.mark(this.comparedWith(column, value));
    return column.text ? `fold(${column.sql}) = fold(${wanted})` : `${column.sql} = ${wanted}`;
  }

  private comparedWith(column: Column, value: string | number | boolean): SQLInputValue {
    if (column.date) {
      const text = String(value);
      const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
      const moment = Date.parse(full);
      if (Number.isNaN(moment)) throw badQuery(`The value '${value}' is not a date.`);
      return isoSeconds(withinDates(moment));
    }
    if (column.text) return String(value);
    if (typeof value === 'boolean') return value ? 1 : 0;
    const number = Number(value);
    if (Number.isNaN(number) || String(value).trim() === '') throw badQuery(`The value '${value}' is not a number.`);
    return number;
  }
}
