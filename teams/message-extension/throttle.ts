import { DataError } from '../../src/domain/dataProblem';

/** What SharePoint asked to be left alone for, by person: throttling counts each person's requests. */
export class Throttle {
  private readonly until = new Map<string, number>();

  public constructor(private readonly now: () => number = Date.now) {}

  /** SharePoint wants no requests of this person for a time. In milliseconds. */
  public turnedAway(userId: string, wait: number): void {
    this.until.set(userId, Math.max(this.until.get(userId) ?? 0, this.now() + wait));
  }

  /** @throws DataError "busy" while SharePoint wants no requests of this person for longer than they can wait, in milliseconds */
  public check(userId: string, patience: number): void {
    const left = (this.until.get(userId) ?? 0) - this.now();
    if (left <= 0) this.until.delete(userId);
    else if (left > patience) throw new DataError({ kind: 'busy', retryAfterSeconds: Math.ceil(left / 1000) });
  }
}
