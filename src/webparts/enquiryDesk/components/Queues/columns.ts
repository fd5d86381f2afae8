/** Columns of a queue besides reference and summary, which are always there. */
export const columnNames = ['member', 'service', 'kind', 'came', 'next'] as const;
export type ColumnName = (typeof columnNames)[number];

const usual: readonly ColumnName[] = ['member', 'service', 'next'];
const kept = 'memberlink desk columns';

/** The columns that somebody chose on this device. */
export function readColumns(): readonly ColumnName[] {
  try {
    const names = JSON.parse(window.localStorage.getItem(kept) ?? 'null') as unknown;
    return Array.isArray(names) ? columnNames.filter((name) => names.includes(name)) : usual;
  } catch {
    // A host keeps it from us, or it is no more what this version writes.
    return usual;
  }
}

export function keepColumns(columns: readonly ColumnName[]): void {
  try {
    window.localStorage.setItem(kept, JSON.stringify(columns));
  } catch {
    // It is chosen for this time only.
  }
}
