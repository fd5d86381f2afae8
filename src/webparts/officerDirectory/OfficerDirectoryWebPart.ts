import * as React from 'react';
import { PropertyPaneDropdown, PropertyPaneTextField, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'OfficerDirectoryStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { browseTitle } from './components/browseTitle';
import { OfficerDirectory } from './components/OfficerDirectory';
import { browseNames, type OfficerDirectorySettings } from './settings';

/** The officer directory: whom to ask about a matter. */
export default class OfficerDirectoryWebPart extends MemberlinkWebPart<OfficerDirectorySettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(OfficerDirectory, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return {
      pages: [
        {
          header: { description: strings.PaneDescription },
          groups: [
            {
              groupName: strings.PaneContents,
              groupFields: [
                PropertyPaneTextField('title', { label: strings.PaneTitle, placeholder: strings.Heading, maxLength: 100 }),
                PropertyPaneTextField('council', { label: strings.PaneCouncil, description: strings.PaneCouncilAdvice, maxLength: 100 }),
                PropertyPaneDropdown('browse', {
                  label: strings.PaneBrowse,
                  selectedKey: this.properties.browse ?? 'services',
                  options: browseNames.map((name) => ({ key: name, text: browseTitle(name) }))
                })
              ]
            }
          ]
        }
      ]
    };
  }
}
