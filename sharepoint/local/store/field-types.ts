import { badQuery, invalidArgument, invalidText } from '../errors';
import { fromSiteTime, isKept, isoSeconds, siteMidnight, toSiteTime } from './time-zone';

/** What the store keeps of one value: as SQLite has it. */
export type Stored = string | number | null;

/** How a SharePoint column type is kept and shown. */
export interface FieldType {
  /** SharePoint's FieldTypeKind number. */
  kind: number;
  /** The type's name in REST, for example SP.FieldText. */
  restType: string;
  sql: 'TEXT' | 'REAL' | 'INTEGER';
  /** Text is compared without regard to case, dates and numbers as they are. */
  text?: boolean;
  indexable?: boolean;
  /** Refers to rows of a list (`lookup`) or to people (`person`), one or several. */
  refers?: 'lookup' | 'person';
  multi?: boolean;
  /** REST value to stored value. Throws SharePoint's error where the value does not fit. */
  read(value: unknown, field: FieldSettings): Stored;
  /** Stored value to REST value. */
  show(stored: Stored): unknown;
}

/** The part of a column's settings that its values depend on. */
export interface FieldSettings {
  InternalName: string;
  MaxLength?: number;
  DateOnly?: boolean;
  MinimumValue?: number;
  MaximumValue?: number;
}

const wrongType = (field: FieldSettings, value: unknown, wanted: string): Error =>
  badQuery(
    `A node of type '${Array.isArray(value) ? 'StartArray' : typeof value}' was read for '${field.InternalName}' when '${wanted}' was expected.`
  );

const asText = (value: unknown, field: FieldSettings): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value !== 'string') throw wrongType(field, value, 'Edm.String');
  return value;
};

const shortText = (value: unknown, field: FieldSettings): Stored => {
  const text = asText(value, field);
  const limit = field.MaxLength ?? 255;
  if (text !== null && text.length > limit) {
    throw invalidText();
  }
  return text;
};

const asNumber = (value: unknown, field: FieldSettings): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw wrongType(field, value, 'Edm.Double');
  return number;
};

const limitedNumber = (value: unknown, field: FieldSettings): number | null => {
  const number = asNumber(value, field);
  const { MinimumValue: least = -Infinity, MaximumValue: most = Infinity } = field;
  if (number !== null && (number < least || number > most)) {
    throw invalidArgument('The value is not within the range that the field allows. Please check the value and try again.');
  }
  return number;
};

const asId = (value: unknown, field: FieldSettings): number | null => {
  const id = asNumber(value, field);
  if (id !== null && !Number.isInteger(id)) throw wrongType(field, value, 'Edm.Int32');
  return id === 0 || id === -1 ? null : id;
};

/** Several values come as a plain array, or as {results: [...]} in the verbose format. */
const asArray = (value: unknown, field: FieldSettings, element: string): unknown[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  const results = (value as { results?: unknown }).results;
  if (Array.isArray(results)) return results;
  throw wrongType(field, value, `Collection(${element})`);
};

const parsed = (stored: Stored): unknown[] => (typeof stored === 'string' ? (JSON.parse(stored) as unknown[]) : []);

const several = (
  element: string,
  read: (value: unknown, field: FieldSettings) => Stored
): Pick<FieldType, 'sql' | 'multi' | 'read' | 'show'> => ({
  sql: 'TEXT',
  multi: true,
  read: (value, field) => {
    const values = asArray(value, field, element).map((one) => read(one, field));
    return values.length > 0 ? JSON.stringify(values) : null;
  },
  show: parsed
});

