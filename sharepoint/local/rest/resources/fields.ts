import { badRequest, fieldNotFound, unknownProperty } from '../../errors';
import { typeOfKind } from '../../store/field-types';
import { defaults, encodeInternalName, parseFieldXml } from '../../store/field-xml';
import { type Field, type TypedField } from '../../store/fields';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import { renameInFormula } from '../../store/formula';
import { checkFormula } from '../../store/validation';
import { randomUUID } from 'node:crypto';
import type { Call } from '../call';
import { fieldEntity } from './field-entity';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  withChildren,
  type Entity,
  type Resource
} from '../model';
import { textArgument } from '../path';
import { checkSetting, checkTitle, type SettingType } from '../settings';
import { textResource } from './site-parts';
import { plainGuid } from '../../store/guid';

const setName = 'SP.ApiData.Fields';
const addFieldInternalNameHint = 8;
const addFieldToDefaultView = 16;

/** Properties that MERGE may change, with their types. */
const writable = new Map<string, SettingType>([
  ['Title', 'text'],
  ['Description', 'text'],
  ['Group', 'text'],
  ['DefaultValue', 'text'],
  ['Required', 'boolean'],
  ['Indexed', 'boolean'],
  ['EnforceUniqueValues', 'boolean'],
  ['ReadOnlyField', 'boolean'],
  ['Hidden', 'boolean'],
  ['FillInChoice', 'boolean'],
  ['MaxLength', 'whole'],
  ['RichText', 'boolean'],
  ['NumberOfLines', 'whole'],
  ['AppendOnly', 'boolean'],
  ['MinimumValue', 'number'],
  ['MaximumValue', 'number'],
  ['SelectionMode', 'whole'],
  ['StaticName', 'text'],
  ['ValidationFormula', 'text'],
  ['ValidationMessage', 'text'],
  ['JSLink', 'text'],
  ['CustomFormatter', 'text'],
  ['LookupField', 'text']
] satisfies [keyof Field, SettingType][]);
const nullable = new Set(['DefaultValue', 'ValidationFormula', 'ValidationMessage', 'CustomFormatter', 'Description']);

/** Settings that SharePoint takes and that change nothing here. */
const taken = new Set([
  'FieldTypeKind',
  'DisplayFormat',
  'FriendlyDisplayFormat',
  'DateTimeCalendarType',
  'CurrencyLocaleId',
  'AllowHyperlink',
  'RestrictedMode',
  'EditFormat',
  'Presence',
  'AllowDisplay',
  'ShowAsPercentage',
  'AllowMultipleValues',
  'SelectionGroup',
  'UnlimitedLengthInDocumentLibrary',
  'ClientSideComponentId',
  'ClientSideComponentProperties',
  'CommaSeparator',
  'Unit',
  'Rows',
  'RelationshipDeleteBehavior',
  'IsRelationship'
]);

function changesFrom(body: unknown, type: string): Partial<Field> {
  const changes: Record<string, unknown> = {};
  for (const [name, given] of plainProperties(body)) {
    if (name === 'SchemaXml' && typeof given === 'string') {
      const { Id, InternalName, FromBaseType, TypeAsString, ...settings } = parseFieldXml(given, true);
      Object.assign(changes, settings);
    } else if (name === 'Choices') {
      const choices = Array.isArray(given) ? given : (given as { results?: unknown } | null)?.results;
      checkSetting(name, choices, 'texts');
      changes[name] = choices;
    } else if (writable.has(name)) {
      if (name === 'Title') checkTitle(given);
      else checkSetting(name, given, writable.get(name) ?? 'text', nullable.has(name));
      if (name === 'MaxLength' && !(Number(given) >= 1 && Number(given) <= 255))
        throw badRequest('The maximum length must be between 1 and 255.');
      changes[name] = name === 'Description' ? (given ?? '') : given;
    } else if (!taken.has(name)) throw unknownProperty(name, type);
  }
  return changes as Partial<Field>;
}

