import type { HubSettings } from '../hubs/HubWebPart';

/** Views of the enquiries hub. */
export const enquiryViews = ['enquiries', 'raise'] as const;
export type EnquiryView = (typeof enquiryViews)[number];

/** What owners choose, of a channel's tab or a page. All of it may be absent. */
export interface EnquiriesHubSettings extends HubSettings {
  /** ID of the ward whose enquiries officers are shown first. */
  ward?: string;
  /** ID of the service whose enquiries officers are shown first. */
  service?: string;
}