const dateTime = (value: unknown, field: FieldSettings): Stored => {
  const text = asText(value, field);
  if (text === null) return null;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const moment = match ? Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}${match[3] ?? 'Z'}`) : NaN;
  // A day that the month does not have would become one of the next.
  const given = match?.[1] ?? '';
  const isDay = new Date(Date.parse(`${given}T00:00:00Z`) || 0).toISOString().startsWith(given);
  if (Number.isNaN(moment) || !isKept(moment) || !isDay) {
    throw badQuery(`Cannot convert a primitive value to the expected type 'Edm.DateTime'. See the inner exception for more details.`);
  }
  const exact = match?.[3] ? moment : fromSiteTime(moment);
  if (!field.DateOnly) return isoSeconds(exact);
  return isoSeconds(siteMidnight(toSiteTime(exact)));
};

const link = (value: unknown, field: FieldSettings): Stored => {
  if (value === null || value === undefined) return null;
  const { Url, Description } = value as { Url?: unknown; Description?: unknown };
  if (typeof value !== 'object' || typeof Url !== 'string') throw wrongType(field, value, 'SP.FieldUrlValue');
  if (Url === '') return null;
  if (Url.length > 255 || !/^(https?:\/\/|mailto:|\/|#)/i.test(Url)) {
    throw invalidArgument('Invalid URL value.\n\nA URL field contains invalid data. Please check the value and try again.');
  }
  return JSON.stringify({ Description: typeof Description === 'string' && Description !== '' ? Description : Url, Url });
};

const itself = (stored: Stored): unknown => stored;

const types: Record<string, FieldType> = {
  Text: { kind: 2, restType: 'SP.FieldText', sql: 'TEXT', text: true, indexable: true, read: shortText, show: itself },
  Note: { kind: 3, restType: 'SP.FieldMultiLineText', sql: 'TEXT', text: true, read: asText, show: itself },
  DateTime: { kind: 4, restType: 'SP.FieldDateTime', sql: 'TEXT', indexable: true, read: dateTime, show: itself },
  Choice: { kind: 6, restType: 'SP.FieldChoice', sql: 'TEXT', text: true, indexable: true, read: shortText, show: itself },
  Lookup: { kind: 7, restType: 'SP.FieldLookup', sql: 'INTEGER', indexable: true, refers: 'lookup', read: asId, show: itself },
  LookupMulti: { kind: 7, restType: 'SP.FieldLookup', refers: 'lookup', ...several('Edm.Int32', asId) },
  Boolean: {
    kind: 8,
    restType: 'SP.Field',
    sql: 'INTEGER',
    indexable: true,
    read: (value, field) => {
      if (value === null || value === undefined) return null;
      if (typeof value !== 'boolean') throw wrongType(field, value, 'Edm.Boolean');
      return value ? 1 : 0;
    },
    show: (stored) => (stored === null ? null : stored === 1)
  },
  Number: { kind: 9, restType: 'SP.FieldNumber', sql: 'REAL', indexable: true, read: limitedNumber, show: itself },
  Currency: { kind: 10, restType: 'SP.FieldCurrency', sql: 'REAL', indexable: true, read: limitedNumber, show: itself },
  URL: {
    kind: 11,
    restType: 'SP.FieldUrl',
    sql: 'TEXT',
    read: link,
    show: (stored) => (typeof stored === 'string' ? (JSON.parse(stored) as unknown) : null)
  },
  MultiChoice: { kind: 15, restType: 'SP.FieldMultiChoice', ...several('Edm.String', asText) },
  User: { kind: 20, restType: 'SP.FieldUser', sql: 'INTEGER', indexable: true, refers: 'person', read: asId, show: itself },
  UserMulti: { kind: 20, restType: 'SP.FieldUser', refers: 'person', ...several('Edm.Int32', asId) },
  // Columns that only SharePoint itself makes.
  Counter: { kind: 5, restType: 'SP.Field', sql: 'INTEGER', indexable: true, read: asId, show: itself },
  Integer: { kind: 1, restType: 'SP.FieldNumber', sql: 'INTEGER', indexable: true, read: asNumber, show: itself },
  Guid: { kind: 14, restType: 'SP.FieldGuid', sql: 'TEXT', text: true, read: asText, show: itself },
  File: { kind: 18, restType: 'SP.Field', sql: 'TEXT', text: true, indexable: true, read: asText, show: itself },
  Computed: { kind: 12, restType: 'SP.FieldComputed', sql: 'TEXT', text: true, read: asText, show: itself },
  Attachments: { kind: 19, restType: 'SP.Field', sql: 'INTEGER', read: () => 0, show: (stored) => stored === 1 }
};

/** SharePoint's column types by TypeAsString. */
export const fieldTypes: ReadonlyMap<string, FieldType> = new Map(Object.entries(types));

/** The type of a FieldTypeKind number, for fields made without schema XML. */
export function typeOfKind(kind: number): string | undefined {
  return [...fieldTypes].find(([, type]) => type.kind === kind)?.[0];
}
