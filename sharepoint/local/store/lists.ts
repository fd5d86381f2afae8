import { randomUUID } from 'node:crypto';
import { alreadyExists, badRequest, invalidArgument, listIdNotFound } from '../errors';
import type { Database, Row } from './database';
import type { Fields } from './fields';
import { now } from './clock';
import { plainGuid } from './guid';

/** Settings of a list that can be changed through REST. Property names are SharePoint's own. */
export interface ListSettings {
  Description: string;
  Hidden: boolean;
  EnableAttachments: boolean;
  EnableFolderCreation: boolean;
  EnableVersioning: boolean;
  EnableMinorVersions: boolean;
  EnableModeration: boolean;
  MajorVersionLimit: number;
  ContentTypesEnabled: boolean;
  NoCrawl: boolean;
  OnQuickLaunch: boolean;
  ReadSecurity: number;
  WriteSecurity: number;
  ForceCheckout: boolean;
  DraftVersionVisibility: number;
  ImageUrl: string;
  ValidationFormula: string | null;
  ValidationMessage: string | null;
  DefaultContentApprovalWorkflowId: string;
  IrmEnabled: boolean;
  IsApplicationList: boolean;
  AllowContentTypes: boolean;
  MultipleDataList: boolean;
  Direction: string;
}

/** A list or document library. */
export interface List {
  /** The store's own number of the list; its items are in the table items_<number>. */
  number: number;
  id: string;
  title: string;
  /** Server-relative address of the root folder, for example /sites/members/Lists/Wards. */
  root: string;
  /** SharePoint's list template: 100 a list, 101 a library, 109 a picture library. */
  template: number;
  library: boolean;
  created: string;
  modified: string;
  /** Goes up with every change of its settings or columns; part of its ETag. */
  version: number;
  /** The scope of its permissions: the site's, or one of its own. */
  scope: number;
  /** In the recycle bin. */
  recycled: boolean;
  settings: ListSettings;
}

/** A view of a list. Property names are SharePoint's own. */
export interface View {
  id: string;
  title: string;
  ViewQuery: string;
  ViewFields: string[];
  RowLimit: number;
  Paged: boolean;
  DefaultView: boolean;
  PersonalView: boolean;
  Hidden: boolean;
  Scope: number;
  ViewType: string;
  Aggregations: string | null;
  AggregationsStatus: string | null;
  JSLink: string;
  CustomFormatter: string | null;
}

/** Templates that are document libraries: documents, pictures, pages and assets. */
const libraryTemplates = new Set([101, 109, 119, 851]);
const listTemplates = new Set([100, 102, 103, 104, 105, 106, 107, 108, 171, 1100, ...libraryTemplates]);

const defaultSettings = (library: boolean): ListSettings => ({
  Description: '',
  Hidden: false,
  EnableAttachments: !library,
  EnableFolderCreation: library,
  EnableVersioning: true,
  EnableMinorVersions: false,
  EnableModeration: false,
  MajorVersionLimit: library ? 500 : 50,
  ContentTypesEnabled: false,
  NoCrawl: false,
  OnQuickLaunch: false,
  ReadSecurity: 1,
  WriteSecurity: 1,
  ForceCheckout: false,
  DraftVersionVisibility: 0,
  ImageUrl: library ? '/_layouts/15/images/itdl.png' : '/_layouts/15/images/itgen.png',
  ValidationFormula: null,
  ValidationMessage: null,
  DefaultContentApprovalWorkflowId: '00000000-0000-0000-0000-000000000000',
  IrmEnabled: false,
  IsApplicationList: false,
  AllowContentTypes: true,
  MultipleDataList: false,
  Direction: 'none'
});

const fromRow = (row: Row): List => {
  const template = Number(row.template);
  return {
    number: Number(row.number),
    id: String(row.id),
    title: String(row.title),
    root: String(row.root),
    template,
    library: libraryTemplates.has(template),
    created: String(row.created),
    modified: String(row.modified),
    version: Number(row.version),
    scope: Number(row.scope),
    recycled: row.recycled !== null,
    settings: JSON.parse(String(row.properties)) as ListSettings
  };
};

const titleTaken = (): Error =>
  alreadyExists(
    'A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'
  );

