/** The time as SharePoint keeps it: UTC to the second, for example 2026-11-22T11:13:32Z. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d{3}Z$/, 'Z');
}
