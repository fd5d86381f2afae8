import type { ListDefinition } from './definition';

/** What was removed since the time for keeping it was over: that it was, and nothing of what it said. */
export const enquiryRemovals: ListDefinition = {
  title: 'EnquiryRemovals',
  url: 'Lists/EnquiryRemovals',
  kind: 'list',
  description: 'Enquiries that were removed since the time for keeping them was over: reference and day, nothing of what they said',
  titleColumn: 'Reference',
  titleUnique: true,
  columns: [
    { name: 'Ended', title: 'Was closed on', type: 'date' },
    { name: 'Messages', title: 'Messages', type: 'number', min: 0, decimals: 0 },
    { name: 'Documents', title: 'Documents', type: 'number', min: 0, decimals: 0 },
    { name: 'Notes', title: 'Officers’ notes', type: 'number', min: 0, decimals: 0 }
  ],
  views: [
    {
      title: 'All removals',
      columns: ['LinkTitle', 'Ended', 'Messages', 'Documents', 'Notes', 'Author', 'Created'],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>',
      rowLimit: 100,
      isDefault: true
    }
  ]
};
