import type { Plan } from './plan';

/** "1 ward", "3 wards" */
export const count = (number: number, one: string, several = `${one}s`): string => `${number} ${number === 1 ? one : several}`;

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
    plan.left.map(({ details }) => details.name)
  );
  group(
    'Skipped:',
    plan.skipped.map(({ place, reason }) => `${place}: ${reason}`)
  );
  group('Wards that the feed does not have (left as they are):', plan.absentWards);
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
