import { badQuery, invalidLookup, unknownProperty } from '../../errors';
import { encodeInternalName } from '../../store/field-xml';
import type { Stored } from '../../store/field-types';
import type { TypedField } from '../../store/fields';
import { pathOf, type Item, type Values } from '../../store/items';
import type { List } from '../../store/lists';
import { writeDate, writeNumber } from '../../store/locale';
import { escapeXml } from '../../escape';
import type { Call } from '../call';
import { asObject, plainProperties, type Entity } from '../model';

/** OData's name for the items of a list, for example SP.Data.MembersListItem. */
export const itemType = (list: List): string => {
  const name = encodeInternalName(String(list.root.split('/').pop()));
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return `SP.Data.${capital}${list.library ? 'Item' : 'ListItem'}`;
};

/** SharePoint cannot show a name that begins with an underscore in OData. */
export const propertyName = (internalName: string): string => (internalName.startsWith('_') ? `OData_${internalName}` : internalName);

/** The same where the object model's names show through: every underscore is written out. */
export const versionName = (internalName: string): string =>
  propertyName(internalName).replace(/_/g, '_x005f_').replace('OData_x005f_', 'OData_');

/** The label of a version. */
export const labelOf = (version: number): string => `${version}.0`;

/** A user or group that a person column names. */
export interface Person {
  id: number;
  title: string;
  email: string;
  login: string;
}

/** Who a person column's id is. */
export function personOf(call: Call, id: number): Person | undefined {
  const user = call.site.principals.userById(id);
  if (user) return { id, title: user.title, email: user.email, login: user.login };
  const group = call.site.principals.groupById(id);
  return group && { id, title: group.title, email: '', login: group.title };
}

/** The item that a lookup's id is, unless the user may not see it. */
export function lookedUp(call: Call, field: TypedField, id: number): Item | undefined {
  const list = call.site.lists.byId(field.LookupList ?? '');
  const item = call.site.items.ifThere(list, id);
  return item && call.access.sees(item) ? item : undefined;
}

/** What a lookup shows of the item it points to. */
export function lookupText(call: Call, field: TypedField, id: number): string | undefined {
  // Of a list that is gone there is nothing to show; queries that expand it are refused.
  if (!call.site.lists.ifThere(field.LookupList ?? '')) return undefined;
  const item = lookedUp(call, field, id);
  if (!item) return undefined;
  const shown = call.site.fields.byName(item.list.number, field.LookupField ?? 'Title');
  return shown ? textOf(call, item, shown) : '';
}

/** The ids in a lookup or person column. */
export function idsOf(item: Item, field: TypedField): number[] {
  const stored = item.row[field.InternalName] ?? null;
  if (stored === null) return [];
  return field.type.multi ? (JSON.parse(String(stored)) as number[]) : [Number(stored)];
}

/** The value of a column as people read it on the site. */
export function textOf(call: Call, item: Item, field: TypedField): string {
  const name = field.InternalName;
  const special = builtIn(item, name);
  if (special !== undefined) return special;
  if (field.type.refers) {
    const texts = idsOf(item, field).map((id) =>
      field.type.refers === 'person' ? personOf(call, id)?.title : lookupText(call, field, id)
    );
    return texts.filter((text) => text !== undefined).join('; ');
  }
  const stored = item.row[name] ?? null;
  if (stored === null) return field.TypeAsString === 'Boolean' ? 'No' : '';
  switch (field.TypeAsString) {
    case 'Boolean':
    case 'Attachments':
      return stored === 1 ? 'Yes' : 'No';
    case 'DateTime':
      return writeDate(String(stored), field.DateOnly ?? false, call.site.locale);
    case 'Number':
    case 'Currency':
      return writeNumber(Number(stored), call.site.locale);
    case 'URL': {
      const { Url, Description } = JSON.parse(String(stored)) as { Url: string; Description: string };
      return `${Url}, ${Description}`;
    }
    case 'MultiChoice':
      return (JSON.parse(String(stored)) as string[]).join(', ');
    default:
      return String(stored);
  }
}

