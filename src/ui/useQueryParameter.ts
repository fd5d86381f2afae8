import * as React from 'react';

/** An event of our own: the browser tells of back and forward only, not of what the page itself changes. */
const changed = 'memberlink:address';

const read = (name: string): string | undefined => new URLSearchParams(window.location.search).get(name) ?? undefined;

/** The page's address with one parameter set, or without it. The others stay. */
export function addressWith(name: string, value: string | undefined): string {
  const url = new URL(window.location.href);
  if (value === undefined) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

/** A parameter of the page's address as state: setting it makes a new entry in the history, so that back works. */
export function useQueryParameter(name: string): [string | undefined, (value: string | undefined) => void] {
  const [value, setValue] = React.useState(() => read(name));
  React.useEffect(() => {
    const follow = (): void => setValue(read(name));
    window.addEventListener('popstate', follow);
    window.addEventListener(changed, follow);
    return () => {
      window.removeEventListener('popstate', follow);
      window.removeEventListener(changed, follow);
    };
  }, [name]);
  const change = React.useCallback(
    (next: string | undefined) => {
      window.history.pushState(null, '', addressWith(name, next));
      window.dispatchEvent(new Event(changed));
    },
    [name]
  );
  return [value, change];
}

/** Whether a click on a link should be handled on the page: not when it asks for a new tab or window. */
export const isPlainClick = (event: React.MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
