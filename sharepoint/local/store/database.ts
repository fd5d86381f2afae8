import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';
import { wordsOf } from './words';

/** A row as SQLite gives it: column name to value. */
export type Row = Record<string, null | number | bigint | string | Uint8Array>;

const schema = `
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- Users and groups share one number series, as in SharePoint (a principal id names either).
CREATE TABLE IF NOT EXISTS principals (
  id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL CHECK (kind IN ('user', 'group')),
  login TEXT NOT NULL COLLATE NOCASE, title TEXT NOT NULL COLLATE NOCASE, email TEXT NOT NULL DEFAULT '',
  aad_object_id TEXT, site_admin INTEGER NOT NULL DEFAULT 0, properties TEXT NOT NULL DEFAULT '{}');
CREATE UNIQUE INDEX IF NOT EXISTS principals_login ON principals (kind, login);
CREATE TABLE IF NOT EXISTS group_members (
  group_id INTEGER NOT NULL REFERENCES principals ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES principals ON DELETE CASCADE, PRIMARY KEY (group_id, user_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS role_definitions (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, description TEXT NOT NULL, kind INTEGER NOT NULL,
  position INTEGER NOT NULL, high INTEGER NOT NULL, low INTEGER NOT NULL);
-- A scope is a set of role assignments: the site's (no list), a list's (no item), or that of a folder or item.
CREATE TABLE IF NOT EXISTS scopes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL, list INTEGER REFERENCES lists ON DELETE CASCADE, item INTEGER);
CREATE UNIQUE INDEX IF NOT EXISTS scopes_owner ON scopes (list, item);
CREATE TABLE IF NOT EXISTS role_assignments (
  scope INTEGER NOT NULL REFERENCES scopes ON DELETE CASCADE, principal_id INTEGER NOT NULL REFERENCES principals ON DELETE CASCADE,
  role_id INTEGER NOT NULL REFERENCES role_definitions, PRIMARY KEY (scope, principal_id, role_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS role_assignments_principal ON role_assignments (principal_id);
CREATE TABLE IF NOT EXISTS lists (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL COLLATE NOCASE UNIQUE,
  root TEXT NOT NULL COLLATE NOCASE UNIQUE, template INTEGER NOT NULL, last_item_id INTEGER NOT NULL DEFAULT 0,
  created TEXT NOT NULL, modified TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 0, scope INTEGER NOT NULL DEFAULT 1,
  recycled TEXT, properties TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS fields (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, name TEXT NOT NULL COLLATE NOCASE, position INTEGER NOT NULL,
  id TEXT NOT NULL, title TEXT NOT NULL, properties TEXT NOT NULL, PRIMARY KEY (list, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS views (
  id TEXT PRIMARY KEY, list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, position INTEGER NOT NULL,
  title TEXT NOT NULL COLLATE NOCASE, properties TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (unique_id TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS versions (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, item INTEGER NOT NULL, version INTEGER NOT NULL,
  properties TEXT NOT NULL, bytes BLOB);
CREATE UNIQUE INDEX IF NOT EXISTS versions_key ON versions (list, item, version);
CREATE TABLE IF NOT EXISTS attachments (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, item INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS attachments_key ON attachments (list, item, name);
CREATE TABLE IF NOT EXISTS recycle_bin (
  id TEXT PRIMARY KEY, list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, item INTEGER NOT NULL, kind INTEGER NOT NULL,
  stage INTEGER NOT NULL, deleted TEXT NOT NULL, deleted_by INTEGER NOT NULL, properties TEXT NOT NULL) WITHOUT ROWID;
-- What a crawl has read: search answers from here, so it is as far behind as the last crawl.
CREATE TABLE IF NOT EXISTS crawled (
  list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, item INTEGER NOT NULL, path TEXT NOT NULL,
  words TEXT NOT NULL, properties TEXT NOT NULL, PRIMARY KEY (list, item)) WITHOUT ROWID;
-- What happened to items, in the order in which it happened.
CREATE TABLE IF NOT EXISTS changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT, list INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, item INTEGER NOT NULL,
  kind INTEGER NOT NULL, time TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS changes_list ON changes (list, id);
`;

