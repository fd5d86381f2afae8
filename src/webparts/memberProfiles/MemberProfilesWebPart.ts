import * as React from 'react';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { problemText } from '../../ui/problem';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import { ProfilesFrame } from './components/ProfilesFrame';
import { propertyPane, type SelectionNames } from './propertyPane';
import { readSelectionNames } from './selectionNames';
import type { MemberProfilesSettings } from './settings';

/** Member profiles: who the members are, what they are responsible for and how to reach them. */
export default class MemberProfilesWebPart extends MemberlinkWebPart<MemberProfilesSettings> {
  private names: SelectionNames | undefined;
  private namesProblem = '';

  protected override screen(host: HostProps): React.ReactElement {
    return React.createElement(ProfilesFrame, { ...host, settings: { ...this.properties } });
  }

  protected override getPropertyPaneConfiguration(): IPropertyPaneConfiguration {
    return propertyPane(this.properties, this.names, this.namesProblem);
  }

  protected override onPropertyPaneConfigurationStart(): void {
    if (this.names || !this.sp) return;
    readSelectionNames(this.sp, this.sitePath)
      .then((names) => {
        this.names = names;
      })
      .catch((error: unknown) => {
        this.namesProblem = `${problemText(error).title}. ${problemText(error).advice}`;
      })
      .finally(() => this.context.propertyPane.refresh());
  }

  protected override onPropertyPaneFieldChanged(path: string): void {
    // The name of a ward says nothing once a party is to be chosen.
    if (path === 'selection') this.properties.selected = '';
    this.context.propertyPane.refresh();
    this.render();
  }
}
