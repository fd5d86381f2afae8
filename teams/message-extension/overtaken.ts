/** A later search of the same person took this one's place: nobody reads its answer. */
export class Overtaken extends Error {
  public override readonly name = 'Overtaken';
}

/** What comes within this time of each other may have changed places on the way. In milliseconds. */
const sameMoment = 150;

interface Running {
  text: string;
  started: number;
  controller: AbortController;
}

/**
 * Searches that are under way. Teams asks at every pause in typing, so one that goes on where another stopped ends that
 * other, and SharePoint is not asked for what nobody reads. Searches for different things stand beside each other.
 */
export class RunningSearches {
  private readonly running = new Map<string, Set<Running>>();

  public constructor(private readonly now: () => number = Date.now) {}

  /**
   * Runs a search until a later one takes its place.
   *
   * @param who who searches, where, and for what kind of thing
   * @param text what was typed
   * @throws Overtaken in a search that was ended
   */
  public async run<T>(who: string, text: string, search: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine: Running = { text, started: this.now(), controller: new AbortController() };
    const others = this.running.get(who) ?? new Set();
    for (const other of others) if (this.isOver(other, text)) other.controller.abort(new Overtaken());
    this.running.set(who, others.add(mine));
    try {
      return await search(mine.controller.signal);
    } finally {
      others.delete(mine);
      if (others.size === 0 && this.running.get(who) === others) this.running.delete(who);
    }
  }

  /** Whether the other's text became this one by typing on, or by taking letters back. */
  private isOver({ text: before, started }: Running, text: string): boolean {
    if (before === text) return false;
    // Requests that were sent one after the other may come in the other order.
    return text.startsWith(before) || (before.startsWith(text) && this.now() - started > sameMoment);
  }
}
