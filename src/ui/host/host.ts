import * as React from 'react';
import { pageLink, type Place } from '../../domain/teams';

/** What shows a web part: a page of SharePoint, or Teams, which does some things in its own way. */
export interface Host {
  kind: 'page' | 'teams';
  /** What somebody else is sent to see a place. */
  linkTo(place: Place): string;
  /** Opens a chat or a call in the app that one is in; absent where a link in a new tab does it. */
  chat?(address: string): void;
  call?(address: string): void;
  /**
   * Hands an enquiry that was sent to whoever opened the form as a dialog, and closes it.
   *
   * @param told whether somebody has been told of it in Teams
   */
  finish?(enquiryId: number, told: boolean): void;
}

/** A page of SharePoint: a place is the page with its parameters. */
export const pageHost: Host = {
  kind: 'page',
  linkTo: (place) => pageLink(window.location.origin + window.location.pathname, place)
};

const HostContext = React.createContext<Host>(pageHost);
export const HostProvider = HostContext.Provider;

/** What shows this web part. */
export const useHost = (): Host => React.useContext(HostContext);
