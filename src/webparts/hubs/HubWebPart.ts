import { readMemberlinkSite } from '../../data/tenant-settings';
import { problemText } from '../../ui/problem';
import { MemberlinkWebPart } from '../MemberlinkWebPart';
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

  protected override get siteUrl(): string {
    const own = super.siteUrl;
    const given = this.properties.site || this.found;
    if (!given) return own;
    const url = new URL(given, own);
    // A digest, and the session, hold on one host only.
    return url.origin === new URL(own).origin ? url.origin + url.pathname.replace(/\/$/, '') : own;
  }

  /** What the pane can offer so far. */
  protected choosing(loading: string): Choosing {
    return { choices: this.choices, meanwhile: this.problem || loading };
  }

  protected override onPropertyPaneConfigurationStart(): void {
    if (this.choices || !this.sp) return;
    readHubChoices(this.sp, this.sitePath)
      .then((choices) => {
        this.choices = choices;
      })
      .catch((error: unknown) => {
        this.problem = `${problemText(error).title}. ${problemText(error).advice}`;
      })
      .finally(() => this.context.propertyPane.refresh());
  }

  protected override onPropertyPaneFieldChanged(path: string): void {
    // The name of a ward says nothing once a body is to be chosen.
    if (path === 'selection') delete this.properties.selected;
    this.context.propertyPane.refresh();
    this.render();
  }

  protected override async findSite(): Promise<void> {
    if (!this.properties.site) this.found = await readMemberlinkSite(this.clientFor(super.siteUrl));
  }
}
