import { changeKind } from '../../store/changes';
import { itemFromRow } from '../../store/items';
import type { List } from '../../store/lists';
import type { Call } from '../call';
import { badRequest } from '../../errors';
import { asObject, type Answer, type Entity } from '../model';
import { withoutControls } from '../settings';
import { textOf } from './item-values';

/** Of what is deleted only the number is told; of the rest, what the user may see. */
function mayKnowOf(call: Call, list: List, id: number): boolean {
  const row = call.site.database.get(`SELECT * FROM items_${list.number} WHERE "ID" = ?`, id);
  return !row || call.access.sees(itemFromRow(list, row));
}

/** Changes of a list as REST shows them (SP.ChangeItem). */
export const changeEntities = (call: Call, list: List, kinds: ReadonlySet<number>): Entity[] =>
  call.site.changes
    .after(list, 0, 1000)
    .filter(({ kind, item }) => kinds.has(kind) && mayKnowOf(call, list, item))
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

/** Which kinds of change a ChangeQuery asks for. */
export function kindsOf(body: unknown): ReadonlySet<number> {
  const query = asObject(asObject(body).query);
  const wanted: [string, number][] = [
    ['Add', changeKind.add],
    ['Update', changeKind.update],
    ['DeleteObject', changeKind.deleteObject],
    ['Rename', changeKind.rename],
    ['Restore', changeKind.restore]
  ];
  return new Set(wanted.filter(([name]) => query[name] === true).map(([, kind]) => kind));
}

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

/**
 * GetListItemChangesSinceToken: the items that changed since a token, or all without one, and the next token. It is an
 * answer of SharePoint's older services: XML, whatever the client asks for.
 */
export function changesSinceToken(call: Call, list: List, body: unknown): Answer {
  const query = asObject(asObject(body).query);
  const token = typeof query.ChangeToken === 'string' ? Number(query.ChangeToken.split(';').pop()) : undefined;
  if (token !== undefined && !Number.isInteger(token)) throw badRequest('The change token is not valid.');
  const limit = Number(query.RowLimit ?? 100);
  const most = Number.isInteger(limit) && limit > 0 ? Math.min(limit, 5000) : 100;
  const { changes, database, fields } = call.site;
  const changed = token === undefined ? undefined : changes.after(list, token, 5000);
  const visible = call.access.condition(list, 'item', (value) =>
    typeof value === 'number' ? String(value) : `'${value.replace(/'/g, "''")}'`
  );
  const wanted = changed === undefined ? '1' : `item."ID" IN (${[...new Set(changed.map(({ item }) => item))].join(', ') || 'NULL'})`;
  const rows = database.all(
    `SELECT item.* FROM items_${list.number} AS item WHERE ${visible} AND ${wanted} ORDER BY item."ID" LIMIT ${most}`
  );
  const shown = fields.all(list.number).filter(({ Hidden }) => !Hidden);
  const written = rows.map((row) => {
    const item = itemFromRow(list, row);
    const attributes = shown.map((field) => [field.InternalName, textOf(call, item, field)] as const).filter(([, text]) => text !== '');
    return `<z:row ${attributes.map(([name, text]) => `ows_${name}="${escapeXml(text)}"`).join(' ')} />`;
  });
  const gone = (changed ?? [])
    .filter(({ kind }) => kind === changeKind.deleteObject)
    .map(({ item }) => `<Id ChangeType="Delete">${item}</Id>`);
  const last = `1;3;${list.id};${changes.latest()}`;
  const xml = `<?xml version="1.0" encoding="utf-8"?><GetListItemChangesSinceTokenResult xmlns:rs="urn:schemas-microsoft-com:rowset" xmlns:z="#RowsetSchema"><listitems><Changes LastChangeToken="${last}">${gone.join('')}</Changes><rs:data ItemCount="${written.length}">${written.join('')}</rs:data></listitems></GetListItemChangesSinceTokenResult>`;
  return { kind: 'bytes', bytes: new TextEncoder().encode(withoutControls(xml)), contentType: 'text/xml;charset=utf-8' };
}
