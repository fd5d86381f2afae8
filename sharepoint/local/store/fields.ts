import { randomUUID } from 'node:crypto';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { alreadyExists, badRequest, fieldNotFound, invalidArgument } from '../errors';
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
  MaxLength?: number;
  DateOnly?: boolean;
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

const xml = { ignoreAttributes: false, attributeNamePrefix: '@', parseAttributeValue: false, parseTagValue: false };
const parser = new XMLParser({ ...xml, isArray: (name) => name === 'CHOICE' });
const builder = new XMLBuilder({ ...xml, suppressEmptyNode: true, suppressBooleanAttributes: false });

const isTrue = (value: unknown): boolean => typeof value === 'string' && /^true$/i.test(value);
const asNumber = (value: unknown): number | undefined => (typeof value === 'string' && value !== '' ? Number(value) : undefined);
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** SharePoint writes characters that a name cannot have as _x0020_. */
export function encodeInternalName(title: string): string {
  const encoded = title.replace(/[^A-Za-z0-9_]/g, (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, '0')}_`).slice(0, 32);
  return /^[0-9]/.test(encoded) ? `_x${encoded.charCodeAt(0).toString(16).padStart(4, '0')}_${encoded.slice(1)}`.slice(0, 32) : encoded;
}

/**
 * Reads a <Field> element.
 *
 * @param nameFromXml keep the Name that the XML gives (the option AddFieldInternalNameHint); otherwise it comes from the
 * display name, as SharePoint does it.
 */
export function parseFieldXml(source: string, nameFromXml: boolean): Field {
  let root: Record<string, unknown> | undefined;
  try {
    root = (parser.parse(source, true) as { Field?: Record<string, unknown> }).Field;
  } catch {
    root = undefined;
  }
  if (!root || typeof root !== 'object') throw badRequest('The field XML is not valid.');
  const attribute = (name: string): string | undefined => asText(root[`@${name}`]);
  const title = attribute('DisplayName') ?? attribute('Name');
  const type = attribute('Type');
  if (!title) throw badRequest('The field schema has no DisplayName.');
  const multi = isTrue(root['@Mult']) && (type === 'Lookup' || type === 'User');
  const typeName = multi ? `${type}Multi` : type;
  if (!typeName || !fieldTypes.has(typeName))
    throw invalidArgument(`Field type ${type ?? ''} is not installed properly. Go to the list settings page to delete this field.`);
  const choices = (root.CHOICES as { CHOICE?: unknown[] } | undefined)?.CHOICE;
  return {
    ...defaults,
    Id: (attribute('ID') ?? `{${randomUUID()}}`).replace(/[{}]/g, '').toLowerCase(),
    InternalName: (nameFromXml && attribute('Name')) || encodeInternalName(title),
    StaticName: attribute('StaticName') ?? ((nameFromXml && attribute('Name')) || encodeInternalName(title)),
    Title: title,
    TypeAsString: typeName,
    Description: attribute('Description') ?? '',
    Group: attribute('Group') ?? defaults.Group,
    DefaultValue: asText(root.Default) ?? null,
    Required: isTrue(root['@Required']),
    Indexed: isTrue(root['@Indexed']),
    EnforceUniqueValues: isTrue(root['@EnforceUniqueValues']),
    ReadOnlyField: isTrue(root['@ReadOnly']),
    Hidden: isTrue(root['@Hidden']),
    Choices: choices ? choices.map((choice) => String(choice)) : undefined,
    FillInChoice: isTrue(root['@FillInChoice']) || undefined,
    LookupList: attribute('List')?.replace(/[{}]/g, '').toLowerCase(),
    LookupField: attribute('ShowField'),
    MaxLength: asNumber(root['@MaxLength']),
    DateOnly: type === 'DateTime' ? attribute('Format') === 'DateOnly' : undefined,
    RichText: type === 'Note' ? isTrue(root['@RichText']) : undefined,
    NumberOfLines: asNumber(root['@NumLines']),
    AppendOnly: type === 'Note' ? isTrue(root['@AppendOnly']) : undefined,
    MinimumValue: asNumber(root['@Min']),
    MaximumValue: asNumber(root['@Max']),
    Decimals: asNumber(root['@Decimals']),
    SelectionMode: type === 'User' ? (attribute('UserSelectionMode') === 'PeopleAndGroups' ? 1 : 0) : undefined
  };
}

/** What a column has when nobody said otherwise. */
export const defaults = {
  Description: '',
  Group: 'Custom Columns',
  DefaultValue: null,
  Required: false,
  Indexed: false,
  EnforceUniqueValues: false,
  ReadOnlyField: false,
  Hidden: false,
  FromBaseType: false
} as const;

/** The <Field> element that SharePoint gives as SchemaXml. */
export function fieldXml(field: Field): string {
  const flag = (value: boolean | undefined): string | undefined => (value ? 'TRUE' : undefined);
  const attributes: Record<string, string | number | undefined> = {
    ID: `{${field.Id}}`,
    Type: field.TypeAsString,
    Name: field.InternalName,
    StaticName: field.StaticName,
    DisplayName: field.Title,
    Description: field.Description || undefined,
    Group: field.Group,
    Required: field.Required ? 'TRUE' : 'FALSE',
    Indexed: flag(field.Indexed),
    EnforceUniqueValues: flag(field.EnforceUniqueValues),
    ReadOnly: flag(field.ReadOnlyField),
    Hidden: flag(field.Hidden),
    List: field.LookupList && `{${field.LookupList}}`,
    ShowField: field.LookupField,
    Mult: flag(field.TypeAsString.endsWith('Multi')),
    MaxLength: field.MaxLength,
    Format: field.DateOnly ? 'DateOnly' : undefined,
    RichText: flag(field.RichText),
    NumLines: field.NumberOfLines,
    AppendOnly: flag(field.AppendOnly),
    Min: field.MinimumValue,
    Max: field.MaximumValue,
    Decimals: field.Decimals
  };
  const element: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element[`@${name}`] = String(value);
  if (field.DefaultValue !== null) element.Default = field.DefaultValue;
  if (field.Choices) element.CHOICES = { CHOICE: field.Choices };
  return builder.build({ Field: element });
}

const fromRow = (row: Row): TypedField => {
  const field = JSON.parse(String(row.properties)) as Field;
  const type = fieldTypes.get(field.TypeAsString);
  if (!type) throw new Error(`Column type ${field.TypeAsString} in the store is not known.`);
  return { ...field, type };
};

/** Quotes a column or table name for SQL. */
export const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`;

const indexLimit = 20;

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
    const unique = field.EnforceUniqueValues;
    const indexed = { ...field, Indexed: field.Indexed || unique };
    this.database.reshape(`ALTER TABLE items_${list} ADD COLUMN ${quote(field.InternalName)} ${type.sql}`);
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
    this.database.reshape(
      `DROP INDEX IF EXISTS ${quote(`items_${list}_${field.InternalName}`)}; ALTER TABLE items_${list} DROP COLUMN ${quote(field.InternalName)}`
    );
    this.database.run('DELETE FROM fields WHERE list = ? AND name = ?', list, field.InternalName);
    this.forget(list);
  }

  public forget(list: number): void {
    this.known.delete(list);
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
    if ((field.Indexed || field.EnforceUniqueValues) && !type.indexable) {
      throw badRequest(`The field '${field.Title}' cannot be indexed: its type does not allow it.`);
    }
    const indexed = this.all(list).filter((other) => other.Indexed && !other.FromBaseType && other.InternalName !== field.InternalName);
    if (field.Indexed && indexed.length >= indexLimit) {
      throw badRequest('The maximum number of indexed columns for this list has been reached. Remove an index before adding another.');
    }
    if (type.refers === 'lookup') {
      if (!field.LookupList) throw invalidArgument('The lookup list of the field is missing.');
      if (!this.database.get('SELECT 1 FROM lists WHERE id = ?', field.LookupList)) {
        throw invalidArgument('The lookup list of the field does not exist on this site.');
      }
    }
  }

  private checkNoDuplicates(list: number, field: Field, type: FieldType): void {
    const value = type.text ? `fold(${quote(field.InternalName)})` : quote(field.InternalName);
    const twice = this.database.get(`SELECT 1 FROM items_${list} WHERE ${value} IS NOT NULL GROUP BY ${value} HAVING COUNT(*) > 1 LIMIT 1`);
    if (twice) throw badRequest('This field contains duplicate values. Remove them before you set the field to enforce unique values.');
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
    for (let n = 0; this.byName(list, name); n += 1) name = `${wanted}${n}`;
    return name;
  }
}
