import { randomUUID } from 'node:crypto';
import { alreadyExists, badRequest, duplicateValue, invalidLookup, itemNotFound, propertyNotFound, throttled } from '../errors';
import type { Attachments } from './attachments';
import { changeKind, type Changes } from './changes';
import { now } from './clock';
import type { Database, Row } from './database';
import type { Stored } from './field-types';
import { quote, type Fields, type TypedField } from './fields';
import type { List, Lists } from './lists';
import { longestPath, pathTooLong } from './names';
import { below, type Permissions } from './permissions';
import type { Principals, User } from './principals';
import type { Versions } from './versions';
import { plainGuid } from './guid';
import { validateRow } from './validation';

/** An item, folder or document of a list: its row. */
export interface Item {
  list: List;
  id: number;
  uniqueId: string;
  version: number;
  folder: boolean;
  /** Server-relative address of the folder it is in. */
  directory: string;
  /** Its name in that folder; for list items <ID>_.000. */
  leaf: string;
  row: Row;
}

/** A query may look at this many rows, and no more. */
export const viewThreshold = 5000;

/** Values to write, by internal name of the column. */
export type Values = Map<string, Stored>;

interface Place {
  directory: string;
  leaf?: string;
  folder?: boolean;
  size?: number;
}

/** A row of a list's table as an item. */
export const itemFromRow = (list: List, row: Row): Item => ({
  list,
  id: Number(row.ID),
  uniqueId: String(row.UniqueId),
  version: Number(row.owshiddenversion),
  folder: row.FSObjType === 1,
  directory: String(row.FileDirRef),
  leaf: String(row.FileLeafRef),
  row
});

const etagOf = (uniqueId: string, version: number): string => `"${uniqueId},${version}"`;

/** An item's ETag: its id and version. */
export const itemEtag = (item: Item): string => etagOf(item.uniqueId, item.version);

/** Server-relative address of an item, folder or document. */
export const pathOf = (item: Pick<Item, 'directory' | 'leaf'>): string => `${item.directory}/${item.leaf}`;

const defaultOf = (field: TypedField): Stored => {
  const text = field.DefaultValue;
  if (text === null || text === '') return null;
  if (field.TypeAsString === 'DateTime' && text.toLowerCase() === '[today]') return field.type.read(now(), field);
  if (field.TypeAsString === 'Boolean') return text === '1' || /^(true|yes)$/i.test(text) ? 1 : 0;
  if (field.type.multi) return field.type.read([text], field);
  return field.type.read(text, field);
};

