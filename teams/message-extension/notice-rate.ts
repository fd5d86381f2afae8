/** As many as somebody does in a minute; more is no person. */
const mostInMinute = 60;

/** Counts the notices that each person sends in a minute. */
export class NoticeRate {
  private counts = new Map<string, number>();
  private minute = 0;

  public constructor(private readonly now: () => Date) {}

  /** Counts one more; answers whether it is too many. */
  public isTooMuch(userId: string): boolean {
    const minute = Math.floor(this.now().getTime() / 60_000);
    if (minute !== this.minute) this.counts = new Map();
    this.minute = minute;
    const count = (this.counts.get(userId) ?? 0) + 1;
    this.counts.set(userId, count);
    return count > mostInMinute;
  }
}
