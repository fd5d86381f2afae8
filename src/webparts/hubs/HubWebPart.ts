import * as React from 'react';
import * as uiStrings from 'MemberlinkUiStrings';
import { readMemberlinkSite } from '../../data/tenant-settings';
import { Problem, problemText } from '../../ui/problem';
import { WebPartFrame } from '../../ui/webPartFrame';
import { MemberlinkWebPart, type HostProps } from '../MemberlinkWebPart';
import type { Choosing } from './choiceField';
import { readHubChoices, type HubChoices } from './hubChoices';

/** What owners choose for every hub. All of it may be absent. */
export interface HubSettings {
  /** Heading; empty for the usual one. */
  title?: string;
  /** The council's name, as it stands on prints; empty for the name of the site. */
  council?: string;
  /** Name of the ward or body whose members are shown. */
  selected?: string;
  /** Address of the site with the lists; empty for the one that an administrator set, else the page's own. */
  site?: string;
}

/** A web part that stands on other sites than the one with the lists: in a personal app of Teams, and in channels. */
export abstract class HubWebPart<Settings extends HubSettings> extends MemberlinkWebPart<Settings> {
  private choices: HubChoices | undefined;
  private problem = '';
  private found: string | undefined;
  /** Why it could not be found out. */
  private notFound: unknown;

  protected override get siteUrl(): string {
    const own = super.siteUrl;
    const given = this.properties.site || this.found;
    try {
      const url = new URL(given || own, own);
      // A digest, and the session, hold on one host only.
      return url.origin === new URL(own).origin ? url.origin + url.pathname.replace(/\/$/, '') : own;
    } catch {
      // An address that is not typed to its end yet.
      return own;
    }
  }

  /** What the pane can offer so far. */
  protected choosing(loading: string): Choosing {
    return { choices: this.choices, meanwhile: this.problem || loading };
  }

  protected override onPropertyPaneConfigurationStart(): void {
    if (!this.choices) this.readChoices();
  }

  protected override onPropertyPaneFieldChanged(path: string): void {
    // The name of a ward says nothing once a body is to be chosen.
    if (path === 'selection') delete this.properties.selected;
    if (path === 'site') {
      this.choices = undefined;
      this.connect();
      this.readChoices();
    }
    this.context.propertyPane.refresh();
    this.render();
  }

  protected override async findSite(): Promise<void> {
    if (this.properties.site) return;
    try {
      this.found = await readMemberlinkSite(this.clientFor(super.siteUrl));
    } catch (error) {
      this.notFound = error;
    }
  }

  protected override screen(host: HostProps): React.ReactElement {
    // SharePoint did not say which site it is: its own would be told to lack what it never had.
    if (this.notFound === undefined) return this.hub(host);
    return React.createElement(
      WebPartFrame,
      { theme: host.theme },
      React.createElement(Problem, { ...problemText(this.notFound), retryLabel: uiStrings.TryAgain, onRetry: () => this.findAgain() })
    );
  }

  /** What the hub shows. */
  protected abstract hub(host: HostProps): React.ReactElement;

  private findAgain(): void {
    this.notFound = undefined;
    this.findSite()
      .then(() => {
        this.connect();
        this.render();
      })
      .catch((error: unknown) => {
        this.notFound = error;
        this.render();
      });
  }

  private readChoices(): void {
    if (!this.sp) return;
    this.problem = '';
    readHubChoices(this.sp, this.sitePath)
      .then((choices) => {
        this.choices = choices;
      })
      .catch((error: unknown) => {
        this.problem = `${problemText(error).title}. ${problemText(error).advice}`;
      })
      .finally(() => this.context.propertyPane.refresh());
  }
}
