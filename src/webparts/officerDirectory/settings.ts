/** Ways to browse the directory. */
export const browseNames = ['services', 'directorates', 'letters', 'liaison'] as const;
export type BrowseName = (typeof browseNames)[number];

/** What owners of a page choose in the property pane. All of it may be absent. */
export interface OfficerDirectorySettings {
  /** Heading; empty for the usual one. */
  title?: string;
  /** The council's name, as it stands on contacts and prints; empty for the name of the site. */
  council?: string;
  /** What is shown before anybody searches. */
  browse?: BrowseName;
}
