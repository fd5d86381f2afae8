import { problemOf, type DataProblem } from '../../domain/dataProblem';

/** How often, and how long apart, something is tried again that SharePoint turned away or whose connection broke. */
export interface Persistence {
  /** How often in all. */
  tries: number;
  wait(milliseconds: number): Promise<void>;
  /** Told before every wait. */
  waiting?(problem: DataProblem): void;
}

/** The first wait; every later one is twice as long, up to the longest. In milliseconds. */
const firstWait = 500;
const longestWait = 15_000;
/** What was given up on may still be carried out: it is waited for before anybody looks. In milliseconds. */
const afterTimeout = 10_000;

/** What passes by itself: nothing is wrong with what was asked. */
export const passes = ({ kind }: DataProblem): boolean => kind === 'busy' || kind === 'offline' || kind === 'timed out';

/**
 * Does something until it is done. What is done must be safe to do again: after a connection that broke nobody knows
 * whether it was carried out.
 *
 * @param attempt told whether it is the first try
 */
export async function persist<T>({ tries, wait, waiting }: Persistence, attempt: (isFirst: boolean) => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(count === 1);
    } catch (error) {
      const problem = problemOf(error);
      if (!passes(problem) || count >= tries) throw error;
      waiting?.(problem);
      const own = problem.kind === 'timed out' ? afterTimeout : Math.min(longestWait, firstWait * 2 ** (count - 1));
      await wait(problem.kind === 'busy' && problem.retryAfterSeconds !== undefined ? problem.retryAfterSeconds * 1000 : own);
    }
  }
}
