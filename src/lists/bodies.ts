import type { ListDefinition } from './definition';

/** Committees, working parties, task and finish groups and outside bodies. */
export const bodies: ListDefinition = {
  title: 'Bodies',
  url: 'Lists/Bodies',
  kind: 'list',
  description: 'Committees, working parties, task and finish groups and outside bodies',
  titleColumn: 'Body',
  columns: [
    {
      name: 'Kind',
      title: 'Kind',
      type: 'choice',
      choices: ['Cabinet', 'Committee', 'Working party', 'Task and finish group', 'Outside body'],
      defaultValue: 'Committee',
      required: true,
      indexed: true
    },
    { name: 'LinkOfficer', title: 'Link officer', type: 'person', description: 'The officer whom members ask about this body' },
    { name: 'Website', title: 'Web page', type: 'link' }
  ],
  views: [
    {
      title: 'All Items',
      columns: ['LinkTitle', 'Kind', 'LinkOfficer'],
      query: '<OrderBy><FieldRef Name="Title" /></OrderBy>',
      isDefault: true
    }
  ]
};
