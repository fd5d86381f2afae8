import { randomUUID } from 'node:crypto';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { badRequest, invalidArgument } from '../errors';
import { fieldTypes } from './field-types';
import type { Field } from './fields';

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
  if (!title || title.length > 255) throw badRequest('The DisplayName of the field schema is missing or too long.');
  const multi = isTrue(root['@Mult']) && (type === 'Lookup' || type === 'User');
  const typeName = multi ? `${type}Multi` : type;
  if (!typeName || !fieldTypes.has(typeName))
    throw invalidArgument(`Field type ${type ?? ''} is not installed properly. Go to the list settings page to delete this field.`);
  const rule = root.Validation as string | { '#text'?: unknown; '@Message'?: string } | undefined;
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
    PrimaryFieldId: attribute('FieldRef')?.replace(/[{}]/g, '').toLowerCase(),
    MaxLength: asNumber(root['@MaxLength']),
    Picture: type === 'URL' ? attribute('Format') === 'Image' : undefined,
    DateOnly: type === 'DateTime' ? attribute('Format') === 'DateOnly' : undefined,
    RichText: type === 'Note' ? isTrue(root['@RichText']) : undefined,
    NumberOfLines: asNumber(root['@NumLines']),
    AppendOnly: type === 'Note' ? isTrue(root['@AppendOnly']) : undefined,
    MinimumValue: asNumber(root['@Min']),
    MaximumValue: asNumber(root['@Max']),
    Decimals: asNumber(root['@Decimals']),
    ValidationFormula: (typeof rule === 'object' ? asText(rule['#text']) : rule) || undefined,
    ValidationMessage: typeof rule === 'object' ? rule['@Message'] : undefined,
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
    FieldRef: field.PrimaryFieldId && `{${field.PrimaryFieldId}}`,
    Mult: flag(field.TypeAsString.endsWith('Multi')),
    MaxLength: field.MaxLength,
    Format: field.DateOnly ? 'DateOnly' : field.Picture ? 'Image' : field.TypeAsString === 'URL' ? 'Hyperlink' : undefined,
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
  if (field.ValidationFormula) element.Validation = { '#text': field.ValidationFormula, '@Message': field.ValidationMessage ?? undefined };
  if (field.Choices) element.CHOICES = { CHOICE: field.Choices };
  return builder.build({ Field: element });
}
