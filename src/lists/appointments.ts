import type { ListDefinition } from './definition';

/** Members' places on bodies. */
export const appointments: ListDefinition = {
  title: 'Appointments',
  url: 'Lists/Appointments',
  kind: 'list',
  description: "Members' places on bodies",
  columns: [
    { name: 'Member', title: 'Member', type: 'lookup', list: 'Lists/Members', required: true, indexed: true },
    { name: 'Body', title: 'Body', type: 'lookup', list: 'Lists/Bodies', required: true, indexed: true },
    {
      name: 'Role',
      title: 'Role',
      type: 'choice',
      choices: ['Chair', 'Vice-Chair', 'Member', 'Substitute'],
      fillIn: true,
      defaultValue: 'Member',
      required: true
    },
    { name: 'From', title: 'From', type: 'date' },
    { name: 'To', title: 'To', type: 'date', indexed: true, description: 'Empty while it goes on' }
  ],
  rule: { formula: '=OR(ISBLANK([From]),ISBLANK([To]),[To]>=[From])', message: 'The appointment ends before it begins.' },
  views: [
    { title: 'All Items', columns: ['Member', 'Body', 'Role', 'From', 'To'], isDefault: true },
    {
      title: 'Current, by body',
      columns: ['Member', 'Role', 'From', 'To'],
      query:
        '<GroupBy Collapse="FALSE"><FieldRef Name="Body" /></GroupBy><OrderBy><FieldRef Name="ID" /></OrderBy><Where><Or><IsNull><FieldRef Name="To" /></IsNull><Geq><FieldRef Name="To" /><Value Type="DateTime"><Today /></Value></Geq></Or></Where>',
      rowLimit: 100
    }
  ]
};
