import * as React from 'react';

/** New entries that are drawn at once: more than any screen shows. */
const firstPart = 48;
/** New entries that are drawn together after that. */
const furtherPart = 120;

/**
 * A long list in parts: what a screen holds at once, and the rest as soon as that is painted. So a council of 250 members
 * is there as quickly as one of 50, and a letter that brings many back is answered at once. What stands already costs
 * nothing, and a list that changes again meanwhile begins again.
 *
 * @param entries the same objects as before, where they stay
 * @param inParts false draws everything at first, for who comes back to a place further down
 */
export function useInParts<T>(entries: readonly T[], inParts: boolean): readonly T[] {
  const drawn = React.useRef<{ entries: readonly T[]; known: ReadonlySet<T> }>();
  const [, drawMore] = React.useState(0);
  const before = drawn.current;
  let left = before === undefined && !inParts ? Infinity : before?.entries === entries ? furtherPart : firstPart;
  let end = 0;
  while (end < entries.length && (before?.known.has(entries[end] as T) === true || left > 0)) {
    if (before?.known.has(entries[end] as T) !== true) left -= 1;
    end += 1;
  }
  React.useEffect(() => {
    drawn.current = { entries, known: new Set(entries.slice(0, end)) };
    if (end === entries.length) return undefined;
    // A frame is painted before the timer runs.
    let timer: number | undefined;
    const frame = window.requestAnimationFrame(() => {
      timer = window.setTimeout(() => drawMore((times) => times + 1));
    });
    return () => {
      window.cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [entries, end]);
  return end === entries.length ? entries : entries.slice(0, end);
}
