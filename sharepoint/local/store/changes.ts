import { now } from './clock';
import type { Database } from './database';
import type { List } from './lists';

/** Kinds of change (SP.ChangeType). */
export const changeKind = { add: 1, update: 2, deleteObject: 3, rename: 4, restore: 7 } as const;

/** One thing that happened to an item. */
export interface Change {
  id: number;
  item: number;
  kind: number;
  time: string;
}

/** What happened to the items of each list, in order: for change queries and for the crawl. */
export class Changes {
  public constructor(private readonly database: Database) {}

  public note(list: List, item: number, kind: number): void {
    this.database.run('INSERT INTO changes (list, item, kind, time) VALUES (?, ?, ?, ?)', list.number, item, kind, now());
  }

  /** Changes of a list after a change, the oldest first. */
  public after(list: List, id: number, most: number): Change[] {
    return this.database
      .all('SELECT id, item, kind, time FROM changes WHERE list = ? AND id > ? ORDER BY id LIMIT ?', list.number, id, most)
      .map((row) => ({ id: Number(row.id), item: Number(row.item), kind: Number(row.kind), time: String(row.time) }));
  }

  /** The id of the latest change on the site. */
  public latest(): number {
    return Number(this.database.get('SELECT COALESCE(MAX(id), 0) AS id FROM changes')?.id);
  }
}
