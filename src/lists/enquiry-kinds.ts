import type { ListDefinition } from './definition';
import { loadedColumn, standardColumns } from './protocols';

/** Kinds of enquiry, by version of the protocol. */
export const enquiryKinds: ListDefinition = {
  title: 'EnquiryKinds',
  url: 'Lists/EnquiryKinds',
  kind: 'list',
  description: 'Kinds of enquiry that a version of the protocol knows: guidance, standards, questions',
  titleColumn: 'Kind',
  versions: true,
  columns: [
    { name: 'Protocol', title: 'Protocol', type: 'lookup', list: 'Lists/Protocols', required: true, indexed: true },
    {
      name: 'KindId',
      title: 'Id',
      type: 'text',
      required: true,
      indexed: true,
      description: 'As conditions name it. Enquiries keep it: do not change it'
    },
    { name: 'Position', title: 'Place', type: 'number', min: 0, decimals: 0, description: 'Kinds stand in this order' },
    { name: 'Guidance', title: 'Guidance', type: 'note', lines: 4, description: 'Shown to who raises one' },
    { name: 'AskedBy', title: 'Raised by', type: 'text', description: 'Roles by their ids, with commas; empty for members' },
    { name: 'NoticeDays', title: 'Notice needed (working days)', type: 'number', min: 0, max: 250, decimals: 0 },
    ...standardColumns,
    { name: 'Clauses', title: 'Clauses', type: 'note', lines: 1, description: 'Numbers of clauses, with commas' },
    {
      name: 'Questions',
      title: 'Questions',
      type: 'note',
      lines: 8,
      description: 'In the format of protocol packs. What is wrong in it is shown to owners in the protocol guide'
    },
    { name: 'DeclineGrounds', title: 'Grounds for declining', type: 'note', lines: 8, description: 'In the format of protocol packs' },
    { name: 'Sources', title: 'Sources', type: 'note', lines: 4, description: 'For each value, where it is from' },
    loadedColumn
  ],
  views: [
    {
      title: 'All kinds',
      columns: ['LinkTitle', 'AcknowledgeDays', 'ReplyDays', 'NoticeDays', 'Clauses', 'Protocol'],
      query: '<OrderBy><FieldRef Name="Protocol" Ascending="FALSE" /><FieldRef Name="Position" /></OrderBy>',
      rowLimit: 100,
      isDefault: true
    }
  ]
};
