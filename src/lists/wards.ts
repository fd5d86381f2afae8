import type { ListDefinition } from './definition';

/** The wards of the council. */
export const wards: ListDefinition = {
  title: 'Wards',
  url: 'Lists/Wards',
  kind: 'list',
  description: 'The wards (or divisions) of the council',
  titleColumn: 'Ward',
  titleUnique: true,
  columns: [
    {
      name: 'GssCode',
      title: 'GSS code',
      type: 'text',
      maxLength: 20,
      indexed: true,
      description: 'Code of the Office for National Statistics, for example E05009999'
    },
    { name: 'Seats', title: 'Seats', type: 'number', min: 0, max: 20, decimals: 0 },
    {
      name: 'Vacancies',
      title: 'Vacant seats',
      type: 'number',
      min: 0,
      max: 20,
      decimals: 0,
      description: 'Kept by the import from Modern.Gov'
    },
    { name: 'Neighbours', title: 'Neighbouring wards', type: 'lookup', list: 'Lists/Wards', several: true },
    { name: 'Parishes', title: 'Parishes', type: 'note', lines: 6, description: 'One a line' }
  ],
  rule: {
    formula: '=OR(ISBLANK([Seats]),ISBLANK([Vacancies]),[Vacancies]<=[Seats])',
    message: 'A ward cannot have more vacant seats than seats.'
  },
  views: [
    {
      title: 'All Items',
      columns: ['LinkTitle', 'GssCode', 'Seats', 'Vacancies', 'Neighbours'],
      query: '<OrderBy><FieldRef Name="Title" /></OrderBy>',
      isDefault: true
    },
    {
      title: 'Vacancies',
      columns: ['LinkTitle', 'Seats', 'Vacancies'],
      query:
        '<Where><Gt><FieldRef Name="Vacancies" /><Value Type="Number">0</Value></Gt></Where><OrderBy><FieldRef Name="Title" /></OrderBy>'
    }
  ]
};
