import { newKey } from '../../../../ui/newKey';
import type { EnquiryAnswers } from '../../../../domain/enquiries/answers';

/** What this window keeps of an enquiry until it is sent: answers survive a reload and a lost connection. */
export interface KeptInTab {
  key: string;
  draftId?: number | undefined;
  answers: EnquiryAnswers;
  /** They are not saved to the draft yet. */
  isUnsaved: boolean;
}

// For as long as the window is open: it may be a shared computer.
const store = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    // A host keeps it from us: answers are then kept in the draft only.
    return undefined;
  }
};

const nameFor = (sitePath: string, userId: number): string => `memberlink enquiry ${sitePath} ${userId}`;

/** What the window kept; nothing where it is no more what this version writes. */
export function readTab(sitePath: string, userId: number): KeptInTab | undefined {
  try {
    return (JSON.parse(store()?.getItem(nameFor(sitePath, userId)) ?? 'null') as KeptInTab | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepInTab(sitePath: string, userId: number, kept: KeptInTab): void {
  try {
    store()?.setItem(nameFor(sitePath, userId), JSON.stringify(kept));
  } catch {
    // There is no room: the draft has what was saved.
  }
}

export const forgetTab = (sitePath: string, userId: number): void => store()?.removeItem(nameFor(sitePath, userId));

const windowName = 'memberlink window';

/** A name for this window, the same after a reload. */
export function tabName(): string {
  const kept = store()?.getItem(windowName);
  if (kept) return kept;
  const name = newKey();
  try {
    store()?.setItem(windowName, name);
  } catch {
    // Without it a reload counts as another window, and waits a little longer.
  }
  return name;
}
