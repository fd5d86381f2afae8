import { alreadyExists, badRequest, fieldNotFound, invalidArgument, throttled } from '../errors';
import { builtInFields } from './built-in-fields';
import type { Database, Row } from './database';
import { fieldTypes, type FieldType } from './field-types';

/** A column of a list. Property names are SharePoint's own. */
export interface Field {
  Id: string;
  InternalName: string;
  StaticName: string;
  Title: string;
  TypeAsString: string;
  Description: string;
  Group: string;
  DefaultValue: string | null;
  Required: boolean;
  Indexed: boolean;
  EnforceUniqueValues: boolean;
  ReadOnlyField: boolean;
  Hidden: boolean;
  FromBaseType: boolean;
  Choices?: string[];
  FillInChoice?: boolean;
  /** Lookups: the list's id and the column shown. */
  LookupList?: string;
  LookupField?: string;
  /** A projected column: the id of the lookup column whose row it shows another column of. */
  PrimaryFieldId?: string;
  MaxLength?: number;
  DateOnly?: boolean;
  /** Of a link: it is an address of a picture, shown as that. */
  Picture?: boolean;
  RichText?: boolean;
  NumberOfLines?: number;
  AppendOnly?: boolean;
  MinimumValue?: number;
  MaximumValue?: number;
  Decimals?: number;
  SelectionMode?: number;
  ValidationFormula?: string | null;
  ValidationMessage?: string | null;
  JSLink?: string;
  CustomFormatter?: string | null;
}

/** A column's settings with what its type can do. */
export interface TypedField extends Field {
  type: FieldType;
}

const fromRow = (row: Row): TypedField => {
  const field = JSON.parse(String(row.properties)) as Field;
  const type = fieldTypes.get(field.TypeAsString);
  if (!type) throw new Error(`Column type ${field.TypeAsString} in the store is not known.`);
  return { ...field, type };
};

