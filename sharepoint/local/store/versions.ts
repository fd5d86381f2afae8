import type { Database, Row } from './database';
import type { Item } from './items';
import type { List } from './lists';

/** An earlier state of an item or document. */
export interface Version {
  version: number;
  /** The row as it was. */
  row: Row;
}

/** Earlier states of items and documents, as many as their list keeps. */
export class Versions {
  public constructor(private readonly database: Database) {}

  /** Keeps an item as it is, before it changes. The oldest go when there are more than the list keeps. */
  public keep(item: Item): void {
    const { list } = item;
    if (!list.settings.EnableVersioning || item.folder) return;
    this.database.run(
      `INSERT INTO versions (list, item, version, properties, bytes) VALUES (?, ?, ?, ?, ${list.library ? '(SELECT bytes FROM contents WHERE unique_id = ?)' : '?'})`,
      list.number,
      item.id,
      item.version,
      JSON.stringify(item.row),
      list.library ? item.uniqueId : null
    );
    const limit = list.settings.MajorVersionLimit;
    if (limit > 0) {
      this.database.run(
        'DELETE FROM versions WHERE list = ?1 AND item = ?2 AND version <= (SELECT version FROM versions WHERE list = ?1 AND item = ?2 ORDER BY version DESC LIMIT 1 OFFSET ?3)',
        list.number,
        item.id,
        limit - 1
      );
    }
  }

  /** Earlier states, the latest first. */
  public of(item: Item): Version[] {
    return this.database
      .all('SELECT version, properties FROM versions WHERE list = ? AND item = ? ORDER BY version DESC', item.list.number, item.id)
      .map((row) => ({ version: Number(row.version), row: JSON.parse(String(row.properties)) as Row }));
  }

  public contents(item: Item, version: number): Uint8Array {
    const bytes = this.database.get(
      'SELECT bytes FROM versions WHERE list = ? AND item = ? AND version = ?',
      item.list.number,
      item.id,
      version
    )?.bytes;
    return bytes instanceof Uint8Array ? bytes : new Uint8Array();
  }

  public remove(item: Item, version: number): void {
    this.database.run('DELETE FROM versions WHERE list = ? AND item = ? AND version = ?', item.list.number, item.id, version);
  }

  /** Forgets all earlier states of something. */
  public forget(list: List, id: number): void {
    this.database.run('DELETE FROM versions WHERE list = ? AND item = ?', list.number, id);
  }
}