/** A column given as properties rather than as XML: fields.add and AddField. */
function fieldFromProperties(body: unknown): Field {
  const given = Object.fromEntries(plainProperties(body));
  const { Title: title, FieldTypeKind: kind, LookupListId, LookupFieldName, LookupWebId, IsCompactName, ...rest } = given;
  const name = checkTitle(title);
  let type = typeOfKind(Number(kind));
  if (!type) throw badRequest(`The field type ${String(kind)} is not supported.`);
  if (rest.AllowMultipleValues === true && (type === 'Lookup' || type === 'User')) type = `${type}Multi`;
  const settings = changesFrom(rest, 'SP.Field');
  return {
    ...defaults,
    Id: randomUUID(),
    InternalName: encodeInternalName(name),
    StaticName: encodeInternalName(name),
    Title: name,
    TypeAsString: type,
    ...(type === 'DateTime' ? { DateOnly: rest.DisplayFormat === 0 } : {}),
    ...(type === 'URL' ? { Picture: rest.DisplayFormat === 1 } : {}),
    ...(typeof LookupListId === 'string' ? { LookupList: plainGuid(LookupListId) } : {}),
    ...(typeof LookupFieldName === 'string' ? { LookupField: LookupFieldName } : {}),
    ...settings
  };
}

/** Where columns are: in a list, or on the site itself. */
interface ColumnHome {
  list: List | undefined;
  all(): TypedField[];
  byNameOrTitle(name: string): TypedField;
  add(field: Field): TypedField;
  update(name: string, changes: Partial<Field>): void;
  /** Keeps the rule that looks at several columns in step with a new title. */
  rename(from: string, to: string): void;
  remove(name: string): void;
  /** Refuses who may not change columns here. */
  manage(): void;
}

const homeOf = (call: Call, list: List): ColumnHome => {
  const { fields } = call.site;
  return {
    list,
    all: () => fields.all(list.number),
    byNameOrTitle: (name) => fields.byNameOrTitle(list.number, name),
    add: (field) => fields.add(list.number, field),
    update: (name, changes) => fields.update(list.number, name, changes),
    rename: (from, to) => {
      const { ValidationFormula: rule } = list.settings;
      if (rule) call.site.lists.update(list, { ValidationFormula: renameInFormula(rule, from, to) });
    },
    remove: (name) => fields.remove(list.number, name),
    manage: () => call.access.list(list, permission.manageLists)
  };
};

const siteHome = (call: Call): ColumnHome => {
  const { siteColumns } = call.site;
  return {
    list: undefined,
    all: () => siteColumns.all(),
    byNameOrTitle: (name) => siteColumns.byNameOrTitle(name),
    add: (field) => siteColumns.add(field),
    update: (name, changes) => siteColumns.update(name, changes),
    rename: () => undefined,
    remove: (name) => siteColumns.remove(name),
    manage: () => call.access.web(permission.manageWeb)
  };
};

/** Refuses a column whose rule is no formula, or is about another column. */
function checkRule(field: Field, home: ColumnHome): void {
  if (field.ValidationFormula) checkFormula(field.ValidationFormula, home.all(), field);
}

/** One column. */
function fieldResource(home: ColumnHome, field: TypedField): Resource {
  const shown = (): Resource => ({
    post: () => {
      home.manage();
      return deleted();
    }
  });
  return withChildren(
    entityResource(() => fieldEntity(home.list, home.byNameOrTitle(field.InternalName)), {
      merge: (changes) => {
        home.manage();
        const before = home.byNameOrTitle(field.InternalName);
        const {
          Title: title = before.Title,
          ValidationFormula: rule = before.ValidationFormula,
          ...settings
        } = changesFrom(changes, field.type.restType);
        const after = {
          ...settings,
          Title: title,
          ValidationFormula: rule && renameInFormula(rule, before.Title, title)
        };
        checkRule({ ...before, ...after }, home);
        home.update(field.InternalName, after);
        if (title !== before.Title) home.rename(before.Title, title);
        return nothing();
      },
      remove: () => {
        home.manage();
        home.remove(field.InternalName);
        return deleted();
      }
    }),
    {
      titleresource: () => textResource(() => home.byNameOrTitle(field.InternalName).Title),
      descriptionresource: () => textResource(() => home.byNameOrTitle(field.InternalName).Description),
      setshowindisplayform: shown,
      setshowineditform: shown,
      setshowinnewform: shown
    }
  );
}

