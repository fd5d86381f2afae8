import * as React from 'react';
import { PropertyPaneTextField, type IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'EnquiryDeskStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { DeskFrame } from './components/DeskFrame';
import type { EnquiryDeskSettings } from './settings';

/** The enquiry desk: members follow their enquiries, officers answer them. */
export default class EnquiryDeskWebPart extends MemberlinkWebPart<EnquiryDeskSettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(DeskFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings, [
      PropertyPaneTextField('formAddress', { label: strings.PaneForm, description: strings.PaneFormAdvice, maxLength: 255 })
    ]);
  }
}
