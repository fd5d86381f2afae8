import type { Background } from '../../../../data/members/places';
import type { Described, FilterName, Filters, SortName } from '../../../../domain/members/filter';
import type { Directory, Member } from '../../../../domain/members/member';
import type { Places } from '../../../../domain/members/place';
import type { HostProps } from '../../../MemberlinkWebPart';
import type { MemberProfilesSettings, ViewName } from '../../settings';

/** What the web part hands to its screen. */
export interface MemberProfilesProps extends HostProps {
  settings: MemberProfilesSettings;
}

/** What every screen of members needs. */
export interface Common {
  directory: Directory;
  places: Places;
  /** The reader came here from another screen of this web part, so the focus has to be led. */
  moved: boolean;
  /** Address of a member's profile on this page. */
  addressOf(member: Member): string;
  open(member: Member): void;
}

/** What the list of members shows and does. */
export interface ListState extends Common {
  /** Whom the page shows at all: who is searched. */
  all: readonly Described[];
  /** Whom the search finds, whatever the filters say. */
  matching: readonly Described[];
  /** Whom the search finds and the filters leave, in their order. */
  found: readonly Described[];
  /** Whether words were found as they were typed; otherwise what is likely to be meant. */
  exact: boolean;
  query: string;
  filters: Filters;
  /** Whether a search or a filter leaves some out. */
  isNarrowed: boolean;
  sort: SortName;
  view: ViewName;
  /** Whether former members are shown too. */
  former: boolean;
  /** Whether they are still being read. */
  formerLoading: boolean;
  /** Bodies, and with them filters by body, role and skill, are not there yet. */
  placesLoading: boolean;
  /** What could not be read besides the members. */
  failure: unknown;
  retry(): void;
  setQuery(query: string): void;
  setFilter(name: FilterName, value: string | undefined): void;
  setSort(sort: SortName): void;
  setView(view: ViewName): void;
  setFormer(former: boolean): void;
  clear(): void;
  lastOpened: number | undefined;
  background: Background | undefined;
  showSuggestions(): void;
  suggestionsAddress: string;
}

/** What one profile shows and does. */
export interface ProfileState extends Common {
  member: Member;
  placesLoading: boolean;
  failure: unknown;
  retry(): void;
  isOwner: boolean;
  /** Address of the list, with its search and filters. */
  listAddress: string;
  /** Whether the list is of those whom a search or filters found. */
  isNarrowed: boolean;
  /** Address of the list, narrowed to a body. */
  bodyAddress(name: string): string;
  close(): void;
  showBody(name: string): void;
  /** The lists changed: they are read again. */
  changed(): void;
}

/** What the screen shows. */
export type MemberProfilesState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; error: unknown; retry: () => void }
  | ({ kind: 'list' } & ListState)
  | ({ kind: 'profile' } & ProfileState)
  | ({ kind: 'suggestions'; isOwner: boolean; close: () => void; listAddress: string; changed: () => void } & Common)
  | { kind: 'not found'; showAll: () => void };
