import { setTimeout as after } from 'node:timers/promises';
import { DataError } from '../../src/domain/dataProblem';

/** What SharePoint asked to be left alone for, by person: throttling counts each person's requests. */
export class Throttle {
  private readonly until = new Map<string, number>();

  public constructor(private readonly now: () => number = Date.now) {}

  /** SharePoint wants no requests of this person for a time. In milliseconds. */
  public turnedAway(userId: string, wait: number): void {
    for (const [id, until] of this.until) if (until <= this.now()) this.until.delete(id);
    this.until.set(userId, Math.max(this.until.get(userId) ?? 0, this.now() + wait));
  }

  /**
   * Waits until SharePoint takes requests of this person again.
   *
   * @param longest more than this is not waited for, in milliseconds
   * @throws DataError "busy" where that is longer; the signal's reason
   */
  public async passed(userId: string, longest: number, signal: AbortSignal): Promise<void> {
    const left = (this.until.get(userId) ?? 0) - this.now();
    if (left <= 0) return;
    if (left > longest) throw new DataError({ kind: 'busy', retryAfterSeconds: Math.ceil(left / 1000) });
    await after(left, undefined, { signal });
  }
}
