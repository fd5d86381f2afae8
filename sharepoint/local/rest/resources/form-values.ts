import { fieldNotFound, isRefusedByRule, SharePointError } from '../../errors';
import { isoSeconds, fromSiteTime } from '../../store/time-zone';
import type { Stored } from '../../store/field-types';
import type { TypedField } from '../../store/fields';
import type { Item, Values } from '../../store/items';
import type { List } from '../../store/lists';
import { readDate, readNumber, writeDate } from '../../store/locale';
import { badQuery, badRequest, fileNotFound } from '../../errors';
import { checkName } from '../../store/names';
import { withoutOrigin } from '../addresses';
import type { Call } from '../call';
import { value, type Answer } from '../model';
import { demandEditing } from './items';
import { checkLookups, labelOf } from './item-values';

/** One value of a form, as text, and what became of it (SP.ListItemFormUpdateValue). */
interface FormValue {
  ErrorCode: number;
  ErrorMessage: string | null;
  FieldName: string;
  FieldValue: string;
  HasException: boolean;
  ItemId: number;
}

const formError = -2146232832;

/** Something that the value of one column of a form is refused for; the others are still looked at. */
class FormError extends Error {}

const idFrom = (text: string): number => {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw new FormError('You have selected an invalid lookup value.');
  return id;
};