/** The lists of the site and their views. */
export class Lists {
  public constructor(
    private readonly database: Database,
    private readonly fields: Fields,
    private readonly sitePath: string
  ) {}

  public all(): List[] {
    return this.database.all('SELECT * FROM lists WHERE recycled IS NULL ORDER BY title').map(fromRow);
  }

  public byTitle(title: string): List | undefined {
    return this.find('title', title);
  }

  public byRoot(root: string): List | undefined {
    return this.find('root', root.replace(/\/$/, ''));
  }

  /** A list by its id, if there is one. */
  public ifThere(id: string): List | undefined {
    return this.find('id', id);
  }

  /** A list by its id. Throws SharePoint's error if there is none. */
  public byId(id: string): List {
    const list = this.find('id', plainGuid(id));
    if (!list) throw listIdNotFound();
    return list;
  }

  /** The list whose root folder is this folder or lies above it. */
  public owning(path: string): List | undefined {
    if (path.slice(0, this.sitePath.length + 1).toLowerCase() !== `${this.sitePath}/`.toLowerCase()) return undefined;
    const [first = '', second] = path.slice(this.sitePath.length + 1).split('/');
    const inLists = first.toLowerCase() === 'lists' && second !== undefined;
    return this.byRoot(`${this.sitePath}/${inLists ? `${first}/${second}` : first}`);
  }

  /**
   * Makes a list with the built-in columns and the view "All Items" (libraries: "All Documents").
   *
   * @param address its name in the address; by default the title
   */
  public create(title: string, template: number, settings: Partial<ListSettings> = {}, address = title): List {
    if (title.trim() === '' || title.length > 255) throw invalidArgument('Value does not fall within the expected range.');
    if (!listTemplates.has(template)) throw invalidArgument('The list template is not valid.');
    if (this.byTitle(title)) throw titleTaken();
    const library = libraryTemplates.has(template);
    const time = now();
    const { lastId } = this.database.run(
      'INSERT INTO lists (id, title, root, template, created, modified, properties) VALUES (?, ?, ?, ?, ?, ?, ?)',
      randomUUID(),
      title,
      this.freeRoot(address, library),
      template,
      time,
      time,
      JSON.stringify({ ...defaultSettings(library), ...settings })
    );
    this.database.reshape(`CREATE TABLE items_${lastId} (
      "ID" INTEGER PRIMARY KEY, "GUID" TEXT NOT NULL, "UniqueId" TEXT NOT NULL, "owshiddenversion" INTEGER NOT NULL,
      "Created" TEXT NOT NULL, "Modified" TEXT NOT NULL, "Author" INTEGER NOT NULL, "Editor" INTEGER NOT NULL,
      "ScopeId" INTEGER NOT NULL, "CheckoutUser" INTEGER,
      "FSObjType" INTEGER NOT NULL, "FileDirRef" TEXT NOT NULL, "FileLeafRef" TEXT NOT NULL, "FileSize" INTEGER NOT NULL DEFAULT 0,
      "Attachments" INTEGER NOT NULL DEFAULT 0, "Title" TEXT);
      CREATE UNIQUE INDEX "items_${lastId} place" ON items_${lastId} (fold("FileDirRef"), fold("FileLeafRef"));
      CREATE UNIQUE INDEX "items_${lastId} unique id" ON items_${lastId} ("UniqueId");`);
    this.fields.addBuiltIn(lastId, library);
    const list = this.byNumber(lastId);
    this.addView(list, {
      title: library ? 'All Documents' : 'All Items',
      ViewFields: library ? ['LinkFilename', 'Modified', 'Editor'] : ['LinkTitle'],
      DefaultView: true
    });
    return list;
  }

  public update(list: List, changes: Partial<ListSettings> & { Title?: string }): List {
    const { Title: title, ...settings } = changes;
    if (title !== undefined && title.toLowerCase() !== list.title.toLowerCase() && this.byTitle(title)) throw titleTaken();
    this.database.run(
      'UPDATE lists SET title = ?, properties = ?, modified = ?, version = version + 1 WHERE number = ?',
      title ?? list.title,
      JSON.stringify({ ...list.settings, ...settings }),
      now(),
      list.number
    );
    return this.byNumber(list.number);
  }

