import type { TypedField } from '../../store/fields';
import { pathOf, type Item } from '../../store/items';
import { writeNumber } from '../../store/locale';
import type { Call } from '../call';
import { contentTypeId } from './item-entity';
import { idsOf, labelOf, lookupText, personOf, textOf } from './item-values';

/** One column of a row as RenderListDataAsStream writes it, with its companions. Everything is text but people, lookups and lists. */
export function rowValues(call: Call, item: Item, field: TypedField): Record<string, unknown> {
  const name = field.InternalName;
  const stored = item.row[name] ?? null;
  const text = textOf(call, item, field);
  switch (field.TypeAsString) {
    case 'User':
    case 'UserMulti': {
      const people = idsOf(item, field)
        .map((id) => personOf(call, id))
        .filter((person) => person !== undefined)
        .map(({ id, title, email, login }) => ({
          id: String(id),
          ...(field.type.multi ? { value: title } : {}),
          title,
          email,
          sip: login.includes('@') ? login : '',
          picture: ''
        }));
      return { [name]: people.length > 0 ? people : '' };
    }
    case 'Lookup':
    case 'LookupMulti': {
      const found = idsOf(item, field).map((id) => ({ lookupId: id, lookupValue: lookupText(call, field, id) }));
      const lookups = found
        .filter((one): one is { lookupId: number; lookupValue: string } => one.lookupValue !== undefined)
        .map((one) => ({ ...one, isSecretFieldValue: false }));
      const joined = lookups.map(({ lookupId, lookupValue }) => `${lookupId};#${lookupValue}`).join(';#');
      return { [name]: lookups.length > 0 || field.type.multi ? lookups : '', [`${name}.`]: joined };
    }
    case 'MultiChoice':
      return { [name]: stored === null ? '' : (JSON.parse(String(stored)) as string[]) };
    case 'Boolean':
      return { [name]: text, [`${name}.value`]: stored === 1 ? '1' : '0' };
    case 'Number':
    case 'Currency':
      return {
        [name]: stored === null ? '' : writeNumber(Number(stored), call.site.locale),
        [`${name}.`]: stored === null ? '' : Number(stored).toFixed(10).slice(0, 16)
      };
    case 'DateTime':
      return { [name]: text, [`${name}.`]: stored === null ? '' : String(stored) };
    case 'URL': {
      const link = stored === null ? undefined : (JSON.parse(String(stored)) as { Url: string; Description: string });
      return { [name]: link?.Url ?? '', [`${name}.desc`]: link?.Description ?? '' };
    }
    case 'Guid':
      return { [name]: stored === null ? '' : `{${String(stored).toUpperCase()}}` };
    case 'Attachments':
      return { [name]: stored === 1 ? '1' : '0' };
    case 'Integer':
    case 'Counter':
      return { [name]: stored === null ? '' : String(stored) };
    default:
      return { [name]: text };
  }
}

/** A mask as rows show it. */
export const hex = (mask: bigint): string => `0x${mask.toString(16)}`;

/** One row, with what comes without being asked for. */
export function rowOf(call: Call, item: Item, fields: TypedField[]): Record<string, unknown> {
  const { permissions, items } = call.site;
  const path = pathOf(item);
  const dot = item.leaf.lastIndexOf('.');
  const children = (folders: boolean): string => (item.folder ? String(items.countIn(item.list, path, folders)) : '0');
  return {
    ID: String(item.id),
    PermMask: hex(call.access.maskOf(Number(item.row.ScopeId))),
    FSObjType: item.folder ? '1' : '0',
    UniqueId: `{${item.uniqueId.toUpperCase()}}`,
    ContentTypeId: contentTypeId(item),
    FileRef: path,
    'FileRef.urlencode': encodeURIComponent(path).replace(/[-._]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    'FileRef.urlencodeasurl': path.split('/').map(encodeURIComponent).join('/'),
    FileLeafRef: item.leaf,
    ...(item.list.library && dot > 0
      ? {
          'FileLeafRef.Name': item.leaf.slice(0, dot),
          'FileLeafRef.Suffix': item.leaf.slice(dot + 1),
          File_x0020_Type: item.leaf.slice(dot + 1)
        }
      : {}),
    SMTotalSize: String(item.row.FileSize),
    ...Object.assign({}, ...fields.map((field) => rowValues(call, item, field))),
    ItemChildCount: children(false),
    FolderChildCount: children(true),
    ScopeId: `{${permissions.ownerOf(Number(item.row.ScopeId)).guid.toUpperCase()}}`,
    owshiddenversion: String(item.version),
    _UIVersionString: labelOf(item.version),
    Restricted: ''
  };
}