/** People as a form holds them: a JSON array of keys; single quotes are taken too. */
function peopleFrom(call: Call, text: string): number[] {
  let entries: unknown;
  try {
    entries = JSON.parse(text.includes('"') ? text : text.replace(/'/g, '"'));
  } catch {
    throw new FormError('The value is not a list of people: [{"Key":"i:0#.f|membership|name@council.example"}].');
  }
  if (!Array.isArray(entries)) throw new FormError('The value is not a list of people.');
  const { principals } = call.site;
  return entries.map((entry: { Key?: unknown } | null) => {
    const key = String(entry?.Key ?? '');
    const found = principals.userByLogin(key) ?? principals.userByEmail(key) ?? principals.groupByName(key);
    if (!found) throw new FormError(`The user does not exist or is not unique: ${key.slice(0, 100)}`);
    return found.id;
  });
}

/** Reads a value as a form writes it: everything is text, in the site's language. Empty text is no value. */
function read(call: Call, field: TypedField, text: string): Stored {
  const { locale } = call.site;
  if (text.trim() === '') return null;
  switch (field.TypeAsString) {
    case 'Number':
    case 'Currency': {
      const number = readNumber(text, locale);
      if (number === undefined) throw new FormError('Only numbers can go here.');
      return field.type.read(number, field);
    }
    case 'Boolean':
      if (/^(1|true|yes)$/i.test(text)) return 1;
      if (/^(0|false|no)$/i.test(text)) return 0;
      throw new FormError('The value must be 1 or 0.');
    case 'DateTime': {
      const wallClock = /[TZ]/.test(text) ? undefined : readDate(text, locale);
      const day = (iso: string): string => writeDate(iso, true, locale);
      if (wallClock === undefined || wallClock < Date.UTC(1900, 0, 1)) {
        throw new FormError(
          `You must specify a valid date within the range of ${day('1900-01-01T00:00:00Z')} and ${day('8900-12-31T00:00:00Z')}.`
        );
      }
      return field.type.read(isoSeconds(fromSiteTime(wallClock)), field);
    }
    case 'Lookup':
      return idFrom(String(text.split(';#')[0]));
    case 'LookupMulti': {
      // "1;#First;#2;#Second" or "1;#;#2": every other part is a text. "1;#2" names one.
      const ids = text.split(';#').filter((_, index) => index % 2 === 0);
      return JSON.stringify(ids.filter((part) => part !== '').map(idFrom));
    }
    case 'User': {
      const [person, ...more] = peopleFrom(call, text);
      if (more.length > 0) throw new FormError('Only one person can go here.');
      return person ?? null;
    }
    case 'UserMulti': {
      const people = peopleFrom(call, text);
      return people.length > 0 ? JSON.stringify(people) : null;
    }
    case 'MultiChoice':
      return JSON.stringify(text.split(';#').filter((part) => part !== ''));
    case 'URL': {
      const comma = text.indexOf(', ');
      const [url, description] = comma < 0 ? [text, text] : [text.slice(0, comma), text.slice(comma + 2)];
      return field.type.read({ Url: url.trim(), Description: description }, field);
    }
    default:
      return field.type.read(text, field);
  }
}

/** Columns of SharePoint's own that a form may write all the same. */
const writableOwn = new Set(['Title', 'Created', 'Modified', 'Author', 'Editor']);

function valueRows(body: Record<string, unknown>): { FieldName: string; FieldValue: string }[] {
  const given = body.formValues;
  const rows = Array.isArray(given) ? given : (given as { results?: unknown } | undefined)?.results;
  if (!Array.isArray(rows)) throw badQuery('The parameter formValues is missing or not a list.');
  return rows.map((row: Record<string, unknown> | null) => {
    if (typeof row?.FieldName !== 'string') throw badQuery('A form value has no FieldName.');
    const { FieldName, FieldValue } = row;
    if (typeof FieldValue === 'object' && FieldValue !== null) throw badQuery(`The value of '${FieldName.slice(0, 64)}' is not a text.`);
    return { FieldName, FieldValue: FieldValue === null || FieldValue === undefined ? '' : String(FieldValue) };
  });
}

/** Reads all values of a form; tells of each whether it fits. */
function readForm(
  call: Call,
  list: List,
  body: Record<string, unknown>,
  itemId: number,
  isNew: boolean
): { values: Values; results: FormValue[]; failed: boolean } {
  const values: Values = new Map();
  const seen = new Set<string>();
  const results = valueRows(body).map(({ FieldName, FieldValue }): FormValue => {
    const result = { ErrorCode: 0, ErrorMessage: null, FieldName, FieldValue, HasException: false, ItemId: itemId };
    if (FieldName === 'ContentType' || FieldName === 'ContentTypeId' || FieldName === 'FileLeafRef') return result;
    const field = call.site.fields.byName(list.number, FieldName);
    if (!field) throw fieldNotFound(FieldName);
    seen.add(field.InternalName);
    try {
      if (field.PrimaryFieldId !== undefined || (field.FromBaseType && !writableOwn.has(field.InternalName))) return result;
      const stored = read(call, field, FieldValue);
      if (stored === null && (field.Required || (field.FromBaseType && field.InternalName !== 'Title'))) {
        throw new FormError("You can't leave this blank.");
      }
      checkLookups(call, field, stored);
      call.site.items.checkValue(list, field, stored, isNew ? undefined : itemId);
      values.set(field.InternalName, stored);
      return result;
    } catch (error) {
      if (!(error instanceof FormError || error instanceof SharePointError)) throw error;
      return { ...result, ErrorCode: formError, ErrorMessage: error.message, HasException: true };
    }
  });
  // A new item's form is whole: what has to be filled in and is not there is refused as if it had been left blank.
  if (isNew && results.length > 0) {
    for (const field of call.site.fields.all(list.number)) {
      const missing = field.Required && !field.Hidden && !seen.has(field.InternalName) && field.DefaultValue === null;
      if (!missing || field.InternalName === 'FileLeafRef') continue;
      results.push({
        ErrorCode: formError,
        ErrorMessage: "You can't leave this blank.",
        FieldName: field.InternalName,
        FieldValue: '',
        HasException: true,
        ItemId: itemId
      });
    }
  }
  return { values, results, failed: results.some(({ HasException }) => HasException) };
}

const answer = (name: string, results: FormValue[]): Answer => value(name, results, 'Collection(SP.ListItemFormUpdateValue)');

/** What the rule of a column or of the list refuses is told as a form tells it, and nothing was written. */
function unlessRefused(results: FormValue[], itemId: number, write: () => Item): Item | undefined {
  try {
    return write();
  } catch (error) {
    if (!isRefusedByRule(error)) throw error;
    results.push({ ErrorCode: formError, ErrorMessage: error.message, FieldName: '', FieldValue: '', HasException: true, ItemId: itemId });
    return undefined;
  }
}

/**
 * ValidateUpdateListItem: changes an item from the values of a form. If one does not fit, nothing is changed; the answer
 * is 200 all the same and says of each column what was wrong.
 */
export function validateUpdate(call: Call, item: Item, body: Record<string, unknown>): Answer {
  demandEditing(call, item);
  const { values, results, failed } = readForm(call, item.list, body, item.id, false);
  if (!failed && results.length > 0) unlessRefused(results, item.id, () => call.site.items.update(item, call.user, values));
  return answer('ValidateUpdateListItem', results);
}

/**
 * AddValidateUpdateItemUsingPath: makes an item in a folder from the values of a form. The new id is in the row "Id";
 * it is 0 where nothing was made.
 */
export function addValidateUpdate(call: Call, list: List, body: Record<string, unknown>): Answer {
  const info = (body.listItemCreateInfo ?? {}) as {
    FolderPath?: { DecodedUrl?: unknown };
    LeafName?: unknown;
    UnderlyingObjectType?: unknown;
  };
  const given = info.FolderPath?.DecodedUrl;
  const path = typeof given === 'string' && given !== '' ? given.replace(/\/$/, '') : list.root;
  const directory = withoutOrigin(call, path);
  const { items } = call.site;
  const isRoot = directory.toLowerCase() === list.root.toLowerCase();
  const folder = isRoot ? undefined : items.byPath(directory);
  if (!isRoot && (!folder?.folder || folder.list.id !== list.id || !call.access.sees(folder))) throw fileNotFound();
  call.access.add(list, directory);
  const asFolder = Number(info.UnderlyingObjectType ?? 0) === 1;
  if (list.library && !asFolder) throw badRequest('Documents are added to a library as files.');
  // The name of a folder: by itself, as a path, or among the values.
  const inForm = valueRows(body).find(({ FieldName }) => FieldName === 'FileLeafRef')?.FieldValue;
  const name =
    typeof info.LeafName === 'string' ? info.LeafName : ((info.LeafName as { DecodedUrl?: unknown } | undefined)?.DecodedUrl ?? inForm);
  const leaf = typeof name === 'string' && name !== '' ? name : undefined;
  if (asFolder) {
    if (!list.settings.EnableFolderCreation)
      throw badRequest('Folders cannot be created in this list: its setting EnableFolderCreation is off.');
    checkName(leaf ?? '', directory);
  }
  const { values, results, failed } = readForm(call, list, body, 0, !asFolder);
  const made =
    failed || results.length === 0
      ? undefined
      : unlessRefused(results, 0, () => items.add(list, call.user, values, { directory, folder: asFolder, ...(asFolder ? { leaf } : {}) }));
  const id = { ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: String(made?.id ?? 0), HasException: false, ItemId: 0 };
  const version = { ...id, FieldName: 'OData__UIVersionString', FieldValue: labelOf(1) };
  return answer('AddValidateUpdateItemUsingPath', made && asFolder ? [...results, id, version] : [...results, id]);
}
