import { changeKind } from '../../store/changes';
import { itemFromRow } from '../../store/items';
import type { List } from '../../store/lists';
import type { Call } from '../call';
import { asObject, type Entity } from '../model';

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
