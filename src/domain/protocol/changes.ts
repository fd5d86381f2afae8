import type { ClauseEntry } from './pack';

type Compared = Pick<ClauseEntry, 'number' | 'heading' | 'text'>;

/** A clause that is not as it was. */
export type ClauseChange<C extends Compared> =
  { kind: 'new'; now: C } | { kind: 'gone'; before: C } | { kind: 'changed'; before: C; now: C; wasNumber?: string };

const same = (a: Compared, b: Compared): boolean => a.heading.trim() === b.heading.trim() && a.text.trim() === b.text.trim();

/**
 * What changed from one version to another, in the order of the later one, then what is gone. A clause that stands
 * under another number, word for word, has been moved.
 */
export function changesBetween<C extends Compared>(before: readonly C[], now: readonly C[]): ClauseChange<C>[] {
  const earlier = new Map(before.map((clause) => [clause.number, clause]));
  const moved = new Map<string, C>();
  const numbers = new Set(now.map(({ number }) => number));
  for (const clause of now) {
    const sameNumber = earlier.get(clause.number);
    if (sameNumber && same(sameNumber, clause)) continue;
    const from = before.find((one) => !numbers.has(one.number) && same(one, clause));
    if (from && !sameNumber) moved.set(clause.number, from);
  }
  const changes = now.flatMap((clause): ClauseChange<C>[] => {
    const from = moved.get(clause.number);
    if (from) return [{ kind: 'changed', before: from, now: clause, wasNumber: from.number }];
    const old = earlier.get(clause.number);
    if (!old) return [{ kind: 'new', now: clause }];
    return same(old, clause) ? [] : [{ kind: 'changed', before: old, now: clause }];
  });
  const movedFrom = new Set([...moved.values()].map(({ number }) => number));
  const gone = before.filter(({ number }) => !numbers.has(number) && !movedFrom.has(number));
  return [...changes, ...gone.map((clause): ClauseChange<C> => ({ kind: 'gone', before: clause }))];
}
