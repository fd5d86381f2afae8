import type { Figures, Report, ReportGroup, Share } from './report';

/** Fewer than this are hidden: somebody could be recognised (as councils and the ONS do with small numbers). */
export const smallest = 5;

/** A number that may be shown, or that is too small to be. */
export type Shown = number | 'hidden';

/** Figures as they may be published. */
export interface ShownFigures {
  count: Shown;
  open: Shown;
  acknowledged: { of: number; in: number } | 'hidden';
  answered: { of: number; in: number } | 'hidden';
  workingDays: number | undefined | 'hidden';
  withdrawn: Shown;
  outcomes: ReadonlyMap<string, Shown>;
}

/** A report as it may be published. */
export interface ShownReport {
  from: string;
  to: string;
  all: ShownFigures;
  groups: { name: string; figures: ShownFigures }[];
  trend: { month: string; count: Shown }[];
}

const small = (count: number): boolean => count > 0 && count < smallest;
const shown = (count: number): Shown => (small(count) ? 'hidden' : count);

/** A share is told where neither those in time nor those late are so few that somebody could be recognised. */
const shownShare = (share: Share): Share | 'hidden' =>
  small(share.in) || small(share.of - share.in) || small(share.of) ? 'hidden' : share;

const hidden: ShownFigures = {
  ...{ count: 'hidden', open: 'hidden', acknowledged: 'hidden', answered: 'hidden', workingDays: 'hidden', withdrawn: 'hidden' },
  outcomes: new Map()
};

/**
 * Parts of a whole that is known. The small ones are hidden, and then the smallest of the others, until what is hidden
 * together is so much that nobody can work out a part of it: at least two of them, and together twice the limit.
 */
function hideParts(counts: readonly number[]): boolean[] {
  const hides = counts.map(small);
  if (!hides.includes(true)) return hides;
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => !hides[index] && count > 0)
    .sort((a, b) => a.count - b.count);
  const isSafe = (): boolean => {
    const hidden = counts.filter((_, index) => hides[index]);
    return hidden.length > 1 && hidden.reduce((sum, count) => sum + count, 0) >= 2 * smallest;
  };
  for (const { index } of others) {
    if (isSafe()) break;
    hides[index] = true;
  }
  return hides;
}

/** How a group ended: with what has no outcome as a part of its own, since all of it together is known. */
function shownOutcomes({ count, outcomes }: Figures): ReadonlyMap<string, Shown> {
  const names = [...outcomes.keys()];
  const counts = names.map((name) => outcomes.get(name) ?? 0);
  const without = count - counts.reduce((sum, one) => sum + one, 0);
  const hides = hideParts([...counts, without]);
  return new Map(names.map((name, index) => [name, hides[index] ? 'hidden' : (counts[index] ?? 0)]));
}

function shownFigures(figures: Figures): ShownFigures {
  const { count, open, acknowledged, answered, workingDays, withdrawn } = figures;
  if (small(count)) return hidden;
  return {
    // What is open and what is not are two parts of one whole.
    ...{ count, open: small(count - open) ? 'hidden' : shown(open), withdrawn: small(count - withdrawn) ? 'hidden' : shown(withdrawn) },
    ...{ acknowledged: shownShare(acknowledged), answered: shownShare(answered) },
    workingDays: small(answered.of) ? 'hidden' : workingDays,
    outcomes: shownOutcomes(figures)
  };
}

/** The columns that add up over groups, so that one that is hidden could be taken from the total. */
const columns: readonly {
  parts(figures: Figures): number[];
  hide(shown: ShownFigures): ShownFigures;
  isHidden(shown: ShownFigures): boolean;
}[] = [
  { parts: ({ open }) => [open], hide: (one) => ({ ...one, open: 'hidden' }), isHidden: ({ open }) => open === 'hidden' },
  {
    parts: ({ withdrawn }) => [withdrawn],
    hide: (one) => ({ ...one, withdrawn: 'hidden' }),
    isHidden: (one) => one.withdrawn === 'hidden'
  },
  {
    parts: ({ acknowledged }) => [acknowledged.in, acknowledged.of - acknowledged.in],
    hide: (one) => ({ ...one, acknowledged: 'hidden' }),
    isHidden: (one) => one.acknowledged === 'hidden'
  },
  {
    parts: ({ answered }) => [answered.in, answered.of - answered.in],
    hide: (one) => ({ ...one, answered: 'hidden', workingDays: 'hidden' }),
    isHidden: (one) => one.answered === 'hidden'
  }
];

/** Hides in each column as many of the groups as it takes that none can be worked out from the total, where that is told. */
function hideColumns(groups: readonly ReportGroup[], shownGroups: readonly ShownFigures[]): ShownFigures[] {
  return columns.reduce<ShownFigures[]>(
    (all, { parts, hide, isHidden }) => {
      const order = groups
        .map(({ figures }, index) => ({ index, least: Math.min(...parts(figures)) }))
        .filter(({ index }) => !isHidden(all[index] as ShownFigures))
        .sort((a, b) => a.least - b.least);
      const now = [...all];
      const isSafe = (): boolean => {
        const hiddenOnes = groups.filter((_, index) => isHidden(now[index] as ShownFigures));
        const sums = (hiddenOnes[0] ? parts(hiddenOnes[0].figures) : []).map((_, part) =>
          hiddenOnes.reduce((sum, { figures }) => sum + (parts(figures)[part] ?? 0), 0)
        );
        return hiddenOnes.length === 0 || (hiddenOnes.length > 1 && sums.every((sum) => sum === 0 || sum >= 2 * smallest));
      };
      for (const { index } of order) {
        if (isSafe()) break;
        now[index] = hide(now[index] as ShownFigures);
      }
      return now;
    },
    [...shownGroups]
  );
}

/** A report in which nobody can be recognised by a small number: also not by taking the others from the total. */
export function hideSmall({ from, to, all, groups, trend }: Report): ShownReport {
  const hides = hideParts(groups.map(({ figures }) => figures.count));
  const hiddenMonths = hideParts(trend.map(({ count }) => count));
  return {
    ...{ from, to },
    all: shownFigures(all),
    groups: hideColumns(
      groups,
      groups.map(({ figures }, index) => (hides[index] ? hidden : shownFigures(figures)))
    ).map((figures, index) => ({ name: groups[index]?.name ?? '', figures })),
    trend: trend.map(({ month, count }, index) => ({ month, count: hiddenMonths[index] ? 'hidden' : count }))
  };
}
