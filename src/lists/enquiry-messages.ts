import { recordAccess } from './access';
import type { ListDefinition } from './definition';

/** What happened to enquiries: the record. Its author and date are SharePoint's own. */
export const enquiryMessages: ListDefinition = {
  title: 'EnquiryMessages',
  url: 'Lists/EnquiryMessages',
  kind: 'list',
  description: 'What happened to enquiries, one thing a row. It is the record: nothing in it is changed',
  titleColumn: 'Message',
  audiences: recordAccess,
  columns: [
    { name: 'Enquiry', title: 'Enquiry', type: 'number', decimals: 0, min: 1, indexed: true, description: 'ID of the row in Enquiries' },
    {
      name: 'MessageKey',
      title: 'Key',
      type: 'text',
      indexed: true,
      description: 'Of two rows with the same, the one with the lower ID counts'
    },
    { name: 'Event', title: 'What happened', type: 'text', indexed: true },
    { name: 'Text', title: 'Text', type: 'note', lines: 6 },
    { name: 'Details', title: 'Details', type: 'note', lines: 6, description: 'JSON' }
  ],
  views: [
    {
      title: 'All messages',
      columns: ['ID', 'LinkTitle', 'Enquiry', 'Event', 'Author', 'Created'],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>',
      rowLimit: 100,
      inFolders: true,
      isDefault: true
    }
  ]
};