/** Quotes a column or table name for SQL. */
export const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`;

/** The list's table has a column of this name for itself. */
const reserved = new Set(['filesize', 'scopeid', 'checkoutuser', 'attachments']);
/** Columns of SharePoint's own that can be indexed; the others are no columns of the list's table, or none to search by. */
const indexableOwn = new Set(['ID', 'Title', 'Created', 'Modified', 'Author', 'Editor', 'FileLeafRef']);

const indexLimit = 20;
/** A list with more rows gets no further index. */
const mostRowsToIndex = 20_000;

/** Refuses a default that the column could not hold: no item could be added any more. */
function checkDefault(field: Field, type: FieldType): void {
  const text = field.DefaultValue;
  if (text === null || text === '' || (field.TypeAsString === 'DateTime' && text.toLowerCase() === '[today]')) return;
  if (field.TypeAsString !== 'Boolean') type.read(type.multi ? [text] : text, field);
  else if (!/^(?:0|1|true|false|yes|no)$/i.test(text)) throw badRequest('The default value is not valid.');
}

/** The columns of lists, kept in the table `fields` and as columns of each list's own table. */
export class Fields {
  /** Reading columns is part of every request: kept until one of the list's columns changes. */
  private readonly known = new Map<number, TypedField[]>();

  public constructor(private readonly database: Database) {}

  /** All columns of a list in their order. */
  public all(list: number): TypedField[] {
    let fields = this.known.get(list);
    if (!fields) {
      fields = this.database.all('SELECT properties FROM fields WHERE list = ? ORDER BY position', list).map(fromRow);
      this.known.set(list, fields);
    }
    return fields;
  }

  /** A column by internal name, as every query needs it. */
  public byName(list: number, name: string): TypedField | undefined {
    const wanted = name.toLowerCase();
    return this.all(list).find((field) => field.InternalName.toLowerCase() === wanted);
  }

  /** A column by internal name or title, as getByInternalNameOrTitle finds it. Throws SharePoint's error if there is none. */
  public byNameOrTitle(list: number, name: string): TypedField {
    const wanted = name.toLowerCase();
    const found = this.byName(list, name) ?? this.all(list).find((field) => field.Title.toLowerCase() === wanted);
    if (!found) throw fieldNotFound(name);
    return found;
  }

  /** Adds the columns that every list of this base type has. */
  public addBuiltIn(list: number, library: boolean): void {
    for (const field of builtInFields(library)) this.insert(list, field);
  }

  /** Adds a column; the list's table gets a column of the same name. */
  public add(list: number, given: Field): TypedField {
    const field = { ...given, InternalName: this.freeName(list, given.InternalName) };
    const type = fieldTypes.get(field.TypeAsString);
    if (!type) throw invalidArgument('Invalid field type.');
    if (this.all(list).some(({ Id }) => Id === field.Id)) {
      throw alreadyExists(`A duplicate field name "${field.InternalName}" was found.`);
    }
    this.checkSettings(list, field, type);
    this.checkNoScopes(list, field, false);
    const unique = field.EnforceUniqueValues;
    const indexed = { ...field, Indexed: field.Indexed || unique };
    // A projected column has the value of the lookup column that it goes with.
    const primary = this.all(list).find(({ Id }) => Id === field.PrimaryFieldId);
    const same = primary ? ` GENERATED ALWAYS AS (${quote(primary.InternalName)}) VIRTUAL` : '';
    this.database.reshape(`ALTER TABLE items_${list} ADD COLUMN ${quote(field.InternalName)} ${type.sql}${same}`);
    this.insert(list, indexed);
    this.setIndex(list, indexed, type);
    return { ...indexed, type };
  }

  /** Changes a column's settings; its internal name and its type stay. */
  public update(list: number, name: string, changes: Partial<Field>): TypedField {
    const { type, ...current } = this.byNameOrTitle(list, name);
    const field: Field = { ...current, ...changes };
    if (field.EnforceUniqueValues) field.Indexed = true;
    this.checkSettings(list, field, type);
    if (field.EnforceUniqueValues && !current.EnforceUniqueValues) this.checkNoDuplicates(list, field, type);
    this.checkNoScopes(list, field, current.EnforceUniqueValues);
    this.database.run(
      'UPDATE fields SET title = ?, properties = ? WHERE list = ? AND name = ?',
      field.Title,
      JSON.stringify(field),
      list,
      field.InternalName
    );
    this.forget(list);
    this.setIndex(list, field, type);
    return { ...field, type };
  }

  public remove(list: number, name: string): void {
    const field = this.byNameOrTitle(list, name);
    if (field.FromBaseType) throw badRequest('The field cannot be deleted because it is a base field of the list.');
    for (const other of this.all(list)) if (other.PrimaryFieldId === field.Id) this.remove(list, other.InternalName);
    this.database.reshape(
      `DROP INDEX IF EXISTS ${quote(`items_${list}_${field.InternalName}`)}; ALTER TABLE items_${list} DROP COLUMN ${quote(field.InternalName)}`
    );
    this.forgetKept(list, field.InternalName);
    this.database.run('DELETE FROM fields WHERE list = ? AND name = ?', list, field.InternalName);
    this.forget(list);
  }

  public forget(list: number): void {
    this.known.delete(list);
  }

  /** A column that is made again under a name may be of another type: versions and recycled rows lose the old values. */
  private forgetKept(list: number, name: string): void {
    const path = `$."${name}"`;
    this.database.run('UPDATE versions SET properties = json_remove(properties, ?) WHERE list = ?', path, list);
    for (const { id, properties } of this.database.all('SELECT id, properties FROM recycle_bin WHERE list = ?', list)) {
      const kept = JSON.parse(String(properties)) as { rows: Record<string, unknown>[] };
      for (const row of kept.rows) delete row[name];
      this.database.run('UPDATE recycle_bin SET properties = ? WHERE id = ?', JSON.stringify(kept), String(id));
    }
  }

  private insert(list: number, field: Field): void {
    const next = Number(this.database.get('SELECT COALESCE(MAX(position), 0) + 1 AS next FROM fields WHERE list = ?', list)?.next);
    this.database.run(
      'INSERT INTO fields (list, name, position, id, title, properties) VALUES (?, ?, ?, ?, ?, ?)',
      list,
      field.InternalName,
      next,
      field.Id,
      field.Title,
      JSON.stringify(field)
    );
    this.forget(list);
  }

  private checkSettings(list: number, field: Field, type: FieldType): void {
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(field.InternalName)) throw badRequest(`The field name '${field.InternalName}' is not valid.`);
    const own = field.FromBaseType && !indexableOwn.has(field.InternalName);
    if (field.AppendOnly && field.TypeAsString !== 'Note') throw badRequest(`The field '${field.Title}' cannot append: it is not a note.`);
    if ((field.Indexed || field.EnforceUniqueValues) && (!type.indexable || own)) {
      throw badRequest(`The field '${field.Title}' cannot be indexed: its type does not allow it.`);
    }
    checkDefault(field, type);
    const indexed = this.all(list).filter(
      (other) => other.Indexed && other.InternalName !== 'ID' && other.InternalName !== field.InternalName
    );
    const already = this.byName(list, field.InternalName)?.Indexed ?? false;
    if (field.Indexed && !already && this.database.get(`SELECT 1 FROM items_${list} LIMIT 1 OFFSET ${mostRowsToIndex}`)) throw throttled();
    if (field.Indexed && indexed.length >= indexLimit) {
      throw badRequest('The maximum number of indexed columns for this list has been reached. Remove an index before adding another.');
    }
    if (type.refers === 'lookup') {
      if (!field.LookupList) throw invalidArgument('The lookup list of the field is missing.');
      if (field.PrimaryFieldId !== undefined && field.EnforceUniqueValues)
        throw badRequest('A projected column cannot enforce unique values.');
      if (!this.database.get('SELECT 1 FROM lists WHERE id = ? AND recycled IS NULL', field.LookupList)) {
        throw invalidArgument('The lookup list of the field does not exist on this site.');
      }
      this.checkShown(field);
    }
  }

  /** A lookup cannot show another lookup: nobody could tell where that ends. */
  private checkShown(field: Field): void {
    const target = this.database.get('SELECT number FROM lists WHERE id = ?', field.LookupList ?? '');
    const shown = target && this.byName(Number(target.number), field.LookupField ?? 'Title');
    const itself = target && field.LookupField?.toLowerCase() === field.InternalName.toLowerCase();
    if (shown?.type.refers === 'lookup' || (itself && !shown)) throw invalidArgument('A lookup column cannot show another lookup column.');
  }

  private checkNoDuplicates(list: number, field: Field, type: FieldType): void {
    const value = type.text ? `fold(${quote(field.InternalName)})` : quote(field.InternalName);
    const twice = this.database.get(`SELECT 1 FROM items_${list} WHERE ${value} IS NOT NULL GROUP BY ${value} HAVING COUNT(*) > 1 LIMIT 1`);
    if (twice) throw badRequest('This field contains duplicate values. Remove them before you set the field to enforce unique values.');
  }

  /** Unique values look at every row: they do not go together with rows that have permissions of their own. */
  private checkNoScopes(list: number, field: Field, before: boolean): void {
    if (!field.EnforceUniqueValues || before) return;
    if (this.database.get('SELECT 1 FROM scopes WHERE list = ? AND item IS NOT NULL LIMIT 1', list)) {
      throw badRequest('The column cannot enforce unique values: items of the list have unique permissions.');
    }
  }

  private setIndex(list: number, field: Field, type: FieldType): void {
    const index = quote(`items_${list}_${field.InternalName}`);
    const column = quote(field.InternalName);
    this.database.reshape(`DROP INDEX IF EXISTS ${index}`);
    if (field.Indexed) this.database.reshape(`CREATE INDEX ${index} ON items_${list} (${type.text ? `fold(${column})` : column})`);
  }

  /** SharePoint adds a number to a name that is taken: Title0, Title1. */
  private freeName(list: number, wanted: string): string {
    let name = wanted;
    for (let n = 0; this.byName(list, name) || reserved.has(name.toLowerCase()); n += 1) name = `${wanted}${n}`;
    return name;
  }
}
