/** Somebody's having read a version. */
export interface Acknowledgement {
  protocolId: number;
  /** ID of the reader on the site. */
  userId: number;
  /** When. */
  read: Date;
}

/** Somebody on the site. */
export interface Reader {
  /** ID on the site. */
  id: number;
  name: string;
}

/** A SharePoint group, as far as it is known who is in it. */
export interface ReaderGroup {
  title: string;
  readers: readonly Reader[];
  /** Names of groups of Microsoft 365 within it: SharePoint does not say who is in them. */
  nested: readonly string[];
}

/** How far a group has read a version. */
export interface GroupReading {
  title: string;
  /** How many people are in the group. */
  all: number;
  read: number;
  /** Who has not, by name. */
  missing: Reader[];
  nested: readonly string[];
}

/** How many of each group have read a version, and who has not. */
export function readingByGroup(
  groups: readonly ReaderGroup[],
  acknowledgements: readonly Acknowledgement[],
  protocolId: number
): GroupReading[] {
  const readers = new Set(acknowledgements.filter((one) => one.protocolId === protocolId).map(({ userId }) => userId));
  return groups.map(({ title, readers: people, nested }) => {
    const missing = people.filter(({ id }) => !readers.has(id)).sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return { title, all: people.length, read: people.length - missing.length, missing, nested };
  });
}

/** When somebody first said that they have read a version. */
export const firstRead = (acknowledgements: readonly Acknowledgement[], protocolId: number, userId: number): Date | undefined =>
  acknowledgements
    .filter((one) => one.protocolId === protocolId && one.userId === userId)
    .map(({ read }) => read)
    .sort((a, b) => a.getTime() - b.getTime())[0];
