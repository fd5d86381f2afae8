/** Teams waits for five seconds; the answer needs its time on the way. In milliseconds. */
export const answerWithin = 3_600;

/** SharePoint has not answered in the time that Teams gives. */
export class Late extends Error {
  // As the platform calls it: the data layer knows it as a time that is over.
  public override readonly name = 'AbortError';
}

/**
 * Does something until a time is over, or another signal ends it; what is ended is not waited for.
 *
 * @throws Late when the time is over; the other signal's reason
 */
export async function within<T>(
  milliseconds: number,
  ended: AbortSignal | undefined,
  action: (signal: AbortSignal) => Promise<T>
): Promise<T> {
  const controller = new AbortController();
  const end = (): void => controller.abort(ended?.reason);
  const timer = setTimeout(() => controller.abort(new Late()), milliseconds);
  ended?.addEventListener('abort', end, { once: true });
  if (ended?.aborted) end();
  const over = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
    if (controller.signal.aborted) reject(controller.signal.reason as Error);
  });
  try {
    return await Promise.race([over, action(controller.signal)]);
  } finally {
    clearTimeout(timer);
    ended?.removeEventListener('abort', end);
    over.catch(() => undefined);
  }
}
