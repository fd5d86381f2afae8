const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const dayName = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?\b/g;
/** "Monday to Thursday" */
const dayRange =
  /\b((?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)\s*(?:-|to|until|till|through)\s*((?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)\b/g;
/** In front of days on which somebody does not work. */
const notOn = /\b(?:except(?: on)?|but not|not(?: on)?|never on|off on)\s+(?=(?:mon|tue|wed|thu|fri|sat|sun))/;
/** Tells where somebody works, not when. */
const where = /\b(?:from|at) home\b[^,;]*|\bin the office\b[^,;]*/g;

const indexOf = (name: string): number => days.findIndex((day) => day.startsWith(name.slice(0, 3)));

/** Days of the week from one to another, around the end of the week if need be. */
function span(from: number, to: number): number[] {
  const found = [from];
  for (let day = from; day !== to;) {
    day = (day + 1) % 7;
    found.push(day);
  }
  return found;
}

/**
 * The days of the week (0 is Sunday) on which somebody works, read from words: "Monday to Thursday", "Mon, Wed and Fri
 * mornings", "weekdays except Tuesdays", "not Fridays".
 *
 * @returns nothing where the words name no day: then every working day counts
 */
export function workingWeekdays(pattern: string): ReadonlySet<number> | undefined {
  const text = pattern.toLowerCase().replace(/[–—]/g, '-').replace(where, ' ');
  const [worked = '', ...not] = text.split(notOn);
  const daysIn = (words: string): Set<number> => {
    const found = new Set<number>();
    if (/\bweekdays?\b|\bworking days?\b|\bevery day\b|\bdaily\b/.test(words)) for (const day of span(1, 5)) found.add(day);
    const rest = words.replace(dayRange, (_, from: string, to: string) => {
      for (const day of span(indexOf(from), indexOf(to))) found.add(day);
      return ' ';
    });
    for (const [name] of rest.matchAll(dayName)) found.add(indexOf(name));
    return found;
  };
  const works = daysIn(worked);
  const free = new Set(not.flatMap((words) => [...daysIn(words)]));
  if (works.size === 0 && free.size === 0) return undefined;
  return new Set([...(works.size === 0 ? span(1, 5) : works)].filter((day) => !free.has(day)));
}
