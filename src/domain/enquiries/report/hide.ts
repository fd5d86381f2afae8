import type { Figures, Report, Share } from './report';

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

/** Parts of a whole that is known: where only one is hidden, the smallest other one is hidden too, or it could be worked out. */
function hideParts(counts: readonly number[]): boolean[] {
  const hides = counts.map(small);
  if (hides.filter(Boolean).length !== 1) return hides;
  const others = counts.map((count, index) => ({ count, index })).filter(({ count, index }) => !hides[index] && count > 0);
  const next = others.sort((a, b) => a.count - b.count)[0];
  return hides.map((hide, index) => hide || index === next?.index);
}

function shownFigures(figures: Figures): ShownFigures {
  const { count, open, acknowledged, answered, workingDays, withdrawn, outcomes } = figures;
  if (small(count)) return hidden;
  const names = [...outcomes.keys()];
  const hides = hideParts(names.map((name) => outcomes.get(name) ?? 0));
  return {
    // What is open and what is not are two parts of one whole.
    ...{ count, open: small(count - open) ? 'hidden' : shown(open), withdrawn: shown(withdrawn) },
    ...{ acknowledged: shownShare(acknowledged), answered: shownShare(answered) },
    workingDays: small(answered.of) ? 'hidden' : workingDays,
    outcomes: new Map(names.map((name, index) => [name, hides[index] ? 'hidden' : (outcomes.get(name) ?? 0)]))
  };
}

/** A report in which nobody can be recognised by a small number: also not by taking the others from the total. */
export function hideSmall({ from, to, all, groups, trend }: Report): ShownReport {
  const hides = hideParts(groups.map(({ figures }) => figures.count));
  const hiddenMonths = hideParts(trend.map(({ count }) => count));
  return {
    ...{ from, to },
    all: shownFigures(all),
    groups: groups.map(({ name, figures }, index) => ({ name, figures: hides[index] ? hidden : shownFigures(figures) })),
    trend: trend.map(({ month, count }, index) => ({ month, count: hiddenMonths[index] ? 'hidden' : count }))
  };
}
