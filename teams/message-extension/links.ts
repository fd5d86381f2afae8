import { placeOf, pageLink, teamsLink, type Place } from '../../src/domain/teams';

/** Where links lead. */
export interface Addresses {
  /** Absolute address of the site. */
  siteUrl: string;
  /** Id of the Teams app with the tabs. */
  tabsAppId: string;
}

/** Where cards of officers and services lead. */
export const officerLinks = (
  links: Links
): { officer(id: number): string; service(id: number): string; raise(serviceId: number): string } => ({
  officer: (id) => links.to({ kind: 'officer', id }),
  service: (id) => links.to({ kind: 'service', id }),
  raise: (serviceId) => links.to({ kind: 'raise', serviceId })
});

/** Links into Memberlink: into its tabs in Teams, with the intranet's page for who does not have them. */
export class Links {
  public constructor(private readonly addresses: Addresses) {}

  public to(place: Place): string {
    return teamsLink(this.addresses.tabsAppId, place, pageLink(this.addresses.siteUrl, place));
  }

  /** What a link that somebody pasted opens; undefined for links to other things. */
  public placeOf(link: string): Place | undefined {
    return placeOf(link, this.addresses.siteUrl, [this.addresses.tabsAppId]);
  }

  /**
   * The enquiry form as a dialog of Teams: SharePoint signs in to Teams and shows the web part.
   *
   * @param componentId of the web part
   */
  public dialog(componentId: string, draftId: number | undefined): string {
    const { siteUrl } = this.addresses;
    const { pathname } = new URL(siteUrl);
    const layouts = `${pathname.replace(/\/$/, '')}/_layouts/15`;
    const draft = draftId === undefined ? '' : `&draft=${draftId}`;
    const target = `${layouts}/teamstaskhostedapp.aspx?teams&personal&componentId=${componentId}&forceLocale=en-gb${draft}`;
    return `${siteUrl}/_layouts/15/TeamsLogon.aspx?SPFX=true&dest=${encodeURIComponent(target)}`;
  }
}
