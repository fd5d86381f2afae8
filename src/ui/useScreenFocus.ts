import * as React from 'react';

/**
 * Leads the reader to a screen that opened: focus and scroll to its heading, and its name in the title of the page.
 *
 * @param screen tells screens apart
 */
export function useScreenFocus(screen: string | number, name: string, heading: React.RefObject<HTMLElement>, takeFocus: boolean): void {
  React.useEffect(() => {
    if (!takeFocus) return;
    // The screen changed: the reader is told what it is, and starts at its top.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [screen, takeFocus, heading]);
  React.useEffect(() => {
    // Tabs, the history and shared links tell screens apart by the title of the page.
    const before = document.title;
    document.title = `${name} - ${before}`;
    return () => {
      document.title = before;
    };
  }, [name]);
}
