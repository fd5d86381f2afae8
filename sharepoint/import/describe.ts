import type { Plan } from './plan';

/** "1 ward", "3 wards" */
export const count = (number: number, one: string, several = `${one}s`): string => `${number} ${number === 1 ? one : several}`;

/** The import may run every night: its report stays short. */
const mostNamed = 5;

/** The plan as lines for the terminal: what changes by name, what does not by number. */
export function describePlan(plan: Plan): string[] {
  const lines: string[] = [];
  const group = (title: string, entries: string[]): void => {
    if (entries.length > 0) lines.push(title, ...entries.map((entry) => `  ${entry}`));
  };
  group(
    'New wards:',
    plan.newWards.map(({ name, vacancies }) => `${name}${vacancies > 0 ? ` (${count(vacancies, 'vacant seat')})` : ''}`)
  );
  group(
    'Vacant seats:',
    plan.changedWards.map(({ name, before, vacancies }) => `${name}: ${before} → ${vacancies}`)
  );
  group(
    'Added:',
    plan.added.map(({ details }) => `${details.name}${details.ward ? `, ${details.ward}` : ''}${details.party ? `, ${details.party}` : ''}`)
  );
  group(
    'Changed:',
    plan.changed.map(({ name, differences }) => `${name}: ${differences.join('; ')}`)
  );
  group(
    'Left the council (kept as former members):',
    plan.left.map(({ member, releasesId }) => `${member.details.name}${releasesId ? ' (the Modern.Gov id is another person’s now)' : ''}`)
  );
  group(
    'Skipped:',
    plan.skipped.map(({ place, reason }) => `${place}: ${reason}`)
  );
  group(
    'Taken in, but not as it stands in the feed:',
    plan.notes.map(({ place, text }) => `${place}: ${text}`)
  );
  if (plan.absentWards.length > 0) {
    const named = plan.absentWards.slice(0, mostNamed).join(', ');
    lines.push(
      `${count(plan.absentWards.length, 'ward')} of the list that the feed does not have: ${named}${plan.absentWards.length > mostNamed ? ' ...' : ''}. Delete those that are gone for good.`
    );
  }
  group('Parties that the list Parties does not have (kept as published):', plan.unknownParties);
  const { added, changed, left, unchanged, skipped } = plan;
  lines.push(`${added.length} added, ${changed.length} changed, ${left.length} left, ${unchanged} unchanged, ${skipped.length} skipped.`);
  return lines;
}

/** Who has no photograph, a line for each reason. */
export function describeMissingPhotos(missing: readonly { name: string; reason: string }[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { name, reason } of missing) byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  return [...byReason].map(([reason, names]) => `No photograph of ${names.join(', ')}: ${reason}`);
}
