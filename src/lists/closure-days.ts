import type { ListDefinition } from './definition';

/** Days on which the council is closed: bank holidays and its own. */
export const closureDays: ListDefinition = {
  title: 'ClosureDays',
  url: 'Lists/ClosureDays',
  kind: 'list',
  description: "Bank holidays and days on which the council's offices are closed. Weekends need no row",
  titleColumn: 'Name',
  columns: [{ name: 'Day', title: 'Day', type: 'date', required: true, indexed: true }],
  views: [
    {
      title: 'All days',
      columns: ['Day', 'LinkTitle'],
      query: '<OrderBy><FieldRef Name="Day" Ascending="FALSE" /></OrderBy>',
      rowLimit: 100,
      isDefault: true
    }
  ]
};
