import * as React from 'react';
import { PropertyPaneTextField, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'ProtocolGuideStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { GuideFrame } from './components/GuideFrame';
import type { ProtocolGuideSettings } from './settings';

/** The protocol guide: how members and officers work together. */
export default class ProtocolGuideWebPart extends MemberlinkWebPart<ProtocolGuideSettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(GuideFrame, { ...host, settings: { ...this.properties } });
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
                PropertyPaneTextField('council', { label: strings.PaneCouncil, description: strings.PaneCouncilAdvice, maxLength: 100 })
              ]
            }
          ]
        }
      ]
    };
  }
}
