/** What is typed for an action is kept in the window until it is sent: it survives a reload and a lost connection. */
const store = (): Storage | undefined => {
  try {
    return window.sessionStorage;
  } catch {
    // A host keeps it from us.
    return undefined;
  }
};

export function readKept<T>(name: string): T | undefined {
  try {
    return (JSON.parse(store()?.getItem(name) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    store()?.setItem(name, JSON.stringify(value));
  } catch {
    // There is no room: what is typed is on the screen all the same.
  }
}

export const forget = (name: string): void => store()?.removeItem(name);
