/** What spreadsheets take as a formula when a cell begins with it. */
const formulaStart = /^[=+\-@\t\r]/;

/** A cell of a CSV file: quoted where it has to be, and a text that a spreadsheet would run as a formula is made one no more. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value.trimStart()) || formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A CSV file (RFC 4180) that spreadsheets of any language open as UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
