import { officersAccess } from './access';
import type { ListDefinition } from './definition';

/** What officers note about an enquiry for one another. Members never see it. */
export const officerNotes: ListDefinition = {
  title: 'OfficerNotes',
  url: 'Lists/OfficerNotes',
  kind: 'list',
  description: 'Notes of officers about enquiries. Members do not see them',
  titleColumn: 'Note',
  versions: true,
  audiences: officersAccess,
  columns: [
    { name: 'Enquiry', title: 'Enquiry', type: 'number', decimals: 0, min: 1, indexed: true, description: 'ID of the row in Enquiries' },
    {
      name: 'NoteKey',
      title: 'Key',
      type: 'text',
      indexed: true,
      description: 'Of two rows with the same, the one with the lower ID counts'
    },
    { name: 'Text', title: 'Text', type: 'note', lines: 6 }
  ],
  views: [
    {
      title: 'All notes',
      columns: ['ID', 'LinkTitle', 'Enquiry', 'Author', 'Created'],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>',
      rowLimit: 100,
      inFolders: true,
      isDefault: true
    }
  ]
};
