import { badQuery, badRequest, fileNotFound, nameInUse, resourceNotFound } from '../../errors';
import type { Stored } from '../../store/field-types';
import { pathOf, type Item, type Values } from '../../store/items';
import type { List } from '../../store/lists';
import { checkName, freeName } from '../../store/names';
import { permission } from '../../store/permission-bits';
import { withoutOrigin } from '../addresses';
import type { Call } from '../call';
import { asObject, value, type Answer, type Payload, type Resource } from '../model';
import { argument, type Segment } from '../path';
import { demandChange, demandDeletion } from './items';

/** What happens where there is something of that name already. */
export interface MoveOptions {
  overwrite: boolean;
  /** Give it another name instead: report1.docx. */
  keepBoth: boolean;
}

interface Destination {
  list: List;
  directory: string;
  leaf: string;
  existing: Item | undefined;
}

/** Looks at where something is to go: the folder has to be there, and the name to be free. */
function destinationOf(call: Call, item: Item, to: string, { overwrite, keepBoth }: MoveOptions, copies: boolean): Destination {
  const { items, lists } = call.site;
  const list = lists.owning(to);
  if (!list) throw fileNotFound();
  const slash = to.lastIndexOf('/');
  const directory = to.slice(0, slash);
  const isRoot = directory.toLowerCase() === list.root.toLowerCase();
  const folder = isRoot ? undefined : items.byPath(directory);
  if (!isRoot && (!folder?.folder || !call.access.sees(folder))) throw fileNotFound();
  const taken = (leaf: string): boolean => {
    const there = items.byPath(`${directory}/${leaf}`);
    return there !== undefined && !(there.list.id === item.list.id && there.id === item.id);
  };
  const given = to.slice(slash + 1);
  checkName(given, directory);
  const leaf = keepBoth ? freeName(given, taken) : given;
  const existing = taken(leaf) ? items.byPath(`${directory}/${leaf}`) : undefined;
  // Which names are taken is told to who sees what has them, or may add there.
  const stays = !copies && directory.toLowerCase() === item.directory.toLowerCase();
  if (!stays && !(existing && call.access.sees(existing))) call.access.add(list, directory);
  if (existing && (!overwrite || existing.folder || item.folder)) {
    throw nameInUse(`A file with the name ${directory}/${leaf} already exists.`);
  }
  return { list, directory, leaf, existing };
}

/** The columns of a document that its new library has too. */
function columnsFor(call: Call, item: Item, list: List): Values {
  const { fields } = call.site;
  const shared = fields.all(list.number).filter((field) => {
    const source = fields.byName(item.list.number, field.InternalName);
    const own = field.FromBaseType ? field.InternalName === 'Title' : field.PrimaryFieldId === undefined && !field.EnforceUniqueValues;
    return own && source?.TypeAsString === field.TypeAsString && source.LookupList === field.LookupList;
  });
  return new Map(shared.map(({ InternalName: name }) => [name, (item.row[name] ?? null) as Stored]));
}

/** Copies a document, or a folder with what is in it that the user may see. */
export function copyItem(call: Call, item: Item, to: string, options: MoveOptions): void {
  const { items } = call.site;
  call.access.item(item, permission.openItems);
  const { list, directory, leaf, existing } = destinationOf(call, item, to, options, true);
  if (!list.library || !item.list.library) throw badRequest('Only documents and folders of libraries can be copied.');
  if (existing) demandChange(call, existing, permission.editListItems);
  else call.access.add(list, directory);
  if (item.folder) {
    if (`${directory}/`.toLowerCase().startsWith(`${pathOf(item)}/`.toLowerCase()))
      throw badRequest('A folder cannot be copied into itself.');
    items.add(list, call.user, new Map([['Title', leaf]]), { directory, leaf, folder: true });
    for (const inside of [...items.inFolder(item.list, pathOf(item), true), ...items.inFolder(item.list, pathOf(item), false)]) {
      if (call.access.sees(inside)) copyItem(call, inside, `${directory}/${leaf}/${inside.leaf}`, { overwrite: false, keepBoth: false });
    }
    return;
  }
  const bytes = items.contents(item);
  const target = existing ?? items.add(list, call.user, columnsFor(call, item, list), { directory, leaf, size: bytes.length });
  items.write(target, call.user, bytes, existing === undefined);
}

/** Moves an item, document or folder within its list: it keeps its id. Needs delete where it is and add where it goes. */
export function moveItem(call: Call, item: Item, to: string, options: MoveOptions): void {
  const { items } = call.site;
  const { list, directory, leaf, existing } = destinationOf(call, item, to, options, false);
  if (directory.toLowerCase() === item.directory.toLowerCase()) demandChange(call, item, permission.editListItems);
  else {
    demandDeletion(call, item);
    call.access.add(list, directory);
  }
  if (item.folder && `${directory}/`.toLowerCase().startsWith(`${pathOf(item)}/`.toLowerCase())) {
    throw badRequest('A folder cannot be moved into itself.');
  }
  if (existing) {
    demandChange(call, existing, permission.deleteListItems);
    items.remove(existing);
  }
  if (list.id === item.list.id) {
    items.move(item, call.user, directory, leaf);
    return;
  }
  // Another library: a new row there, with the contents; the old one goes.
  if (item.folder || !list.library || !item.list.library) throw badRequest('Only documents can be moved to another library.');
  demandChange(call, item, permission.deleteListItems);
  const bytes = items.contents(item);
  const moved = items.add(list, call.user, columnsFor(call, item, list), { directory, leaf, size: bytes.length });
  items.write(moved, call.user, bytes, true);
  items.remove(item);
}

const addressIn = (call: Call, given: unknown, what: string): string => {
  const address = typeof given === 'string' ? given : (given as { DecodedUrl?: unknown } | null | undefined)?.DecodedUrl;
  if (typeof address !== 'string' || address === '') throw badQuery(`The parameter ${what} is missing.`);
  return withoutOrigin(call, address);
};

/** SP.MoveCopyUtil: copies and moves by absolute address. */
export function moveCopyUtil(call: Call, segment: Segment): Resource {
  const match = /^sp\.movecopyutil\.(move|copy)(file|folder)(bypath)?$/.exec(segment.name);
  if (!match) throw resourceNotFound(segment.raw);
  const [, action, kind] = match;
  return {
    post: (payload: Payload): Answer => {
      const body = asObject(payload);
      const from = addressIn(call, body.srcPath ?? body.srcUrl, 'srcPath');
      const to = addressIn(call, body.destPath ?? body.destUrl, 'destPath').replace(/\/$/, '');
      const given = (body.options ?? {}) as { KeepBoth?: unknown };
      const options = {
        overwrite: kind === 'file' && (argument(segment, 'overwrite') === true || body.overwrite === true),
        keepBoth: given.KeepBoth === true
      };
      const item = call.site.items.byPath(from.replace(/\/$/, ''));
      if (!item || !call.access.sees(item) || item.folder !== (kind === 'folder')) throw fileNotFound();
      if (action === 'copy') copyItem(call, item, to, options);
      else moveItem(call, item, to, options);
      return value(segment.raw, null);
    }
  };
}
