import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'PeopleHubStrings';
import { siteField } from '../hubs/hubPane';
import { HubWebPart } from '../hubs/HubWebPart';
import type { HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { PeopleFrame } from './components/PeopleFrame';
import { peopleFields } from './paneFields';
import type { PeopleHubSettings } from './settings';

/** The people hub: members, officers and the protocol, as a tab of Teams or on a page. */
export default class PeopleHubWebPart extends HubWebPart<PeopleHubSettings> {
  protected override hub(host: HostProps): React.ReactElement {
    return React.createElement(PeopleFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings, [...peopleFields(this.properties, this.choosing(strings.Loading)), siteField(strings)]);
  }
}
