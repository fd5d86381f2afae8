import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Version } from '@microsoft/sp-core-library';
import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { spfi, SPFx, type SPFI } from '@pnp/sp';
import { send } from '../../data/send';
import { MemberProfiles } from './components/MemberProfiles';
import { problemText } from './components/MemberProfiles/problemText';
import { propertyPane, type SelectionNames } from './propertyPane';
import { readSelectionNames } from './selectionNames';
import type { MemberProfilesSettings } from './settings';

/** A request that SharePoint has not answered within this time has failed, so that nobody waits for ever. In milliseconds. */
const patience = 30000;

/** Member profiles: who the members are, what they are responsible for and how to reach them. */
export default class MemberProfilesWebPart extends BaseClientSideWebPart<MemberProfilesSettings> {
  private sp: SPFI | undefined;
  private theme: IReadonlyTheme | undefined;
  private names: SelectionNames | undefined;
  private namesProblem = '';

  public override async onInit(): Promise<void> {
    await super.onInit();
    this.sp = spfi().using(SPFx(this.context), send({ patience, tries: 4 }));
  }

  public override render(): void {
    if (!this.sp) return;
    ReactDom.render(
      React.createElement(MemberProfiles, {
        sp: this.sp,
        sitePath: this.sitePath,
        organisation: this.properties.council || this.context.pageContext.web.title,
        theme: this.theme,
        settings: { ...this.properties }
      }),
      this.domElement
    );
  }

  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    this.theme = theme;
    this.render();
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
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

  protected override get dataVersion(): Version {
    return Version.parse('1.0');
  }

  private get sitePath(): string {
    return this.context.pageContext.web.serverRelativeUrl.replace(/\/$/, '');
  }
}
