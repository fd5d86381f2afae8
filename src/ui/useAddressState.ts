import * as React from 'react';

/** An event of our own: the browser tells of back and forward only, not of what the page itself changes. */
const changed = 'memberlink:address';

/** How many screens of ours lie before this one in the history. */
const depthName = 'memberlinkDepth';
const depth = (): number => (window.history.state as Record<string, number> | null)?.[depthName] ?? 0;

/** Whether nobody has gone on from the screen that was opened. */
export const isFirstScreen = (): boolean => depth() === 0;

/** Goes back to the screen before, if it is one of ours. Answers whether it was. */
export function goBack(): boolean {
  if (depth() === 0) return false;
  window.history.back();
  return true;
}

/** Values of parameters by name; absent where the address has none. */
export type AddressState<Name extends string> = Partial<Record<Name, string>>;

/** A new entry in the history, so that back returns to before; or the present one again, as for every letter typed. */
export type HistoryEntry = 'push' | 'replace';

function read<Name extends string>(names: readonly Name[]): AddressState<Name> {
  const parameters = new URLSearchParams(window.location.search);
  const state: AddressState<Name> = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null) state[name] = value;
  }
  return state;
}

/** The page's address with some parameters changed; undefined takes one out. Parameters of others stay. */
export function addressWith(changes: Record<string, string | undefined>): string {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search + url.hash;
}

/** Which of several web parts on a page keeps its state in the address: the first, by the name of what it shows. */
const holders = new Map<string, symbol>();

const isSame = (a: Record<string, string | undefined>, b: Record<string, string | undefined>): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * Parameters of the page's address as state, so that back, forward and shared links work. Where several web parts of one
 * kind stand on a page the first has the address; the others keep their state to themselves.
 *
 * @param kind what competes for the address
 * @param names the parameters; the array must stay the same
 */
export function useAddressState<Name extends string>(
  kind: string,
  names: readonly Name[]
): [AddressState<Name>, (changes: Partial<Record<Name, string | undefined>>, entry?: HistoryEntry) => void, boolean] {
  const [me] = React.useState(() => Symbol(kind));
  const [inAddress] = React.useState(() => {
    if (!holders.has(kind)) holders.set(kind, me);
    return holders.get(kind) === me;
  });
  const [state, setState] = React.useState<AddressState<Name>>(() => (inAddress ? read(names) : {}));
  React.useEffect(
    () => () => {
      if (holders.get(kind) === me) holders.delete(kind);
    },
    [kind, me]
  );
  React.useEffect(() => {
    if (!inAddress) return undefined;
    const follow = (): void =>
      setState((before) => {
        const now = read(names);
        return isSame(before, now) ? before : now;
      });
    window.addEventListener('popstate', follow);
    window.addEventListener(changed, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(changed, follow);
    };
  }, [inAddress, names]);
  const change = React.useCallback(
    (changes: Partial<Record<Name, string | undefined>>, entry: HistoryEntry = 'push') => {
      if (!inAddress) {
        setState((before) => ({ ...before, ...changes }));
        return;
      }
      const address = addressWith(changes as Record<string, string | undefined>);
      if (entry === 'push') window.history.pushState({ [depthName]: depth() + 1 }, '', address);
      else window.history.replaceState(window.history.state, '', address);
      window.dispatchEvent(new Event(changed));
    },
    [inAddress]
  );
  return [state, change, inAddress];
}

/** Whether a click on a link should be handled on the page: not when it asks for a new tab or window. */
export const isPlainClick = (event: React.MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
