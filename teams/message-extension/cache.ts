/**
 * What was read for somebody, for a while. Keys begin with who it was read for, so nobody is shown what was read for
 * another. Who asks while it is being read waits for the same reading.
 */
export class UserCache<T> {
  private readonly kept = new Map<string, { until: number; value: Promise<T> }>();

  /**
   * @param lifetime how long something is kept after it was asked for, in milliseconds
   * @param most of how many keys; what was asked for longest ago is forgotten first
   */
  public constructor(
    private readonly lifetime: number,
    private readonly most: number,
    private readonly now: () => number = Date.now
  ) {}

  /**
   * What is kept under a key, or is read now. What fails is not kept.
   *
   * @param userId a person's id, or what begins with it
   */
  public of(userId: string, read: () => Promise<T>): Promise<T> {
    const known = this.kept.get(userId);
    if (known && known.until > this.now()) return known.value;
    this.sweep();
    const value = read();
    this.kept.delete(userId);
    this.kept.set(userId, { until: this.now() + this.lifetime, value });
    value.catch(() => {
      if (this.kept.get(userId)?.value === value) this.kept.delete(userId);
    });
    for (const key of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(key);
    }
    return value;
  }

  /** What is over is forgotten, whoever it was read for. The oldest come first. */
  private sweep(): void {
    for (const [key, { until }] of this.kept) {
      if (until > this.now()) break;
      this.kept.delete(key);
    }
  }
}
