/** A later search of the same person took this one's place: nobody reads its answer. */
export class Overtaken extends Error {
  public override readonly name = 'Overtaken';
}

interface Running {
  text: string;
  controller: AbortController;
}

/**
 * Searches that are under way. Teams asks at every pause in typing, so one that goes on where another stopped ends that
 * other, and SharePoint is not asked for what nobody reads. Searches for different things stand beside each other.
 */
export class RunningSearches {
  private readonly running = new Map<string, Set<Running>>();

  /**
   * Runs a search until a later one takes its place.
   *
   * @param who who searches, where, and for what kind of thing
   * @param text what was typed
   * @throws Overtaken in a search that was ended
   */
  public async run<T>(who: string, text: string, search: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const mine: Running = { text, controller: new AbortController() };
    const others = this.running.get(who) ?? new Set();
    for (const other of others) if (isTypedOn(other.text, text)) other.controller.abort(new Overtaken());
    this.running.set(who, others.add(mine));
    try {
      return await search(mine.controller.signal);
    } finally {
      others.delete(mine);
      if (others.size === 0 && this.running.get(who) === others) this.running.delete(who);
    }
  }
}

/** Whether one text became the other by typing on, or by taking letters back. */
const isTypedOn = (before: string, after: string): boolean => before !== after && (after.startsWith(before) || before.startsWith(after));
