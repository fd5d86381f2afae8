import { changeKind } from '../../store/changes';
import { itemFromRow } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import type { SQLInputValue } from 'node:sqlite';
import { badRequest, throttled } from '../../errors';
import { escapeXml } from '../../escape';
import { asObject, type Answer, type Entity } from '../model';
import { withoutControls } from '../settings';
import { textOf } from './item-values';

/** Of what is deleted only that is told, by its number, but to who manages the list; of the rest, what the user may see. */
function mayKnowOf(call: Call, list: List, id: number, kind: number): boolean {
  const item = call.site.items.ifThere(list, id);
  if (item) return call.access.sees(item);
  return kind === changeKind.deleteObject || call.access.may(list.scope, permission.manageLists);
}

/** Changes of a list as REST shows them (SP.ChangeItem). */
export const changeEntities = (call: Call, list: List, { kinds, after, most }: ChangeQuery): Entity[] =>
  call.site.changes
    .after(list, after, most)
    .filter(({ kind, item }) => kinds.has(kind) && mayKnowOf(call, list, item, kind))
    .map((change) => ({
      kind: 'entity',
      type: 'SP.ChangeItem',
      edit: `SP.ChangeItem${change.id}`,
      properties: {
        ChangeToken: { StringValue: `1;3;${list.id};${change.id}` },
        ChangeType: change.kind,
        SiteId: call.site.ids.site,
        Time: change.time,
        ItemId: change.item,
        ListId: list.id,
        WebId: call.site.ids.web
      }
    }));

/** What a ChangeQuery asks for. */
export interface ChangeQuery {
  kinds: ReadonlySet<number>;
  /** The change after which it begins: the last one that the client has. */
  after: number;
  most: number;
}

const mostChanges = 1000;

/** The change that a token names: 1;3;<list>;<number>. */
function changeOf(token: unknown): number {
  const text = typeof token === 'string' ? token : (token as { StringValue?: unknown } | null | undefined)?.StringValue;
  if (text === undefined || text === null || text === '') return 0;
  const number = Number(String(text).split(';').pop());
  if (!Number.isInteger(number) || number < 0) throw badRequest('The change token is not valid.');
  return number;
}

/** Reads a ChangeQuery: kinds, ChangeTokenStart, FetchLimit. */
export function changeQuery(body: unknown): ChangeQuery {
  const query = asObject(asObject(body).query);
  const wanted: [string, number][] = [
    ['Add', changeKind.add],
    ['Update', changeKind.update],
    ['DeleteObject', changeKind.deleteObject],
    ['Rename', changeKind.rename],
    ['Restore', changeKind.restore]
  ];
  const limit = Number(query.FetchLimit ?? mostChanges);
  return {
    kinds: new Set(wanted.filter(([name]) => query[name] === true).map(([, kind]) => kind)),
    after: changeOf(query.ChangeTokenStart),
    most: Number.isInteger(limit) && limit > 0 ? Math.min(limit, mostChanges) : mostChanges
  };
}

/** Changes that one answer tells; more follow under its token. */
const changesAtOnce = 1000;

/** Rows that an answer without a token may have. */
const mostRows = 5000;

/**
 * GetListItemChangesSinceToken: the items that changed since a token, or all without one, and the next token. It is an
 * answer of SharePoint's older services: XML, whatever the client asks for.
 */
export function changesSinceToken(call: Call, list: List, body: unknown): Answer {
  const query = asObject(asObject(body).query);
  const since = typeof query.ChangeToken === 'string' && query.ChangeToken !== '' ? changeOf(query.ChangeToken) : undefined;
  const { changes, database, fields } = call.site;
  const changed = since === undefined ? undefined : changes.after(list, since, changesAtOnce);
  const last = changed === undefined ? changes.latest() : (changed[changed.length - 1]?.id ?? since ?? 0);
  const values: SQLInputValue[] = [];
  const mark = (value: SQLInputValue): string => `?${values.push(value)}`;
  const visible = call.access.condition(list, 'item', mark);
  const wanted = changed ? `item."ID" IN (SELECT value FROM json_each(${mark(JSON.stringify(changed.map(({ item }) => item)))}))` : '1';
  const rows = database.all(
    `SELECT item.* FROM items_${list.number} AS item WHERE ${visible} AND ${wanted} ORDER BY item."ID" LIMIT ${mostRows + 1}`,
    ...values
  );
  if (rows.length > mostRows) throw throttled();
  const shown = fields.all(list.number).filter(({ Hidden }) => !Hidden);
  const written = rows.map((row) => {
    const item = itemFromRow(list, row);
    const attributes = shown.map((field) => [field.InternalName, textOf(call, item, field)] as const).filter(([, text]) => text !== '');
    return `<z:row ${attributes.map(([name, text]) => `ows_${name}="${escapeXml(text)}"`).join(' ')} />`;
  });
  const gone = (changed ?? [])
    .filter(({ kind }) => kind === changeKind.deleteObject)
    .map(({ item }) => `<Id ChangeType="Delete">${item}</Id>`);
  const more = changed?.length === changesAtOnce ? ' MoreChanges="TRUE"' : '';
  const xml = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema"><listitems><Changes LastChangeToken="1;3;${list.id};${last}"${more}>${gone.join('')}</Changes><rs:data ItemCount="${written.length}">${written.join('')}</rs:data></listitems></GetListItemChangesSinceTokenResult>`;
  return { kind: 'bytes', bytes: new TextEncoder().encode(withoutControls(xml)), contentType: 'text/xml;charset=utf-8' };
}