/** Goes up when tables change in a way that an older file lacks. */
const currentShape = 2;

/**
 * The one SQLite file behind a local SharePoint.
 *
 * Every request that changes something runs in one transaction that is on the disk before the answer goes out, so a
 * killed process loses nothing that was answered and leaves nothing half-written.
 */
export class Database {
  private readonly sqlite: DatabaseSync;
  private readonly statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  private depth = 0;

  /** Opens or creates the file; `:memory:` keeps nothing. */
  public constructor(file: string) {
    this.sqlite = new DatabaseSync(file);
    this.sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;');
    // SharePoint compares text without regard to case; SQLite's own LOWER and LIKE know ASCII only.
    this.sqlite.function('fold', { deterministic: true }, (value) =>
      typeof value === 'string' ? value.toLocaleLowerCase('en-GB') : value
    );
    this.sqlite.function('words', { deterministic: true }, (value) => wordsOf(typeof value === 'string' ? value : ''));
    this.bringUpToDate();
  }

  /** Makes the tables; a file of the first shape, which knew permissions of the site only, gets what it lacks. */
  private bringUpToDate(): void {
    const shape = Number(this.get('PRAGMA user_version')?.user_version);
    if (shape > currentShape) throw new Error('The data folder was written by a newer version. Use that version, or another folder.');
    const first = shape === 0 && this.get("SELECT 1 FROM sqlite_schema WHERE name = 'lists'") !== undefined;
    // The old table of assignments refers to nothing that the new one needs: it is filled before references are checked.
    this.sqlite.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE;');
    if (first) {
      this.sqlite.exec(
        `ALTER TABLE role_assignments RENAME TO role_assignments_1;
         ALTER TABLE lists ADD COLUMN scope INTEGER NOT NULL DEFAULT 1; ALTER TABLE lists ADD COLUMN recycled TEXT;`
      );
      for (const { number } of this.all('SELECT number FROM lists')) {
        this.sqlite.exec(`ALTER TABLE items_${Number(number)} ADD COLUMN "ScopeId" INTEGER NOT NULL DEFAULT 1;
          ALTER TABLE items_${Number(number)} ADD COLUMN "CheckoutUser" INTEGER;`);
      }
    }
    this.sqlite.exec(schema);
    if (first) {
      this.sqlite.exec(`INSERT INTO role_assignments SELECT 1, principal_id, role_id FROM role_assignments_1 WHERE scope = 'web';
        DROP TABLE role_assignments_1;`);
    }
    this.sqlite.exec(`PRAGMA user_version = ${currentShape}; COMMIT; PRAGMA foreign_keys = ON;`);
  }

  public all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepare(sql).all(...values) as Row[];
  }

  public get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as Row | undefined;
  }

  /** Runs a statement; answers the number of rows it changed and the id of the last row it inserted. */
  public run(sql: string, ...values: SQLInputValue[]): { changes: number; lastId: number } {
    const { changes, lastInsertRowid } = this.prepare(sql).run(...values);
    return { changes: Number(changes), lastId: Number(lastInsertRowid) };
  }

  /** Runs statements that change the shape of the database. Prepared statements are dropped: their columns may be gone. */
  public reshape(sql: string): void {
    this.statements.clear();
    this.sqlite.exec(sql);
  }

  /** Runs `work` so that all of it happens or none. Calls may be nested: the outermost decides. */
  public transaction<T>(work: () => T): T {
    if (this.depth > 0) return work();
    this.sqlite.exec('BEGIN IMMEDIATE');
    this.depth += 1;
    try {
      const result = work();
      this.sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      this.sqlite.exec('ROLLBACK');
      this.statements.clear();
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  public close(): void {
    this.statements.clear();
    this.sqlite.close();
  }

  private prepare(sql: string): ReturnType<DatabaseSync['prepare']> {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.sqlite.prepare(sql);
      // Queries vary with every $filter; a bound on the cache keeps memory flat.
      if (this.statements.size >= 500) this.statements.clear();
      this.statements.set(sql, statement);
    }
    return statement;
  }
}