/** The rows of lists and libraries. Every method must run inside a transaction of the caller where it writes. */
export class Items {
  public constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly fields: Fields,
    private readonly principals: Principals,
    private readonly permissions: Permissions,
    private readonly versions: Versions,
    private readonly attachments: Attachments,
    private readonly changes: Changes
  ) {}

  /** An item by id. Throws SharePoint's error if there is none. */
  public byId(list: List, id: number): Item {
    const item = this.ifThere(list, id);
    if (!item) throw itemNotFound();
    return item;
  }

  /** An item by id, if there is one. */
  public ifThere(list: List, id: number): Item | undefined {
    const row = this.database.get(`SELECT * FROM items_${list.number} WHERE "ID" = ?`, id);
    return row && itemFromRow(list, row);
  }

  public byUniqueId(uniqueId: string): Item | undefined {
    for (const list of this.lists.all()) {
      const row = this.database.get(`SELECT * FROM items_${list.number} WHERE "UniqueId" = ?`, plainGuid(uniqueId));
      if (row) return itemFromRow(list, row);
    }
    return undefined;
  }

  /** The folder or document at a server-relative address. */
  public byPath(path: string): Item | undefined {
    const list = this.lists.owning(path);
    if (!list) return undefined;
    const slash = path.lastIndexOf('/');
    const row = this.database.get(
      `SELECT * FROM items_${list.number} WHERE fold("FileDirRef") = fold(?) AND fold("FileLeafRef") = fold(?)`,
      path.slice(0, slash),
      path.slice(slash + 1)
    );
    return row && itemFromRow(list, row);
  }

  /** What lies directly in a folder. */
  public inFolder(list: List, directory: string, folders: boolean): Item[] {
    return this.database
      .all(
        `SELECT * FROM items_${list.number} WHERE fold("FileDirRef") = fold(?) AND "FSObjType" = ? ORDER BY fold("FileLeafRef")`,
        directory,
        folders ? 1 : 0
      )
      .map((row) => itemFromRow(list, row));
  }

  /** The same for showing it: a folder of more than 5,000 is too much to look at. */
  public shownInFolder(list: List, directory: string, folders: boolean): Item[] {
    if (this.countIn(list, directory, folders) > viewThreshold) throw throttled();
    return this.inFolder(list, directory, folders);
  }

  /** Everything in a folder and below it. */
  public below(folder: Item): Item[] {
    return this.database
      .all(`SELECT * FROM items_${folder.list.number} WHERE ${below('?1')}`, pathOf(folder))
      .map((row) => itemFromRow(folder.list, row));
  }

  /** Number of folders, or of items and documents, directly in a folder. */
  public countIn(list: List, directory: string, folders: boolean): number {
    const row = this.database.get(
      `SELECT COUNT(*) AS count FROM items_${list.number} WHERE fold("FileDirRef") = fold(?) AND "FSObjType" = ?`,
      directory,
      folders ? 1 : 0
    );
    return Number(row?.count);
  }

  /** Adds an item, folder or document; columns that are not given get their default. */
  public add(list: List, user: User, values: Values, place: Place): Item {
    let id = this.reserveId(list);
    // Somebody may have given the name of the next item to a folder.
    while (place.leaf === undefined && this.byPath(`${place.directory}/${id}_.000`)) id = this.reserveId(list);
    const time = now();
    const columns: Values = new Map<string, Stored>([
      ['ID', id],
      ['GUID', randomUUID()],
      ['UniqueId', randomUUID()],
      ['owshiddenversion', 1],
      ['Created', time],
      ['Modified', time],
      ['Author', user.id],
      ['Editor', user.id],
      ['FSObjType', place.folder ? 1 : 0],
      ['FileDirRef', place.directory],
      ['FileLeafRef', place.leaf ?? `${id}_.000`],
      ['FileSize', place.size ?? 0],
      ['ScopeId', this.permissions.scopeOfFolder(list, place.directory)]
    ]);
    if (this.byPath(`${place.directory}/${place.leaf ?? `${id}_.000`}`)) {
      throw alreadyExists(`A file or folder with the name ${place.directory}/${place.leaf} already exists.`);
    }
    for (const field of this.fields.all(list.number)) {
      if (field.PrimaryFieldId !== undefined) continue;
      if (field.FromBaseType && field.InternalName !== 'Title') {
        // Only forms can write who made something and when.
        const own = values.get(field.InternalName);
        if (own !== undefined && own !== null && columns.has(field.InternalName)) columns.set(field.InternalName, own);
        continue;
      }
      const value = values.has(field.InternalName) ? values.get(field.InternalName) : place.folder ? null : defaultOf(field);
      columns.set(field.InternalName, value ?? null);
    }
    this.check(list, values, undefined);
    for (const field of this.fields.all(list.number)) {
      if (!field.FromBaseType && !values.has(field.InternalName))
        this.checkValue(list, field, columns.get(field.InternalName) ?? null, undefined);
    }
    if (!place.folder) validateRow(list, this.fields.all(list.number), (name) => columns.get(name) ?? null);
    const names = [...columns.keys()].map(quote).join(', ');
    const marks = [...columns.keys()].map(() => '?').join(', ');
    this.database.run(`INSERT INTO items_${list.number} (${names}) VALUES (${marks})`, ...columns.values());
    this.touch(list, time);
    this.changes.note(list, id, changeKind.add);
    return this.byId(list, id);
  }

  /** Takes the next id of a list; it is not given again. */
  public reserveId(list: List): number {
    return Number(
      this.database.get('UPDATE lists SET last_item_id = last_item_id + 1 WHERE number = ? RETURNING last_item_id AS id', list.number)?.id
    );
  }

  /** Changes columns of an item; its version goes up by one and the state before is kept. */
  public update(item: Item, user: User, values: Values): Item {
    this.versions.keep(item);
    return this.change(item, user, values);
  }

  /** Gives a document or folder another name or place in its list; what is in a folder goes with it. */
  public move(item: Item, user: User, directory: string, leaf: string): Item {
    const { list } = item;
    const from = pathOf(item);
    const to = `${directory}/${leaf}`;
    if (from.toLowerCase() !== to.toLowerCase() && this.byPath(to)) {
      throw alreadyExists(`A file or folder with the name ${to} already exists.`);
    }
    if (item.folder) {
      const longest = Number(
        this.database.get(
          `SELECT MAX(length("FileDirRef") + 1 + length("FileLeafRef")) AS most FROM items_${list.number} WHERE ${below('?1')}`,
          from
        )?.most
      );
      if (longest - from.length + to.length > longestPath) throw pathTooLong();
      this.database.run(
        `UPDATE items_${list.number} SET "FileDirRef" = ?1 || substr("FileDirRef", length(?2) + 1) WHERE ${below('?2')}`,
        to,
        from
      );
    }
    this.database.run(`UPDATE items_${list.number} SET "FileDirRef" = ?, "FileLeafRef" = ? WHERE "ID" = ?`, directory, leaf, item.id);
    const moved = this.byId(list, item.id);
    this.permissions.inheritAt(moved);
    this.changes.note(list, item.id, changeKind.rename);
    return this.update(moved, user, new Map());
  }

  /** Deletes an item, a document, or a folder with all that is in it, for good. */
  public remove(item: Item): void {
    for (const row of this.takeOut(item)) this.forget(item.list, Number(row.ID), String(row.UniqueId));
  }

  /** Takes an item out of its list, a folder with all that is in it; answers the rows. */
  public takeOut(item: Item): Row[] {
    const { list } = item;
    const inside = item.folder ? this.database.all(`SELECT * FROM items_${list.number} WHERE ${below('?1')}`, pathOf(item)) : [];
    for (const row of [...inside, item.row]) {
      this.database.run(`DELETE FROM items_${list.number} WHERE "ID" = ?`, Number(row.ID));
      this.changes.note(list, Number(row.ID), changeKind.deleteObject);
    }
    this.touch(list, now());
    return [item.row, ...inside.sort((a, b) => String(a.FileDirRef).length - String(b.FileDirRef).length)];
  }

  /** Forgets what belonged to a row that is gone for good: contents, versions, attachments, permissions. */
  public forget(list: List, id: number, uniqueId: string): void {
    this.database.run('DELETE FROM contents WHERE unique_id = ?', uniqueId);
    this.versions.forget(list, id);
    this.attachments.forget(list, id);
    this.permissions.forgetItem(list, id);
  }

  /** What comes back keeps permissions of its own; the rest inherits from where it is put, whatever that has become. */
  public scopeForRestored(list: List, row: Row): number {
    const own = this.database.get('SELECT id FROM scopes WHERE list = ? AND item = ?', list.number, Number(row.ID));
    return own ? Number(own.id) : this.permissions.scopeOfFolder(list, String(row.FileDirRef));
  }

  /** Refuses what came back with a value that has to be unique and is no longer. */
  public checkRestored(item: Item): void {
    for (const field of this.fields.all(item.list.number)) {
      if (field.EnforceUniqueValues) this.checkValue(item.list, field, (item.row[field.InternalName] ?? null) as Stored, item.id);
    }
  }

  /** Notes that something is back from the recycle bin. */
  public restored(item: Item): void {
    this.touch(item.list, now());
    this.changes.note(item.list, item.id, changeKind.restore);
  }

  /** Sets or ends a check-out; the version stays. */
  public setCheckout(item: Item, user: number | null): Item {
    this.database.run(`UPDATE items_${item.list.number} SET "CheckoutUser" = ? WHERE "ID" = ?`, user, item.id);
    return this.byId(item.list, item.id);
  }

  /** A document's bytes. */
  public contents(item: Item): Uint8Array {
    const bytes = this.database.get('SELECT bytes FROM contents WHERE unique_id = ?', item.uniqueId)?.bytes;
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  }

  /** Writes a document's bytes; its version goes up by one unless it is new. */
  public write(item: Item, user: User, bytes: Uint8Array, isNew: boolean): Item {
    if (!isNew) this.versions.keep(item);
    this.database.run(
      'INSERT INTO contents (unique_id, bytes) VALUES (?, ?) ON CONFLICT (unique_id) DO UPDATE SET bytes = excluded.bytes',
      item.uniqueId,
      bytes
    );
    if (isNew) return item;
    return this.change(item, user, new Map([['FileSize', bytes.length]]));
  }

  private change(item: Item, user: User, values: Values): Item {
    const { list } = item;
    this.check(list, values, item.id);
    const time = now();
    const columns: Values = new Map<string, Stored>([['Modified', time], ['Editor', user.id], ...values]);
    // A note that is only added to is about one version: a change that leaves it out leaves it empty.
    for (const { InternalName: name, AppendOnly } of this.fields.all(list.number)) {
      if (AppendOnly && !values.has(name)) columns.set(name, null);
    }
    if (!item.folder) {
      validateRow(list, this.fields.all(list.number), (name) =>
        columns.has(name) ? (columns.get(name) ?? null) : ((item.row[name] ?? null) as Stored)
      );
    }
    const sets = [...columns.keys()].map((name) => `${quote(name)} = ?`).join(', ');
    this.database.run(
      `UPDATE items_${list.number} SET ${sets}, "owshiddenversion" = "owshiddenversion" + 1 WHERE "ID" = ?`,
      ...columns.values(),
      item.id
    );
    this.touch(list, time);
    this.changes.note(list, item.id, changeKind.update);
    return this.byId(list, item.id);
  }

  private touch(list: List, time: string): void {
    this.database.run('UPDATE lists SET modified = ? WHERE number = ?', time, list.number);
  }

  /** Unique values are unique, lookups and people exist. */
  private check(list: List, values: Values, itself: number | undefined): void {
    for (const [name, value] of values) {
      const field = this.fields.byName(list.number, name);
      if (field) this.checkValue(list, field, value, itself);
      else if (name !== 'FileSize') throw propertyNotFound(name);
    }
  }

  /** Refuses one value: where it has to be unique and is not, or refers to what does not exist. */
  public checkValue(list: List, field: TypedField, value: Stored, itself: number | undefined): void {
    if (value === null) return;
    if (field.EnforceUniqueValues) {
      const name = quote(field.InternalName);
      const column = field.type.text ? `fold(${name}) = fold(?)` : `${name} = ?`;
      const other = this.database.get(`SELECT "ID" FROM items_${list.number} WHERE ${column} AND "ID" <> ?`, value, itself ?? 0);
      if (other) throw duplicateValue();
    }
    if (field.type.refers) this.checkReferences(field, value);
  }

  private checkReferences(field: TypedField, value: Stored): void {
    const ids = field.type.multi ? (JSON.parse(String(value)) as number[]) : [Number(value)];
    for (const id of ids) {
      const found =
        field.type.refers === 'person'
          ? (this.principals.userById(id) ?? this.principals.groupById(id))
          : this.database.get(`SELECT 1 FROM items_${this.lists.byId(field.LookupList ?? '').number} WHERE "ID" = ?`, id);
      if (!found) {
        throw field.type.refers === 'person' ? badRequest('The specified user could not be found.') : invalidLookup();
      }
    }
  }
}
