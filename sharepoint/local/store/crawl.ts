import type { Database } from './database';
import type { Fields, TypedField } from './fields';
import { itemFromRow, pathOf, type Item } from './items';
import type { List, Lists } from './lists';
import type { Principals } from './principals';
import type { SiteColumns } from './site-columns';
import { wordsOf } from './words';

/** Endings that search gives the managed property of a site column, by the column's type. */
const endings: Record<string, string> = {
  Text: 'OWSTEXT',
  Note: 'OWSMTXT',
  Choice: 'OWSCHCS',
  MultiChoice: 'OWSCHCM',
  Number: 'OWSNMBR',
  Currency: 'OWSCURR',
  DateTime: 'OWSDATE',
  Boolean: 'OWSBOOL',
  User: 'OWSUSER',
  URL: 'OWSURLH'
};

/** Reads what changed into the search index. What search finds is as old as the last crawl. */
export class Crawl {
  public constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly fields: Fields,
    private readonly principals: Principals,
    private readonly siteColumns: SiteColumns
  ) {}

  /**
   * Reads all changes up to a time. Of something that changed again later, the older state stays until then.
   *
   * @param until ISO, UTC
   */
  public run(until: string): void {
    for (const list of this.lists.all()) {
      const from = Number(this.database.get('SELECT value FROM settings WHERE key = ?', `crawled ${list.number}`)?.value ?? 0);
      const last = this.database.get('SELECT MAX(id) AS id FROM changes WHERE list = ? AND id > ? AND time <= ?', list.number, from, until);
      if (last?.id === null || last === undefined) continue;
      this.database.transaction(() => {
        const changed = this.database.all(
          'SELECT item, MAX(id) AS id FROM changes WHERE list = ? AND id > ? GROUP BY item HAVING MAX(id) <= ?',
          list.number,
          from,
          Number(last.id)
        );
        for (const { item } of changed) this.read(list, Number(item));
        this.database.run(
          'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          `crawled ${list.number}`,
          String(Number(last.id))
        );
      });
    }
  }

  private read(list: List, id: number): void {
    const row = this.database.get(`SELECT * FROM items_${list.number} WHERE "ID" = ?`, id);
    if (!row || list.settings.NoCrawl || list.settings.Hidden) {
      this.database.run('DELETE FROM crawled WHERE list = ? AND item = ?', list.number, id);
      return;
    }
    const item = itemFromRow(list, row);
    const { words, properties } = this.contents(list, item);
    this.database.run(
      'INSERT OR REPLACE INTO crawled (list, item, path, words, properties) VALUES (?, ?, ?, ?, ?)',
      list.number,
      id,
      list.library || item.folder ? pathOf(item) : `${list.root}/DispForm.aspx?ID=${id}`,
      words,
      JSON.stringify(properties)
    );
  }

  private contents(list: List, item: Item): { words: string; properties: Record<string, string> } {
    const siteIds = new Set(this.siteColumns.all().map(({ Id }) => Id));
    const texts: string[] = [item.list.library ? item.leaf : ''];
    const properties: Record<string, string> = {};
    for (const field of this.fields.all(list.number)) {
      if (field.FromBaseType && field.InternalName !== 'Title') continue;
      const text = this.text(item, field);
      if (text === '') continue;
      texts.push(text);
      const ending = endings[field.TypeAsString];
      if (siteIds.has(field.Id) && ending) properties[`${field.InternalName}${ending}`.toLowerCase()] = text;
    }
    const person = (id: unknown): string => this.principals.userById(Number(id))?.title ?? '';
    Object.assign(properties, {
      title: String(item.row.Title ?? (list.library ? item.leaf : '')),
      author: person(item.row.Author),
      editor: person(item.row.Editor),
      created: item.row.Created,
      modified: item.row.Modified,
      size: item.row.FileSize,
      leaf: item.leaf
    });
    return { words: wordsOf(texts.join(' ')), properties };
  }

  private text(item: Item, field: TypedField): string {
    const stored = item.row[field.InternalName] ?? null;
    if (stored === null) return '';
    if (field.type.refers === 'person') {
      const ids = field.type.multi ? (JSON.parse(String(stored)) as number[]) : [Number(stored)];
      return ids.map((id) => this.principals.userById(id)?.title ?? '').join(' ');
    }
    if (field.type.refers === 'lookup') return '';
    if (field.TypeAsString === 'URL') return (JSON.parse(String(stored)) as { Description: string }).Description;
    if (field.TypeAsString === 'MultiChoice') return (JSON.parse(String(stored)) as string[]).join(' ');
    if (field.TypeAsString === 'Note') return String(stored).replace(/<[^>]*>/g, ' ');
    return String(stored);
  }
}
