import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'EnquiriesHubStrings';
import { siteField } from '../hubs/hubPane';
import { HubWebPart } from '../hubs/HubWebPart';
import type { HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { EnquiriesFrame } from './components/EnquiriesFrame';
import { enquiryFields } from './paneFields';
import type { EnquiriesHubSettings } from './settings';

/** The enquiries hub: enquiries and the form to raise one, as a tab of Teams or on a page. */
export default class EnquiriesHubWebPart extends HubWebPart<EnquiriesHubSettings> {
  protected override hub(host: HostProps): React.ReactElement {
    return React.createElement(EnquiriesFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings, [...enquiryFields(this.properties, this.choosing(strings.Loading)), siteField(strings)]);
  }
}