/** Columns that SharePoint computes. */
function builtIn(item: Item, name: string): string | undefined {
  switch (name) {
    case 'FileRef':
      return pathOf(item);
    case 'LinkTitle':
      return String(item.row.Title ?? '');
    case 'LinkFilename':
      return item.leaf;
    case 'ContentType':
      return item.folder ? 'Folder' : item.list.library ? 'Document' : 'Item';
    case '_UIVersionString':
      return labelOf(item.version);
    case 'File_x0020_Size':
      return String(item.row.FileSize);
    default:
      return undefined;
  }
}

/** FieldValuesAsText, FieldValuesAsHtml and FieldValuesForEdit: every column as text, as HTML, as a form holds it. */
export function fieldValues(call: Call, item: Item, form: 'AsText' | 'AsHtml' | 'ForEdit', edit: string): Entity {
  const properties: Record<string, unknown> = {};
  for (const field of call.site.fields.all(item.list.number)) {
    const name = versionName(field.InternalName);
    const text = textOf(call, item, field);
    if (form === 'AsHtml') properties[name] = field.RichText ? text : escapeXml(text);
    else if (form === 'ForEdit' && field.type.refers === 'lookup') {
      properties[name] = idsOf(item, field)
        .map((id) => `${id};#${lookupText(call, field, id) ?? ''}`)
        .join(';#');
    } else if (form === 'ForEdit' && field.TypeAsString === 'MultiChoice') {
      properties[name] = (JSON.parse(String(item.row[field.InternalName] ?? '[]')) as string[]).join(';#');
    } else properties[name] = text;
  }
  return { kind: 'entity', type: 'SP.FieldStringValues', edit: `${edit}/FieldValues${form}`, properties };
}

/** Refuses ids of a lookup that the user may not see, in the same words as ids that there are not. */
export function checkLookups(call: Call, field: TypedField, stored: Stored): void {
  if (field.type.refers !== 'lookup' || stored === null) return;
  const ids = field.type.multi ? (JSON.parse(String(stored)) as number[]) : [Number(stored)];
  if (ids.some((id) => !lookedUp(call, field, id))) throw invalidLookup();
}

/** Refuses an item without its type, or of another list's, where the format has to say it. */
function checkType({ verbose }: Call, list: List, body: unknown): void {
  if (!verbose) return;
  const type = (asObject(body).__metadata as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string') {
    throw badQuery(
      'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.'
    );
  }
  if (type !== 'SP.ListItem' && type.toLowerCase() !== itemType(list).toLowerCase()) {
    throw badQuery(
      `A type named '${type}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`
    );
  }
}

/** Several values are {results: [...]} in the verbose format and a plain array in every other. */
function checkArray({ verbose }: Call, given: unknown): void {
  const [found, expected] = Array.isArray(given) ? ['StartArray', 'StartObject'] : ['StartObject', 'StartArray'];
  const isVerbose = Array.isArray((given as { results?: unknown } | null)?.results);
  if (Array.isArray(given) ? verbose : isVerbose && !verbose) {
    throw badQuery(`An unexpected '${found}' node was found when reading from the JSON reader. A '${expected}' node was expected.`);
  }
}

/** Reads the values of a new or changed item from the body of a request. */
export function valuesFrom(call: Call, list: List, body: unknown): Values {
  checkType(call, list, body);
  const values: Values = new Map();
  const { fields } = call.site;
  for (const [name, given] of plainProperties(body)) {
    if (name === 'ContentTypeId' || name === 'Id' || name === 'ID') continue;
    checkArray(call, given);
    const internal = name.startsWith('OData_') ? name.slice('OData_'.length) : name;
    const field = fields.byName(list.number, internal);
    if (field && !field.type.refers) {
      if (field.FromBaseType && field.InternalName !== 'Title') continue;
      values.set(field.InternalName, field.type.read(given, field));
      continue;
    }
    const reference = /Id$/.test(internal) ? fields.byName(list.number, internal.slice(0, -2)) : undefined;
    if (reference?.type.refers) {
      if (reference.FromBaseType || reference.PrimaryFieldId) continue;
      const stored = reference.type.read(given, reference);
      checkLookups(call, reference, stored);
      values.set(reference.InternalName, stored);
      continue;
    }
    throw unknownProperty(name, itemType(list));
  }
  return values;
}
