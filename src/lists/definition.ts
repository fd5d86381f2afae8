import type { FolderAccess } from './access';

/** What a column of a list is. */
export type ColumnDefinition = ColumnBase &
  (
    | { type: 'text'; maxLength?: number }
    | { type: 'note'; lines?: number }
    | { type: 'number'; min?: number; max?: number; decimals?: number }
    | { type: 'date' }
    | { type: 'yesNo' }
    | { type: 'choice'; choices: string[]; fillIn?: boolean; defaultValue?: string }
    | { type: 'person' }
    | { type: 'link'; picture?: boolean }
    | { type: 'lookup'; list: string; several?: boolean }
  );

interface ColumnBase {
  /** Internal name: PascalCase, never changed once it is provisioned. */
  name: string;
  /** What owners read above the column. Owners may rename it. */
  title: string;
  /** What owners read in the form. */
  description?: string;
  required?: boolean;
  /** Queries that start with this column stay below SharePoint's list view threshold. */
  indexed?: boolean;
  /** No two rows may have the same; rows without one do not count. SharePoint makes such a column an indexed one. */
  unique?: boolean;
  /** What a value must be like. */
  rule?: Rule;
}

/** A rule that SharePoint checks whenever a row is written. */
export interface Rule {
  /** SharePoint's formula: true for what is allowed. It names columns of the list by internal name, in square brackets. */
  formula: string;
  /** What somebody reads whose value is refused. */
  message: string;
}

/** A view in SharePoint's own list pages. */
export interface ViewDefinition {
  title: string;
  columns: string[];
  /** CAML: what stands inside <Query>. */
  query?: string;
  rowLimit?: number;
  isDefault?: boolean;
  /** Rows of all folders, without the folders; otherwise those at the root. */
  inFolders?: boolean;
}

/** A list or library: everything that provisioning makes, and the only place where its columns are named. */
export interface ListDefinition {
  /** Title at creation; owners may rename the list. */
  title: string;
  /** Address below the site, for example Lists/Members. It never changes: code finds the list by it. */
  url: string;
  kind: 'list' | 'library';
  description: string;
  /** What the built-in Title column is called here. */
  titleColumn?: string;
  /** No two rows may have the same title. */
  titleUnique?: boolean;
  /**
   * Everybody who reads the site may add rows, and sees and edits their own, and deletes them where it says so; owners see
   * and edit all (item-level security).
   */
  ownRows?: 'edited' | 'edited and deleted';
  /** Rows stand in folders whose permissions are their audience. */
  audiences?: FolderAccess;
  /** Earlier states of a row are kept. */
  versions?: boolean;
  columns: ColumnDefinition[];
  /** What the columns of a row must be like together. */
  rule?: Rule;
  views: ViewDefinition[];
}
