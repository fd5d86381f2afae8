import { parametersOf, placeFrom, placeIn, subEntityOf, tabOf, type Place } from './place';

const teamsOrigin = 'https://teams.microsoft.com';

/**
 * A link that opens a place in the tabs of the Teams app.
 *
 * @param appId id of the Teams app, as its manifest has it or, for apps of an organisation, Teams' own
 * @param webUrl the same on the intranet, for who does not have the app; empty where there is none
 */
export function teamsLink(appId: string, place: Place, webUrl = ''): string {
  const url = new URL(`${teamsOrigin}/l/entity/${encodeURIComponent(appId)}/${tabOf(place)}`);
  if (webUrl !== '') url.searchParams.set('webUrl', webUrl);
  url.searchParams.set('context', JSON.stringify({ subEntityId: subEntityOf(place) }));
  // Teams reads a plus sign as such.
  return url.toString().replace(/\+/g, '%20');
}

/** Opens a chat with somebody in Teams. */
export const chatLink = (address: string): string => `${teamsOrigin}/l/chat/0/0?users=${encodeURIComponent(address)}`;

/** Calls somebody in Teams. */
export const callLink = (address: string): string => `${teamsOrigin}/l/call/0/0?users=${encodeURIComponent(address)}`;

/** The address of a place on a page of the site. */
export function pageLink(pageAddress: string, place: Place): string {
  const url = new URL(pageAddress);
  url.search = new URLSearchParams(parametersOf(place)).toString();
  return url.toString();
}

/** What a Teams link opens, and in which tab; undefined for links to other apps and other things. */
export function placeOfTeamsLink(link: URL, appIds: readonly string[]): Place | undefined {
  const [, appId = ''] = /^\/l\/entity\/([^/]+)\/[^/]+\/?$/i.exec(link.pathname) ?? [];
  if (link.origin !== teamsOrigin || !appIds.some((one) => one.toLowerCase() === appId.toLowerCase())) return undefined;
  try {
    const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '{}') as { subEntityId?: unknown };
    return typeof subEntityId === 'string' ? placeFrom(subEntityId) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What a link opens: one of the Teams app, or the address of a page of the site.
 *
 * @param siteUrl absolute address of the site
 */
export function placeOf(link: string, siteUrl: string, appIds: readonly string[]): Place | undefined {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return undefined;
  }
  const site = new URL(siteUrl);
  const path = `${site.pathname.replace(/\/$/, '')}/`.toLowerCase();
  const isOnSite = url.origin === site.origin && `${url.pathname}/`.toLowerCase().startsWith(path);
  return isOnSite ? placeIn(url.searchParams) : placeOfTeamsLink(url, appIds);
}
