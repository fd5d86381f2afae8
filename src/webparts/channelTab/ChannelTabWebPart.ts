import * as React from 'react';
import { PropertyPaneDropdown, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'ChannelTabStrings';
import { EnquiriesFrame } from '../enquiriesHub/components/EnquiriesFrame';
import { enquiryFields } from '../enquiriesHub/paneFields';
import type { EnquiriesHubSettings } from '../enquiriesHub/settings';
import { siteField } from '../hubs/hubPane';
import { HubWebPart } from '../hubs/HubWebPart';
import type { HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { PeopleFrame } from '../peopleHub/components/PeopleFrame';
import { peopleFields } from '../peopleHub/paneFields';
import type { PeopleHubSettings } from '../peopleHub/settings';

/** What owners of a channel choose. */
type ChannelTabSettings = EnquiriesHubSettings & PeopleHubSettings & { show?: 'enquiries' | 'people' };

/** A tab in a channel: one of the hubs. An app of Teams may offer one kind of such tabs only, so which one is its first setting. */
export default class ChannelTabWebPart extends HubWebPart<ChannelTabSettings> {
  protected override hub(host: HostProps): React.ReactElement {
    const props = { ...host, settings: { ...this.properties } };
    return this.properties.show === 'people' ? React.createElement(PeopleFrame, props) : React.createElement(EnquiriesFrame, props);
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    const { show = 'enquiries' } = this.properties;
    const choosing = this.choosing(strings.Loading);
    return simplePane(strings, [
      PropertyPaneDropdown('show', {
        label: strings.PaneShow,
        selectedKey: show,
        options: [
          { key: 'enquiries', text: strings.Enquiries },
          { key: 'people', text: strings.People }
        ]
      }),
      ...(show === 'people' ? peopleFields(this.properties, choosing) : enquiryFields(this.properties, choosing)),
      siteField(strings)
    ]);
  }
}
