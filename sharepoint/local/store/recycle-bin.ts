import { randomUUID } from 'node:crypto';
import { alreadyExists, badRequest, recycledNotFound } from '../errors';
import { now } from './clock';
import type { Database, Row } from './database';
import { quote } from './fields';
import { pathOf, type Item, type Items } from './items';
import type { List, Lists } from './lists';
import type { User } from './principals';
import { plainGuid } from './guid';

/** Kinds of things in a recycle bin (SP.RecycleBinItemType). */
const kinds = { file: 1, item: 3, list: 4, folder: 5 } as const;

/** Something that was deleted and can come back. */
export interface Recycled {
  id: string;
  list: number;
  item: number;
  kind: number;
  /** 1: its deleter's own recycle bin, 2: the site collection's. */
  stage: number;
  deleted: string;
  deletedBy: number;
  title: string;
  leaf: string;
  directory: string;
  size: number;
  author: number;
  /** The rows themselves: of a folder with everything that was in it. */
  rows: Row[];
}

const fromRow = (row: Row): Recycled => ({
  ...(JSON.parse(String(row.properties)) as Pick<Recycled, 'title' | 'leaf' | 'directory' | 'size' | 'author' | 'rows'>),
  id: String(row.id),
  list: Number(row.list),
  item: Number(row.item),
  kind: Number(row.kind),
  stage: Number(row.stage),
  deleted: String(row.deleted),
  deletedBy: Number(row.deleted_by)
});

/** What was recycled: items, documents, folders. Contents, versions and attachments stay until it is emptied. */
export class RecycleBin {
  public constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly items: Items
  ) {}

  /** Moves an item, document or folder into the recycle bin; answers its id there. */
  public recycle(item: Item, user: User): string {
    const id = randomUUID();
    const rows = this.items.takeOut(item);
    const title = item.folder || item.list.library ? item.leaf : String(item.row.Title ?? item.leaf);
    this.database.run(
      'INSERT INTO recycle_bin (id, list, item, kind, stage, deleted, deleted_by, properties) VALUES (?, ?, ?, ?, 1, ?, ?, ?)',
      id,
      item.list.number,
      item.id,
      item.folder ? kinds.folder : item.list.library ? kinds.file : kinds.item,
      now(),
      user.id,
      JSON.stringify({ title, leaf: item.leaf, directory: item.directory, size: item.row.FileSize, author: item.row.Author, rows })
    );
    return id;
  }

  /** Moves a list with all that is in it into the recycle bin; answers its id there. */
  public recycleList(list: List, user: User): string {
    const id = randomUUID();
    const slash = list.root.lastIndexOf('/');
    this.database.run(
      'INSERT INTO recycle_bin (id, list, item, kind, stage, deleted, deleted_by, properties) VALUES (?, ?, 0, ?, 1, ?, ?, ?)',
      id,
      list.number,
      kinds.list,
      now(),
      user.id,
      JSON.stringify({
        title: list.title,
        leaf: list.root.slice(slash + 1),
        directory: list.root.slice(0, slash),
        size: 0,
        author: user.id,
        rows: []
      })
    );
    this.lists.recycle(list, id);
    return id;
  }

  /** What somebody deleted themselves; a site collection administrator sees all, of both stages. */
  public of(user: User, everyones: boolean): Recycled[] {
    const all = this.database.all('SELECT * FROM recycle_bin ORDER BY deleted DESC, id').map(fromRow);
    return all.filter((one) => everyones || (one.deletedBy === user.id && one.stage === 1));
  }

  public toSecondStage(one: Recycled): void {
    this.database.run('UPDATE recycle_bin SET stage = 2 WHERE id = ?', one.id);
  }

  public has(id: string): boolean {
    return this.database.get('SELECT 1 FROM recycle_bin WHERE id = ?', id) !== undefined;
  }

  public isList(one: Recycled): boolean {
    return one.kind === kinds.list;
  }

  /** Puts something back where it was. */
  public restore(one: Recycled): void {
    if (one.kind === kinds.list) {
      this.lists.restore(one.list, one.title, formerPath(one));
      this.database.run('DELETE FROM recycle_bin WHERE id = ?', one.id);
      return;
    }
    const list = this.lists.byNumber(one.list);
    if (list.recycled) throw badRequest('The list that this was in is in the recycle bin itself. Restore the list first.');
    const root = list.root.toLowerCase();
    if (one.directory.toLowerCase() !== root && !this.items.byPath(one.directory)?.folder) {
      throw badRequest('The folder that this was in does not exist any more. Restore the folder first.');
    }
    if (this.items.byPath(`${one.directory}/${one.leaf}`)) {
      throw alreadyExists(`A file or folder with the name ${one.directory}/${one.leaf} already exists.`);
    }
    const columns = new Set(
      this.database.all(`SELECT name FROM pragma_table_info('items_${list.number}')`).map(({ name }) => String(name))
    );
    // The folder first: what was in it inherits from it.
    for (const row of one.rows) {
      // Columns that were deleted meanwhile are left out.
      const names = Object.keys(row).filter((name) => columns.has(name));
      const scope = this.items.scopeForRestored(list, row);
      const values = names.map((name) => (name === 'ScopeId' ? scope : (row[name] ?? null)));
      this.database.run(
        `INSERT INTO items_${list.number} (${names.map(quote).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        ...values
      );
    }
    this.database.run('DELETE FROM recycle_bin WHERE id = ?', one.id);
    for (const row of one.rows) this.items.checkRestored(this.items.byId(list, Number(row.ID)));
    this.items.restored(this.items.byId(list, one.item));
  }

  /** Deletes something for good. */
  public remove(one: Recycled): void {
    const list = this.lists.byNumber(one.list);
    if (one.kind === kinds.list) {
      this.lists.remove(list);
      return;
    }
    for (const row of one.rows) this.items.forget(list, Number(row.ID), String(row.UniqueId));
    this.database.run('DELETE FROM recycle_bin WHERE id = ?', one.id);
  }
}

/** One of somebody's own. Throws SharePoint's error for none. */
export function recycledById(all: Recycled[], id: string): Recycled {
  const wanted = plainGuid(id);
  const found = all.find((one) => one.id === wanted);
  if (!found) throw recycledNotFound();
  return found;
}

/** Where something was, with its name. */
export const formerPath = (one: Recycled): string => pathOf({ directory: one.directory, leaf: one.leaf });
