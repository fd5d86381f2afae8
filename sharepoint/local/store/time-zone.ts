/**
 * The site's own time zone. SharePoint keeps a date without a time as midnight in it, and answers that moment in UTC.
 * Sites in the United Kingdom have (UTC+00:00) Dublin, Edinburgh, Lisbon, London.
 */
const siteTimeZone = 'Europe/London';

const localParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: siteTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23'
});

/** Milliseconds in a day without a change of the clocks. */
export const day = 86_400_000;

const siteOffset = (moment: number): number => {
  const part = Object.fromEntries(localParts.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second) - Math.floor(moment / 1000) * 1000;
};

/** A wall-clock time on the site, as if it were UTC, to its moment. Both in milliseconds. */
export const fromSiteTime = (wallClock: number): number => wallClock - siteOffset(wallClock - siteOffset(wallClock));

/** A moment to the wall-clock time on the site, as if it were UTC. Both in milliseconds. */
export const toSiteTime = (moment: number): number => moment + siteOffset(moment);

/** Midnight on the site before or at a wall-clock time, as a moment. */
export const siteMidnight = (wallClock: number): number => fromSiteTime(Math.floor(wallClock / day) * day);

/** The first and the last moment that SharePoint keeps. */
const [firstMoment, lastMoment] = [Date.UTC(1900, 0, 1), Date.UTC(8900, 11, 31, 23, 59, 59)];

/** Whether SharePoint can keep a moment. */
export const isKept = (moment: number): boolean => moment >= firstMoment && moment <= lastMoment;

/** The nearest moment that SharePoint can keep: a query may ask for "before the year 9999". */
export const withinDates = (moment: number): number => Math.min(Math.max(moment, firstMoment), lastMoment);

/** A moment as SharePoint keeps it: UTC to the second. */
export const isoSeconds = (moment: number): string => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
