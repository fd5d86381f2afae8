import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Version } from '@microsoft/sp-core-library';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import { spfi, SPFx, type SPFI } from '@pnp/sp';
import { send } from '../../data/send';
import { MemberProfiles } from './components/MemberProfiles';

/** A request that SharePoint has not answered within this time has failed, so that nobody waits for ever. In milliseconds. */
const patience = 30000;

/** Member profiles: who the members are, what they are responsible for and how to reach them. */
export default class MemberProfilesWebPart extends BaseClientSideWebPart<Record<string, never>> {
  private sp: SPFI | undefined;
  private theme: IReadonlyTheme | undefined;

  public override async onInit(): Promise<void> {
    await super.onInit();
    this.sp = spfi().using(SPFx(this.context), send({ patience, tries: 4 }));
  }

  public override render(): void {
    if (!this.sp) return;
    const { serverRelativeUrl } = this.context.pageContext.web;
    ReactDom.render(
      React.createElement(MemberProfiles, { sp: this.sp, sitePath: serverRelativeUrl.replace(/\/$/, ''), theme: this.theme }),
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

  protected override get dataVersion(): Version {
    return Version.parse('1.0');
  }
}
