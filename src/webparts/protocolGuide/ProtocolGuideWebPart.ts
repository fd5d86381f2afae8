import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as strings from 'ProtocolGuideStrings';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { simplePane } from '../paneFields';
import { GuideFrame } from './components/GuideFrame';
import type { ProtocolGuideSettings } from './settings';

/** The protocol guide: how members and officers work together. */
export default class ProtocolGuideWebPart extends MemberlinkWebPart<ProtocolGuideSettings> {
  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(GuideFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return simplePane(strings);
  }
}
