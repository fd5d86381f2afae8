import type { ListDefinition } from './definition';

/** What the column State may say. */
export const correctionState = { open: 'Open', applied: 'Applied', declined: 'Declined' } as const;

/** Something in a profile, the directory or the protocol that somebody says is wrong, or a change that they ask for. */
export const corrections: ListDefinition = {
  title: 'Corrections',
  url: 'Lists/Corrections',
  kind: 'list',
  description: 'Changes to profiles, the directory and the protocol that people suggest. Everybody sees their own, owners see all',
  titleColumn: 'Suggestion',
  ownRows: 'edited',
  versions: true,
  columns: [
    { name: 'Member', title: 'Member', type: 'lookup', list: 'Lists/Members', indexed: true },
    { name: 'Officer', title: 'Officer', type: 'lookup', list: 'Lists/Officers', indexed: true },
    { name: 'Service', title: 'Service', type: 'lookup', list: 'Lists/Services', indexed: true },
    { name: 'Clause', title: 'Clause', type: 'lookup', list: 'Lists/ProtocolClauses', indexed: true },
    {
      name: 'Detail',
      title: 'What',
      type: 'text',
      required: true,
      description: 'Internal name of the column of the list Members, Officers, Services or ProtocolClauses that is to be changed, or Other'
    },
    { name: 'Before', title: 'Says', type: 'note', lines: 4, description: 'What it said when the change was suggested' },
    { name: 'Proposed', title: 'Should say', type: 'note', lines: 4 },
    { name: 'Remark', title: 'Remark', type: 'note', lines: 4 },
    {
      name: 'State',
      title: 'State',
      type: 'choice',
      choices: [correctionState.open, correctionState.applied, correctionState.declined],
      defaultValue: correctionState.open,
      required: true,
      indexed: true
    },
    { name: 'Answer', title: 'Answer', type: 'note', lines: 4, description: 'Shown to who suggested it' }
  ],
  views: [
    {
      title: 'Open suggestions',
      columns: ['LinkTitle', 'Member', 'Officer', 'Service', 'Clause', 'Before', 'Proposed', 'Remark', 'Author', 'Created'],
      query: `<Where><Eq><FieldRef Name="State" /><Value Type="Choice">${correctionState.open}</Value></Eq></Where><OrderBy><FieldRef Name="ID" /></OrderBy>`,
      isDefault: true
    },
    {
      title: 'All suggestions',
      columns: [
        'LinkTitle',
        'Member',
        'Officer',
        'Service',
        'Clause',
        'Proposed',
        'State',
        'Answer',
        'Author',
        'Created',
        'Editor',
        'Modified'
      ],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>'
    }
  ]
};
