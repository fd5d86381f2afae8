/**
 * Which window sends a draft, and since when. While a claim is held no other window creates anything: the holder creates
 * only while its claim is fresh, and renews it before that ends.
 */

/** After this time nothing of another window can still arrive. In milliseconds. */
const heldFor = 60_000;
/** The same window, loaded again: nothing new comes from before, and what was under way arrives soon. In milliseconds. */
const ownHeldFor = 8_000;
/** Something may be created under a claim for so long: a request takes up to 30 seconds. In milliseconds. */
const freshFor = 25_000;

/** What a window writes into a draft that it sends. */
export const claimOf = (window: string, now: Date): string => `${window} ${now.toISOString()}`;

const ageOf = (claim: string, now: Date): number => now.getTime() - Date.parse(claim.split(' ')[1] ?? '');

/** Whether a claim is a window's own. */
export const ownsClaim = (claim: string, window: string): boolean => claim.split(' ')[0] === window;

/** Whether something of a claim's holder may still arrive. A claim that cannot be read is old. */
export function isHeld(claim: string, window: string, now: Date): boolean {
  const age = ageOf(claim, now);
  // One from the future is of a clock that is wrong: nobody waits for it.
  return age > -heldFor && age < (ownsClaim(claim, window) ? ownHeldFor : heldFor);
}

/** Whether its holder may create something. */
export const isFresh = (claim: string, now: Date): boolean => ageOf(claim, now) < freshFor;
