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
  selection?: Selection;
  /** Name of the ward, body or party. */
  selected?: string;
  view?: ViewName;
  /** Filters that are not offered. */
  hideParty?: boolean;
  hideWard?: boolean;
  hideBody?: boolean;
  hideRole?: boolean;
  hideSkill?: boolean;
  /** Smaller cards: picture, name, ward and party only. */
  compact?: boolean;
}

const hiddenBy: Record<FilterName, keyof MemberProfilesSettings> = {
  party: 'hideParty',
  ward: 'hideWard',
  body: 'hideBody',
  role: 'hideRole',
  skill: 'hideSkill'
};

/** Whether a filter is offered: not if it was hidden, nor if the page already shows one of its values only. */
export const offers = (settings: MemberProfilesSettings, filter: FilterName): boolean =>
  settings[hiddenBy[filter]] !== true && settings.selection !== filter;

/** The property that hides a filter. */
export const hidingProperty = (filter: FilterName): keyof MemberProfilesSettings => hiddenBy[filter];
