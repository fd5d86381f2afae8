import { badQuery, fileNotFound, throttled } from '../../errors';
import { itemFromRow, pathOf } from '../../store/items';
import type { List } from '../../store/lists';
import { toSiteTime } from '../../store/time-zone';
import { serverRelative } from '../addresses';
import type { Call } from '../call';
import { readCamlView, type CamlContext, type CamlView } from '../caml';
import { readPage } from '../item-query';
import { asObject, type Collection, type Entity } from '../model';
import type { Query } from '../query';
import { checkSelection, itemEntity, selectedLookups } from './item-entity';
import { itemType, propertyName } from './item-values';

/** What reading CAML needs to know of a list and of who asks. */
export function camlContext(call: Call, list: List): CamlContext {
  const { fields, principals, locale } = call.site;
  return {
    field: (name) => fields.byName(list.number, name),
    userId: call.user.id,
    groupIds: () => principals.groupsOf(call.user.id).map(({ id }) => id),
    membersOf: (group) => principals.membersOf(group).map(({ id }) => id),
    allUsers: () => principals.users().map(({ id }) => id),
    allGroups: () => principals.groups().map(({ id }) => id),
    locale,
    now: Date.now()
  };
}

/** A server-relative address, given as that or as an absolute one of this server. */
function relativePath(call: Call, given: unknown): string | undefined {
  if (given === undefined || given === null || given === '') return undefined;
  if (typeof given !== 'string') throw badQuery('The address of the folder is not a string.');
  return serverRelative(call, given);
}

/** The folder that a query begins at. Who may not enter at the list's root has to name one that they may see. */
export function folderOf(call: Call, list: List, given: unknown): string | undefined {
  const path = relativePath(call, given)?.replace(/\/$/, '');
  if (path === undefined || path.toLowerCase() === list.root.toLowerCase()) return undefined;
  const folder = call.site.items.byPath(path);
  if (!folder?.folder || folder.list.id !== list.id || !call.access.sees(folder)) throw fileNotFound();
  return pathOf(folder);
}

/** Reads a view's XML. Nothing is a view without conditions. */
export function readView(call: Call, list: List, source: unknown): CamlView {
  if (source !== undefined && source !== null && typeof source !== 'string') throw badQuery('The ViewXml is not a string.');
  return readCamlView(source ?? '', camlContext(call, list));
}

/** Lookup and person columns among these. */
export const lookupsAmong = (call: Call, list: List, names: string[]): string[] =>
  call.site.fields
    .all(list.number)
    .filter(({ InternalName, type }) => type.refers && names.includes(InternalName))
    .map(({ InternalName }) => InternalName);

/** GetItems: the items that a CAML query finds, as REST shows items. */
export function getItems(call: Call, list: List, body: unknown, query: Query): Collection {
  const given = asObject(asObject(body).query);
  const view = readView(call, list, given.ViewXml);
  const position = (given.ListItemCollectionPosition ?? {}) as { PagingInfo?: unknown };
  // What $select and $expand name wins over the view's own columns.
  const selected = query.select.length > 0 || query.expand.length > 0;
  checkSelection(call, list, query);
  const page = readPage(
    call.site,
    list,
    {
      ...view,
      dialect: 'caml',
      top: view.rowLimit ?? 5000,
      skipToken: typeof position.PagingInfo === 'string' && position.PagingInfo !== '' ? position.PagingInfo : undefined,
      folder: folderOf(
        call,
        list,
        given.FolderServerRelativeUrl ?? (given.FolderServerRelativePath as { DecodedUrl?: unknown } | undefined)?.DecodedUrl
      ),
      lookups: selected || !view.viewFields ? selectedLookups(call, list, query) : lookupsAmong(call, list, view.viewFields)
    },
    call.access
  );
  // Without a page that it asked for, a client would take the first 5,000 rows for all.
  const limited = view.rowLimit !== undefined && view.rowLimit <= 5000;
  if (page.nextToken !== undefined && !limited) throw throttled();
  const entities = page.rows.map((row) => {
    const entity = itemEntity(call, itemFromRow(list, row));
    const shown = selected || !view.viewFields ? entity : { ...entity, properties: onlyFields(entity, view.viewFields) };
    return given.DatesInUtc === true ? shown : { ...shown, properties: inSiteTime(call, list, shown.properties) };
  });
  return { kind: 'collection', set: `SP.ListData.${itemType(list).slice('SP.Data.'.length)}s`, entities, queried: true };
}

const always = ['FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'ID', 'Created', 'Modified'];

function onlyFields(entity: Entity, names: string[]): Record<string, unknown> {
  const wanted = new Set([...always, ...names.flatMap((name) => [propertyName(name), `${name}Id`])]);
  return Object.fromEntries(Object.entries(entity.properties).filter(([name]) => wanted.has(name)));
}

/** Unless a query asks for UTC, its dates are in the site's time and say no zone. */
function inSiteTime(call: Call, list: List, properties: Record<string, unknown>): Record<string, unknown> {
  const dates = call.site.fields.all(list.number).filter(({ TypeAsString }) => TypeAsString === 'DateTime');
  const changed = { ...properties };
  for (const { InternalName: name } of dates) {
    if (typeof changed[name] === 'string') changed[name] = new Date(toSiteTime(Date.parse(changed[name]))).toISOString().slice(0, 19);
  }
  return changed;
}
