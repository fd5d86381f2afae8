import * as React from 'react';
import { PropertyPaneDropdown, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'OfficerDirectoryStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { browseTitle } from './components/browseTitle';
import { DirectoryFrame } from './components/DirectoryFrame';
import { browseNames, type OfficerDirectorySettings } from './settings';

/** The officer directory: whom to ask about a matter. */
export default class OfficerDirectoryWebPart extends MemberlinkWebPart<OfficerDirectorySettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(DirectoryFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings, [
      PropertyPaneDropdown('browse', {
        label: strings.PaneBrowse,
        selectedKey: this.properties.browse ?? 'services',
        options: browseNames.map((name) => ({ key: name, text: browseTitle(name) }))
      })
    ]);
  }
}
