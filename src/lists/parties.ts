import type { ListDefinition } from './definition';

/** Political parties: how published data spell them, and their colours. */
export const parties: ListDefinition = {
  title: 'Parties',
  url: 'Lists/Parties',
  kind: 'list',
  description: 'Political parties, how published data spell them, and their colours',
  titleColumn: 'Party',
  titleUnique: true,
  columns: [
    {
      name: 'Spellings',
      title: 'Other spellings',
      type: 'note',
      lines: 6,
      description: 'One a line. The import puts members whose party is spelled like this into this party'
    },
    {
      name: 'Colour',
      title: 'Colour',
      type: 'text',
      maxLength: 7,
      description: 'For the small square beside the name, for example #0087DC',
      rule: {
        formula: '=OR(ISBLANK([Colour]),AND(LEN([Colour])=7,LEFT([Colour],1)="#"))',
        message: 'A colour is # and six digits or letters from A to F, for example #0087DC.'
      }
    }
  ],
  views: [
    {
      title: 'All Items',
      columns: ['LinkTitle', 'Spellings', 'Colour'],
      query: '<OrderBy><FieldRef Name="Title" /></OrderBy>',
      isDefault: true
    }
  ]
};
