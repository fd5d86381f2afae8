import type { IPropertyPaneField } from '@microsoft/sp-property-pane';
import * as strings from 'EnquiriesHubStrings';
import { choiceField, type Choosing } from '../hubs/choiceField';
import type { EnquiriesHubSettings } from './settings';

/** What owners choose of enquiries. */
export const enquiryFields = ({ ward, service }: EnquiriesHubSettings, choosing: Choosing): IPropertyPaneField<unknown>[] => [
  choiceField(choosing, 'ward', { label: strings.PaneWard, none: strings.PaneAllWards, chosen: ward }),
  choiceField(choosing, 'service', { label: strings.PaneService, none: strings.PaneAllServices, chosen: service })
];
