import * as React from 'react';
import type { Member } from '../../../../domain/members/member';

/** Leads the reader to a profile that opened: focus and scroll to its name, and the name in the title of the page. */
export function useProfileFocus(member: Member, heading: React.RefObject<HTMLElement>, takeFocus: boolean): void {
  React.useEffect(() => {
    if (!takeFocus) return;
    // The screen changed: the reader is told whose profile it is, and starts at its top.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [member.id, takeFocus, heading]);
  React.useEffect(() => {
    // Tabs, the history and shared links tell profiles apart by the title of the page.
    const before = document.title;
    document.title = `${member.name} - ${before}`;
    return () => {
      document.title = before;
    };
  }, [member.name]);
}
