import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import { Version } from '@microsoft/sp-core-library';
import { BaseClientSideWebPart } from '@microsoft/sp-webpart-base';
import type { MSGraphClientV3 } from '@microsoft/sp-http-msgraph';
import { spfi, SPFx, type SPFI } from '@pnp/sp';
import { send } from '../data/send';
import { HostProvider, pageHost, type Host } from '../ui/host';
import type { EventName } from '../domain/enquiries/life';
import { TeamsNotices } from './teamsNotices';
import type { TeamsSdk } from './teams';

/** A request that SharePoint has not answered within this time has failed, so that nobody waits for ever. In milliseconds. */
const patience = 30000;

/** What a web part of Memberlink is given by its host. */
export interface HostProps {
  sp: SPFI;
  /** Server-relative address of the site. */
  sitePath: string;
  /** What the council is called: stands on contacts and printed sheets. */
  organisation: string;
  theme: IReadonlyTheme | undefined;
  /** Who is signed in, as the host knows them: how they sign in, and their e-mail address. */
  user: { login: string; email: string };
  /** Microsoft Graph; fails where the tenant has granted nothing. */
  graph(): Promise<MSGraphClientV3>;
  /** Tells in Teams whoever has to know what was done to an enquiry. Answers who was told; never fails. */
  notify(enquiry: number, event: EventName): Promise<readonly string[]>;
}

/** What the web parts of Memberlink have in common: SharePoint, theme, React. */
export abstract class MemberlinkWebPart<Settings extends { council?: string }> extends BaseClientSideWebPart<Settings> {
  protected sp: SPFI | undefined;
  private theme: IReadonlyTheme | undefined;

  private notices: TeamsNotices | undefined;
  private host: Host = pageHost;

  public override async onInit(): Promise<void> {
    await super.onInit();
    const { microsoftTeams } = this.context.sdks;
    if (microsoftTeams) await this.startInTeams(microsoftTeams);
    else await this.findSite();
    this.connect();
  }

  /** Makes the clients for the site with the lists. */
  protected connect(): void {
    this.sp = this.clientFor(this.siteUrl);
    this.notices = new TeamsNotices(this.sp, async (resource) =>
      (await this.context.aadTokenProviderFactory.getTokenProvider()).getToken(resource)
    );
  }

  public override render(): void {
    const { sp, notices } = this;
    if (!sp || !notices) return;
    const organisation = this.properties.council || this.context.pageContext.web.title;
    const graph = (): Promise<MSGraphClientV3> => this.context.msGraphClientFactory.getClient('3');
    const { loginName: login, email } = this.context.pageContext.user;
    const host: HostProps = {
      ...{ sp, sitePath: this.sitePath, organisation, theme: this.theme, user: { login, email }, graph },
      notify: (enquiry, event) => notices.tell(enquiry, event)
    };
    ReactDom.render(React.createElement(HostProvider, { value: this.host }, this.screen(host)), this.domElement);
  }

  /** Looks for the site with the lists, where that may be another than the tab's own. */
  protected async findSite(): Promise<void> {
    return undefined;
  }

  /** What is shown. */
  protected abstract screen(host: HostProps): React.ReactElement;

  /** Absolute address of the site with the lists. */
  protected get siteUrl(): string {
    return this.context.pageContext.web.absoluteUrl;
  }

  /** PnPjs for a site, as the user. */
  protected clientFor(siteUrl: string): SPFI {
    return spfi(siteUrl).using(SPFx(this.context), send({ patience, tries: 4 }));
  }

  protected override onThemeChanged(theme: IReadonlyTheme | undefined): void {
    // Teams says itself which of its themes holds.
    if (this.host.kind === 'teams') return;
    this.theme = theme;
    this.render();
  }

  protected override onDispose(): void {
    ReactDom.unmountComponentAtNode(this.domElement);
  }

  protected override get dataVersion(): Version {
    return Version.parse('1.0');
  }

  protected get sitePath(): string {
    return decodeURIComponent(new URL(this.siteUrl).pathname).replace(/\/$/, '');
  }

  private async startInTeams(sdk: TeamsSdk): Promise<void> {
    // Pages of SharePoint do without it.
    const { followTeams, openPlace, readTeams, teamsHost, teamsThemes } = await import(/* webpackChunkName: 'teams' */ './teams');
    const teams = await readTeams(sdk);
    await this.findSite();
    this.host = teamsHost(sdk, teams, this.siteUrl);
    this.theme = teamsThemes[teams.theme];
    openPlace(teams.place);
    followTeams(sdk, (name) => {
      this.theme = teamsThemes[name];
      this.render();
    });
  }
}
