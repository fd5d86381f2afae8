import type { GroupName } from './groups';

/** Rights as SharePoint counts them: a level is a sum of these. */
const right = {
  view: 0x1,
  add: 0x2,
  edit: 0x4,
  delete: 0x8,
  openItems: 0x20,
  viewVersions: 0x40,
  viewFormPages: 0x1000,
  open: 0x10000,
  viewPages: 0x20000,
  browseUserInfo: 0x8000000
} as const;
/** In the upper half of a mask. */
const upper = { useClientIntegration: 0x10, useRemoteApis: 0x20 } as const;

/** A permission level that SharePoint does not have. Its name is seen in SharePoint's own pages. */
export interface LevelDefinition {
  name: string;
  description: string;
  high: number;
  low: number;
}

const inside = right.open | right.viewPages | right.viewFormPages | right.browseUserInfo | right.view | right.openItems;
const level = (name: string, description: string, low: number): LevelDefinition => ({
  ...{ name: `Memberlink ${name}`, description, low },
  high: upper.useClientIntegration | upper.useRemoteApis
});

/** The levels with which enquiries, their messages, documents and notes are shared. */
export const levels = {
  enter: {
    name: 'Memberlink Enter',
    description: 'Come in at a list and see nothing in it: what one sees is decided by its folders',
    high: upper.useRemoteApis,
    low: right.open | right.viewFormPages
  },
  view: level('View', 'See, also earlier versions', inside | right.viewVersions),
  raise: level('Raise', 'See and add. Nothing is changed or deleted', inside | right.add),
  handle: level('Handle', 'See, add and edit', inside | right.viewVersions | right.add | right.edit),
  restrict: level(
    'Restrict',
    'See, add, edit and delete: what makes an enquiry restricted moves it',
    inside | right.viewVersions | right.add | right.edit | right.delete
  )
} as const satisfies Record<string, LevelDefinition>;
export type LevelName = keyof typeof levels;

/** Who has which level in a folder: the member or members that it belongs to, and groups. */
export type Audience = Partial<Record<'person' | GroupName, LevelName>>;
/** Who has which level in the folders of a list: of a member, of a member's restricted enquiries, of a ward. */
export type FolderAccess = Record<'member' | 'restricted' | 'ward', Audience>;

/** Everybody who comes to see a folder, and so has to be let in at the list's root. */
export const comers: readonly GroupName[] = ['members', 'support', 'liaison', 'handlers', 'restricted'];

/** Folders that are open to all who handle enquiries, and restricted ones. */
const access = (open: Audience, restricted: Audience): FolderAccess => ({ member: open, ward: open, restricted });

/** Rows that officers keep: members add and view, those who handle enquiries edit. */
export const handledAccess = access(
  { person: 'raise', support: 'raise', liaison: 'handle', handlers: 'handle', restricted: 'restrict' },
  { person: 'raise', restricted: 'restrict' }
);

/** A record: everybody adds, and nobody edits. (Restricted Enquiries move what becomes restricted, which needs more.) */
export const recordAccess = access(
  { person: 'raise', support: 'raise', liaison: 'raise', handlers: 'raise', restricted: 'restrict' },
  { person: 'raise', restricted: 'restrict' }
);

/** What members do not see. */
export const officersAccess = access(
  { support: 'view', liaison: 'handle', handlers: 'handle', restricted: 'restrict' },
  { restricted: 'restrict' }
);
