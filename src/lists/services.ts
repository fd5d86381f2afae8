import type { ListDefinition } from './definition';

/** The council's services, with what people call the matters that they deal with. */
export const services: ListDefinition = {
  title: 'Services',
  url: 'Lists/Services',
  kind: 'list',
  description: 'What the council does, in the words in which people ask for it',
  titleColumn: 'Service',
  titleUnique: true,
  columns: [
    { name: 'Directorate', title: 'Directorate', type: 'text', indexed: true },
    { name: 'Does', title: 'What it does', type: 'note', lines: 4 },
    {
      name: 'Topics',
      title: 'Topics',
      type: 'note',
      lines: 12,
      description: "One a line, in people's own words: missed bin, pothole. The search finds the service by them"
    },
    {
      name: 'Routine',
      title: 'Routine requests',
      type: 'note',
      lines: 4,
      description: 'How a resident reports what is routine, and what happens then'
    },
    { name: 'RoutineLink', title: 'Page for routine requests', type: 'link' },
    { name: 'OutOfHours', title: 'Out of hours', type: 'note', lines: 4, description: 'What to do at night and at weekends' },
    { name: 'HeadOfService', title: 'Head of service', type: 'lookup', list: 'Lists/Officers', indexed: true },
    { name: 'Director', title: 'Director', type: 'lookup', list: 'Lists/Officers', indexed: true },
    {
      name: 'GeneralContact',
      title: 'General contact',
      type: 'yesNo',
      description: 'Yes for the one service that answers where a search finds nothing'
    },
    { name: 'Reviewed', title: 'Checked on', type: 'date', indexed: true, description: 'When somebody last checked that this is right' }
  ],
  views: [
    {
      title: 'All services',
      columns: ['LinkTitle', 'Directorate', 'HeadOfService', 'Director', 'GeneralContact', 'Reviewed'],
      query: '<OrderBy><FieldRef Name="Title" /></OrderBy>',
      rowLimit: 100,
      isDefault: true
    },
    {
      title: 'By directorate',
      columns: ['LinkTitle', 'HeadOfService', 'Director'],
      query: '<GroupBy Collapse="FALSE"><FieldRef Name="Directorate" /></GroupBy><OrderBy><FieldRef Name="Title" /></OrderBy>',
      rowLimit: 100
    },
    {
      title: 'Not checked for six months',
      columns: ['LinkTitle', 'Directorate', 'Reviewed', 'Modified', 'Editor'],
      query:
        '<Where><Or><IsNull><FieldRef Name="Reviewed" /></IsNull><Lt><FieldRef Name="Reviewed" /><Value Type="DateTime"><Today OffsetDays="-183" /></Value></Lt></Or></Where><OrderBy><FieldRef Name="Reviewed" /></OrderBy>',
      rowLimit: 100
    }
  ]
};
