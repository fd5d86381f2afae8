import { callLink, chatLink, pageLink, teamsLink } from '../../domain/teams';
import { tabsAppId } from '../../domain/teams/app';
import type { Host } from '../../ui/host';
import { goBack } from '../../ui/useAddressState';
import type { TeamsContext } from './readTeams';
import type { TeamsSdk } from './sdk';
import { teamsThemeNamed, type TeamsThemeName } from './teamsThemes';

/** A link that Teams itself opens; where it does not, the browser does. */
const openIn = ({ teamsJs }: TeamsSdk, link: string): void => {
  teamsJs.app.openLink(link).catch(() => window.open(link, '_blank', 'noreferrer'));
};

/**
 * What Teams does in its own way: links lead into the app, chats and calls open beside it, and a dialog hands over what was
 * sent.
 *
 * @param siteUrl absolute address of the site, for who does not have the app
 */
export function teamsHost(sdk: TeamsSdk, { appId, inDialog }: TeamsContext, siteUrl: string): Host {
  const { teamsJs } = sdk;
  return {
    kind: 'teams',
    linkTo: (place) => teamsLink(appId ?? tabsAppId, place, pageLink(siteUrl, place)),
    chat: (address) => {
      if (!teamsJs.chat.isSupported()) openIn(sdk, chatLink(address));
      else teamsJs.chat.openChat({ user: address }).catch(() => openIn(sdk, chatLink(address)));
    },
    call: (address) => {
      if (!teamsJs.call.isSupported()) openIn(sdk, callLink(address));
      else teamsJs.call.startCall({ targets: [address] }).catch(() => openIn(sdk, callLink(address)));
    },
    ...(inDialog ? { finish: (enquiry, told) => teamsJs.dialog.url.submit({ enquiry, told }) } : {})
  };
}

/** Follows Teams' theme, and its button for going back: within the app first. */
export function followTeams({ teamsJs }: TeamsSdk, onTheme: (theme: TeamsThemeName) => void): void {
  try {
    teamsJs.app.registerOnThemeChangeHandler((theme) => onTheme(teamsThemeNamed(theme)));
    if (teamsJs.pages.backStack.isSupported()) teamsJs.pages.backStack.registerBackButtonHandler(goBack);
  } catch {
    // Teams has not answered: it cannot tell of anything either. What is shown works all the same.
  }
}