  /** Takes a list away without deleting it; its title and its address are free for others. */
  public recycle(list: List, id: string): void {
    this.database.run('UPDATE lists SET recycled = ?1, title = ?1, root = ?1 WHERE number = ?2', id, list.number);
  }

  /** Brings a list back that was taken away. */
  public restore(number: number, title: string, root: string): void {
    if (this.byTitle(title) ?? this.byRoot(root)) throw titleTaken();
    this.database.run('UPDATE lists SET recycled = NULL, title = ?, root = ? WHERE number = ?', title, root, number);
  }

  /** Deletes a list with its items, documents, columns and views. */
  public remove(list: List): void {
    this.database.run(`DELETE FROM contents WHERE unique_id IN (SELECT "UniqueId" FROM items_${list.number})`);
    this.database.reshape(`DROP TABLE items_${list.number}`);
    this.database.run('DELETE FROM lists WHERE number = ?', list.number);
    this.fields.forget(list.number);
  }

  /** Number of items and folders. */
  public itemCount(list: List): number {
    return Number(this.database.get(`SELECT COUNT(*) AS count FROM items_${list.number}`)?.count);
  }

  public views(list: List): View[] {
    return this.database
      .all('SELECT id, title, properties FROM views WHERE list = ? ORDER BY position', list.number)
      .map((row) => ({ ...(JSON.parse(String(row.properties)) as View), id: String(row.id), title: String(row.title) }));
  }

  public addView(list: List, given: Partial<View> & { title: string }): View {
    const { id, title, ...properties } = {
      ViewQuery: '',
      ViewFields: ['LinkTitle'],
      RowLimit: 30,
      Paged: true,
      DefaultView: false,
      PersonalView: false,
      Hidden: false,
      Scope: 0,
      ViewType: 'HTML',
      Aggregations: null,
      AggregationsStatus: null,
      JSLink: 'clienttemplates.js',
      CustomFormatter: null,
      ...given,
      id: randomUUID()
    };
    if (title.trim() === '') throw badRequest('The title of the view is missing.');
    const position = this.views(list).length;
    this.database.run(
      'INSERT INTO views (id, list, position, title, properties) VALUES (?, ?, ?, ?, ?)',
      id,
      list.number,
      position,
      title,
      JSON.stringify(properties)
    );
    if (properties.DefaultView) this.unsetOtherDefaults(list, id);
    return { id, title, ...properties };
  }

  public updateView(list: List, view: View, changes: Partial<View>): View {
    const changed = { ...view, ...changes, id: view.id };
    const { id, title, ...properties } = changed;
    this.database.run('UPDATE views SET title = ?, properties = ? WHERE id = ?', title, JSON.stringify(properties), id);
    if (changes.DefaultView) this.unsetOtherDefaults(list, id);
    return changed;
  }

  public removeView(view: View): void {
    this.database.run('DELETE FROM views WHERE id = ?', view.id);
  }

  private unsetOtherDefaults(list: List, id: string): void {
    for (const other of this.views(list)) {
      if (other.DefaultView && other.id !== id) this.updateView(list, other, { DefaultView: false });
    }
  }

  /** A list by the store's own number. */
  public byNumber(number: number): List {
    const row = this.database.get('SELECT * FROM lists WHERE number = ?', number);
    if (!row) throw listIdNotFound();
    return fromRow(row);
  }

  private find(column: 'id' | 'title' | 'root', value: string): List | undefined {
    const row = this.database.get(`SELECT * FROM lists WHERE ${column} = ? AND recycled IS NULL`, value);
    return row && fromRow(row);
  }

  /** Lists live under /Lists, libraries directly on the site; a name that is taken gets a number. */
  private freeRoot(title: string, library: boolean): string {
    const name = title.replace(/["*:<>?/\\|#%~&{}+.]/g, '').trim() || 'List';
    const base = `${this.sitePath}/${library ? '' : 'Lists/'}${name}`;
    let root = base;
    // The folder in which all lists are is no library's.
    const taken = (address: string): boolean =>
      this.byRoot(address) !== undefined || address.toLowerCase() === `${this.sitePath}/lists`.toLowerCase();
    for (let n = 1; taken(root); n += 1) root = `${base}${n}`;
    return root;
  }
}