function byId(home: ColumnHome, id: string): Resource {
  const wanted = plainGuid(id);
  const field = home.all().find(({ Id }) => Id === wanted);
  if (!field) throw fieldNotFound(id);
  return fieldResource(home, field);
}

/** A column that shows another column of the row that a lookup column points to. */
function projected(home: ColumnHome, title: string, primaryId: string, shown: string): Field {
  const primary = home.all().find(({ Id }) => Id === plainGuid(primaryId));
  if (primary?.type.refers !== 'lookup' || primary.type.multi || primary.PrimaryFieldId !== undefined) {
    throw badRequest('The primary lookup field is not a lookup column of this list with one value.');
  }
  return {
    ...defaults,
    Id: randomUUID(),
    InternalName: encodeInternalName(title),
    StaticName: encodeInternalName(title),
    Title: title,
    TypeAsString: 'Lookup',
    ReadOnlyField: true,
    LookupList: primary.LookupList,
    LookupField: shown,
    PrimaryFieldId: primary.Id
  };
}

function columnsResource(call: Call, home: ColumnHome): Resource {
  const { lists } = call.site;
  const created = (field: Field): Entity & { status: number } => {
    home.manage();
    checkRule(field, home);
    return { ...fieldEntity(home.list, home.add(field)), status: 201 };
  };
  const byName = (name: string): Resource => fieldResource(home, home.byNameOrTitle(name));
  const listed = collectionResource(setName, () => home.all().map((field) => fieldEntity(home.list, field)), {
    post: (body) => created(fieldFromProperties(body))
  });
  return withChildren(listed, {
    getbyid: (segment) => byId(home, textArgument(segment, 'id')),
    getbyinternalnameortitle: (segment) => byName(textArgument(segment, 'strName')),
    getbytitle: (segment) => {
      const title = textArgument(segment, 'title').toLowerCase();
      const field = home.all().find((one) => one.Title.toLowerCase() === title);
      if (!field) throw fieldNotFound(title);
      return fieldResource(home, field);
    },
    addfield: () => ({ post: (body) => created(fieldFromProperties(asObject(body).parameters)) }),
    adddependentlookupfield: (segment) => ({
      post: () => {
        const [title, primary, shown] = ['displayName', 'primaryLookupFieldId', 'showField'].map((name, at) =>
          textArgument(segment, name, at)
        );
        return created(projected(home, checkTitle(title), String(primary), String(shown)));
      }
    }),
    createfieldasxml: () => ({
      post: (body) => {
        const { SchemaXml, Options } = asObject(asObject(body).parameters);
        if (typeof SchemaXml !== 'string') throw badRequest('The parameter SchemaXml is missing.');
        const options = Number(Options ?? 0);
        const answer = created(parseFieldXml(SchemaXml, (options & addFieldInternalNameHint) !== 0));
        if (home.list && options & addFieldToDefaultView) {
          const view = lists.views(home.list).find(({ DefaultView }) => DefaultView);
          if (view) lists.updateView(home.list, view, { ViewFields: [...view.ViewFields, String(answer.properties.InternalName)] });
        }
        return { ...answer, status: 200 };
      }
    })
  });
}

/** fields(guid'...') of a list. */
export const fieldById = (call: Call, list: List, id: string): Resource => byId(homeOf(call, list), id);

/** The columns of a list. */
export const fieldsResource = (call: Call, list: List): Resource => columnsResource(call, homeOf(call, list));

/** The columns of the site, and one of them by id. */
export const siteFieldsResource = (call: Call, id?: string): Resource =>
  id === undefined ? columnsResource(call, siteHome(call)) : byId(siteHome(call), id);
