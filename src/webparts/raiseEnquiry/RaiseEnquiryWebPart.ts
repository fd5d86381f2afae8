import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'RaiseEnquiryStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { FormFrame } from './components/FormFrame';
import type { RaiseEnquirySettings } from './settings';

/** The enquiry form, guided by the protocol. */
export default class RaiseEnquiryWebPart extends MemberlinkWebPart<RaiseEnquirySettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(FormFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings);
  }
}
