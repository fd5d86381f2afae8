import type { ListDefinition } from './definition';

/** Who has read which version of the protocol. The row's author is who read it, its date when. */
export const protocolAcknowledgements: ListDefinition = {
  title: 'ProtocolAcknowledgements',
  url: 'Lists/ProtocolAcknowledgements',
  kind: 'list',
  description: 'Who has read which version of the protocol. Everybody sees their own, owners see all',
  titleColumn: 'Version read',
  ownRows: 'edited',
  columns: [
    { name: 'Protocol', title: 'Protocol', type: 'lookup', list: 'Lists/Protocols', required: true, indexed: true },
    // The author of a row cannot be indexed: people find their own rows by this, owners count by the author.
    { name: 'Reader', title: 'Read by', type: 'person', indexed: true }
  ],
  views: [
    {
      title: 'All',
      columns: ['LinkTitle', 'Protocol', 'Author', 'Created'],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>',
      rowLimit: 200,
      isDefault: true
    }
  ]
};
