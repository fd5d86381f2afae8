import type { HubSettings } from '../hubs/HubWebPart';

/** Views of the people hub. */
export const peopleViews = ['members', 'officers', 'protocol'] as const;
export type PeopleView = (typeof peopleViews)[number];

/** What owners choose, of a channel's tab or a page. All of it may be absent. */
export interface PeopleHubSettings extends HubSettings {
  /** What is open first. */
  first?: PeopleView;
  /** Members of one ward, or of one body, only. */
  selection?: 'all' | 'ward' | 'body';
  /** ID of the service that is open first among officers. */
  service?: string;
}
