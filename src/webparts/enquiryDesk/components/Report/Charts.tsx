import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { monthAndYear } from '../../../../domain/dates';
import type { Grouping, Shown, ShownReport } from '../../../../domain/enquiries/report';
import { format } from '../../../../ui/format';
import styles from './Report.module.scss';
import { groupName, groupingText, shownText } from './reportText';

const numberOf = (count: Shown): number => (count === 'hidden' ? 0 : count);
const largest = (counts: readonly Shown[]): number => Math.max(1, ...counts.map(numberOf));

/** How high the bar of a hidden number is, of 40. */
const hiddenHeight = 3;
/** More groups than this are in the table only. */
const mostBars = 12;

/** How many came in each month. What it shows stands in the table of months too. */
export const Trend: React.FC<{ report: ShownReport }> = ({ report: { trend } }) => {
  const most = largest(trend.map(({ count }) => count));
  const [first, last] = [trend[0], trend[trend.length - 1]];
  if (!first || !last) return null;
  const width = 100 / trend.length;
  return (
    <figure className={styles.chart}>
      <figcaption>{strings.TrendTitle}</figcaption>
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={format(strings.TrendLabel, monthAndYear(`${first.month}-01`), monthAndYear(`${last.month}-01`), most)}
      >
        {trend.map(({ month, count }, index) => {
          // What is hidden has a stub of its own kind: it is not nothing.
          const height = count === 'hidden' ? hiddenHeight : (count / most) * 38;
          return (
            <rect
              key={month}
              className={count === 'hidden' ? styles.hiddenBar : undefined}
              x={index * width + width * 0.1}
              y={40 - height}
              width={width * 0.8}
              height={height}
            >
              <title>{`${monthAndYear(`${month}-01`)}: ${shownText(count)}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{monthAndYear(`${first.month}-01`)}</span>
        <span>{monthAndYear(`${last.month}-01`)}</span>
      </p>
    </figure>
  );
};

/** The largest groups as bars. */
export const Bars: React.FC<{ report: ShownReport; by: Grouping }> = ({ report: { groups }, by }) => {
  const shown = groups.filter(({ figures }) => figures.count !== 'hidden' && figures.count > 0).slice(0, mostBars);
  const most = largest(shown.map(({ figures }) => figures.count));
  if (by === 'month' || shown.length === 0) return null;
  return (
    <figure className={styles.chart}>
      <figcaption>{format(strings.BarsTitle, groupingText(by))}</figcaption>
      <ul className={styles.bars}>
        {shown.map(({ name, figures }) => (
          <li key={name}>
            <span>{groupName(name, by)}</span>
            <span className={styles.bar}>
              <span style={{ width: `${(numberOf(figures.count) / most) * 100}%` }} />
            </span>
            <span>{shownText(figures.count)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
};
