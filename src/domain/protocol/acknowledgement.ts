/** Somebody's having read a version. */
export interface Acknowledgement {
  protocolId: number;
  /** ID of the reader on the site. */
  userId: number;
  /** When. */
  read: Date;
}

/** The same with the reader's name, as owners see it. */
export interface NamedAcknowledgement extends Acknowledgement {
  name: string;
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
  /** Who has, by name, with the day. */
  readers: OtherReader[];
  /** Who has not, by name. */
  missing: Reader[];
  nested: readonly string[];
}

/** Who has read a version and is in none of the groups that are known, with the day: people of nested groups among them. */
export interface OtherReader extends Reader {
  read: Date;
}

/** The first time that each reader of a version said so, by reader. */
export function firstReads(acknowledgements: readonly NamedAcknowledgement[], protocolId: number): Map<number, OtherReader> {
  const first = new Map<number, OtherReader>();
  for (const { userId, name, read, protocolId: of } of acknowledgements) {
    const known = first.get(userId);
    if (of === protocolId && (!known || read < known.read)) first.set(userId, { id: userId, name, read });
  }
  return first;
}

const byName = (a: Reader, b: Reader): number => a.name.localeCompare(b.name, 'en-GB');

/** How many of each group have read a version, and who has not; then who has, of none of them. */
export function readingByGroup(
  groups: readonly ReaderGroup[],
  acknowledgements: readonly NamedAcknowledgement[],
  protocolId: number
): { groups: GroupReading[]; others: OtherReader[] } {
  const first = firstReads(acknowledgements, protocolId);
  const inGroups = new Set(groups.flatMap(({ readers }) => readers.map(({ id }) => id)));
  return {
    groups: groups.map(({ title, readers: people, nested }) => {
      const missing = people.filter(({ id }) => !first.has(id)).sort(byName);
      const readers = people.flatMap(({ id }) => first.get(id) ?? []).sort(byName);
      return { title, all: people.length, read: readers.length, readers, missing, nested };
    }),
    others: [...first.values()].filter(({ id }) => !inGroups.has(id)).sort(byName)
  };
}

/** When somebody first said that they have read a version. */
export const firstRead = (acknowledgements: readonly Acknowledgement[], protocolId: number, userId: number): Date | undefined =>
  acknowledgements
    .filter((one) => one.protocolId === protocolId && one.userId === userId)
    .map(({ read }) => read)
    .sort((a, b) => a.getTime() - b.getTime())[0];
