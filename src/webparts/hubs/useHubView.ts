import * as React from 'react';
import { placeIn, type Place } from '../../domain/teams';
import { useAddressState } from '../../ui/useAddressState';

const parameters = ['tab', 'member', 'officer', 'service', 'clause', 'enquiry', 'raise', 'draft', 'sent'] as const;

/** Parameters of whoever shows the web part; all others are its views'. */
const ofHost: readonly string[] = ['teams', 'personal', 'componentid', 'forcelocale', 'openpropertypane', 'mode', 'env'];

/** The address of a view, with nothing of the one before. */
function addressFor(view: string, more: Record<string, string> = {}): string {
  const url = new URL(window.location.href);
  for (const name of [...url.searchParams.keys()]) if (!ofHost.includes(name.toLowerCase())) url.searchParams.delete(name);
  for (const [name, value] of Object.entries({ tab: view, ...more })) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** Which view of a hub is open. */
export interface OpenView<Name extends string> {
  view: Name;
  /** What the address opens in it. */
  place: Place | undefined;
  addressOf(view: Name): string;
  open(view: Name): void;
}

/**
 * The view of a hub that is open: the one that the address names, or that shows what the address opens.
 *
 * @param viewOf the view that shows a place
 * @param first the view that is open where the address says nothing
 */
export function useHubView<Name extends string>(
  names: readonly Name[],
  viewOf: (place: Place) => Name | undefined,
  first: Name
): OpenView<Name> {
  const [address, change] = useAddressState('hub', parameters);
  const place = React.useMemo(() => placeIn(new URLSearchParams(Object.entries(address) as [string, string][])), [address]);
  const named = names.find((name) => name === address.tab);
  const shown = named ?? (place && viewOf(place)) ?? first;
  React.useEffect(() => {
    // What a link opened stays in its view when one goes on from it.
    if (named === undefined && shown !== first) change({ tab: shown }, 'replace');
  }, [named, shown, first]);
  return {
    view: shown,
    place,
    addressOf: (view) => addressFor(view),
    open: (view) => {
      const url = new URL(addressFor(view), window.location.href);
      const gone = [...new URL(window.location.href).searchParams.keys()].filter((name) => !url.searchParams.has(name));
      change({ ...Object.fromEntries(gone.map((name) => [name, undefined])), tab: view } as Parameters<typeof change>[0]);
    }
  };
}
