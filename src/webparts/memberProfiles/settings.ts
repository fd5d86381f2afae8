import type { FilterName } from '../../domain/members/filter';

/** Which members a web part shows. */
export type Selection = 'all' | 'ward' | 'body' | 'party';

/** Ways to show them. */
export const viewNames = ['cards', 'table', 'wards'] as const;
export type ViewName = (typeof viewNames)[number];

/** What owners of a page choose in the property pane. All of it may be absent: pages made earlier have less. */
export interface MemberProfilesSettings {
  /** Heading; empty for the usual one. */
  title?: string;
  /** The council's name, as it stands on contacts and prints; empty for the name of the site. */
  council?: string;
  selection?: Selection;
  /** Name of the ward, body or party. */
  selected?: string;
  view?: ViewName;
  /** Filters that are offered; absent means yes. */
  showParty?: boolean;
  showWard?: boolean;
  showBody?: boolean;
  showRole?: boolean;
  showSkill?: boolean;
  /** Smaller cards: picture, name, ward and party only. */
  compact?: boolean;
}

const shownBy: Record<FilterName, keyof MemberProfilesSettings> = {
  party: 'showParty',
  ward: 'showWard',
  body: 'showBody',
  role: 'showRole',
  skill: 'showSkill'
};

/** Whether a filter is offered: not if it was switched off, nor if the page already shows one of its values only. */
export const offers = (settings: MemberProfilesSettings, filter: FilterName): boolean =>
  settings[shownBy[filter]] !== false && settings.selection !== filter;

/** The property that says whether a filter is offered. */
export const showingProperty = (filter: FilterName): keyof MemberProfilesSettings => shownBy[filter];
