/** What is read from SharePoint is read again when somebody asks for it, not when they look at the window again. */
export const readOnce = { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false } as const;

/** After this time a screen says that reading takes long. In milliseconds. */
export const slowAfter = 5000;

/** Reads again; a failure comes back through the state of the hook, so the promise itself has nobody who waits for it. */
export function readAgain(one: { mutate(): Promise<unknown> }): void {
  one.mutate().catch(() => undefined);
}

/** Forgets what was read, and reads again. */
export function startAgain(one: { mutate(data: undefined, options: { revalidate: boolean }): Promise<unknown> }): void {
  one.mutate(undefined, { revalidate: true }).catch(() => undefined);
}
