import type { ListDefinition } from './definition';
import { loadedColumn } from './protocols';

/** Clauses of the versions of the protocol. */
export const protocolClauses: ListDefinition = {
  title: 'ProtocolClauses',
  url: 'Lists/ProtocolClauses',
  kind: 'list',
  description: 'What the protocol says, in plain English, clause by clause',
  titleColumn: 'Heading',
  versions: true,
  columns: [
    { name: 'Protocol', title: 'Protocol', type: 'lookup', list: 'Lists/Protocols', required: true, indexed: true },
    { name: 'Number', title: 'Number', type: 'text', required: true, indexed: true, description: 'As the document has it: 7.3' },
    { name: 'Position', title: 'Place', type: 'number', min: 0, decimals: 0, description: 'Clauses stand in this order' },
    {
      name: 'Text',
      title: 'Text',
      type: 'note',
      lines: 8,
      description: 'A line of its own for each paragraph; lines that begin with "- " are a list'
    },
    {
      name: 'SpeaksTo',
      title: 'Speaks to',
      type: 'text',
      description: 'Roles by their ids, with commas: member, executive, officer'
    },
    {
      name: 'Topics',
      title: 'Asked for as',
      type: 'note',
      lines: 8,
      description: "One a line, in people's own words: who answers the press. The search finds the clause by them"
    },
    { name: 'Source', title: 'Source', type: 'text', description: '"paragraph 7.3", "our default" or "not set"' },
    loadedColumn
  ],
  views: [
    {
      title: 'All clauses',
      columns: ['Number', 'LinkTitle', 'SpeaksTo', 'Source', 'Protocol', 'Modified', 'Editor'],
      query: '<OrderBy><FieldRef Name="Protocol" Ascending="FALSE" /><FieldRef Name="Position" /></OrderBy>',
      rowLimit: 200,
      isDefault: true
    },
    {
      title: 'Without topics',
      columns: ['Number', 'LinkTitle', 'Protocol'],
      query:
        '<Where><IsNull><FieldRef Name="Topics" /></IsNull></Where><OrderBy><FieldRef Name="Protocol" Ascending="FALSE" /><FieldRef Name="Position" /></OrderBy>',
      rowLimit: 200
    }
  ]
};
