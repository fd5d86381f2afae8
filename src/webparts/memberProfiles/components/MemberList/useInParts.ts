import * as React from 'react';

/** More than any screen shows at once. */
const firstPart = 48;

/**
 * A long list in two parts: what a screen holds at once, and the rest as soon as that is painted, so that a council of
 * 250 members is there as quickly as one of 50.
 *
 * @param inParts false shows everything at once, for who comes back to a place further down
 */
export function useInParts<T>(entries: readonly T[], inParts: boolean): readonly T[] {
  const [whole, setWhole] = React.useState(!inParts);
  React.useEffect(() => {
    if (whole) return undefined;
    // A frame is painted before the timer runs.
    let timer: number | undefined;
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => setWhole(true));
    });
    return () => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [whole]);
  return whole ? entries : entries.slice(0, firstPart);
}
