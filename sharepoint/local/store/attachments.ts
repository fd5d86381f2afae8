import { fileNotFound, nameInUse } from '../errors';
import type { Database } from './database';
import type { Item } from './items';
import type { List } from './lists';

/** The files that are attached to the items of lists. */
export class Attachments {
  public constructor(private readonly database: Database) {}

  public names(item: Item): string[] {
    return this.database
      .all('SELECT name FROM attachments WHERE list = ? AND item = ? ORDER BY name', item.list.number, item.id)
      .map(({ name }) => String(name));
  }

  /** The name of an attachment as it was given, if the item has one of this name. */
  public find(item: Item, name: string): string | undefined {
    const row = this.database.get('SELECT name FROM attachments WHERE list = ? AND item = ? AND name = ?', item.list.number, item.id, name);
    return row && String(row.name);
  }

  public contents(item: Item, name: string): Uint8Array {
    const bytes = this.database.get(
      'SELECT bytes FROM attachments WHERE list = ? AND item = ? AND name = ?',
      item.list.number,
      item.id,
      name
    )?.bytes;
    if (!(bytes instanceof Uint8Array)) throw fileNotFound();
    return bytes;
  }

  public add(item: Item, name: string, bytes: Uint8Array): void {
    if (this.find(item, name) !== undefined) {
      throw nameInUse(
        'The specified name is already in use.\n\nThe document or folder name was not changed.  To change the name to a different value, close this dialog and edit the properties of the document or folder.'
      );
    }
    this.database.run('INSERT INTO attachments (list, item, name, bytes) VALUES (?, ?, ?, ?)', item.list.number, item.id, name, bytes);
    this.count(item);
  }

  public write(item: Item, name: string, bytes: Uint8Array): void {
    this.database.run('UPDATE attachments SET bytes = ? WHERE list = ? AND item = ? AND name = ?', bytes, item.list.number, item.id, name);
  }

  public remove(item: Item, name: string): void {
    this.database.run('DELETE FROM attachments WHERE list = ? AND item = ? AND name = ?', item.list.number, item.id, name);
    this.count(item);
  }

  /** Forgets what was attached to something that is gone for good. */
  public forget(list: List, id: number): void {
    this.database.run('DELETE FROM attachments WHERE list = ? AND item = ?', list.number, id);
  }

  /** The column Attachments says whether there are any. */
  private count(item: Item): void {
    this.database.run(
      `UPDATE items_${item.list.number} SET "Attachments" = EXISTS (SELECT 1 FROM attachments WHERE list = ?1 AND item = ?2) WHERE "ID" = ?2`,
      item.list.number,
      item.id
    );
  }
}
