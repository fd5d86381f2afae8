import { handledAccess } from './access';
import type { ColumnDefinition, ListDefinition, ViewDefinition } from './definition';

/** What the column State may say. */
export const enquiryState = {
  new: 'New',
  acknowledged: 'Acknowledged',
  inProgress: 'In progress',
  waiting: 'Waiting for the member',
  answered: 'Answered',
  closed: 'Closed',
  withdrawn: 'Withdrawn'
} as const;

/** States in which something is still to be done. */
export const openStates = [enquiryState.new, enquiryState.acknowledged, enquiryState.inProgress, enquiryState.waiting] as const;

const text = (name: string, title: string, more: Partial<ColumnDefinition> = {}): ColumnDefinition =>
  ({ name, title, type: 'text', ...more }) as ColumnDefinition;
const note = (name: string, title: string, description?: string): ColumnDefinition => ({
  ...{ name, title, type: 'note', lines: 6 },
  ...(description === undefined ? {} : { description })
});
const date = (name: string, title: string, description?: string): ColumnDefinition => ({
  ...{ name, title, type: 'date', indexed: true },
  ...(description === undefined ? {} : { description })
});
const yesNo = (name: string, title: string): ColumnDefinition => ({ name, title, type: 'yesNo' });
const lookup = (name: string, title: string, list: string): ColumnDefinition => ({ name, title, type: 'lookup', list, indexed: true });

/** A view of enquiries in some states; they stand in folders. */
const view = (title: string, states: readonly string[], order: string, more: Partial<ViewDefinition> = {}): ViewDefinition => ({
  title,
  columns: ['ID', 'LinkTitle', 'State', 'Member', 'Ward', 'Service', 'Officer', 'AcknowledgeBy', 'ReplyBy'],
  query: `<Where><In><FieldRef Name="State" /><Values>${states.map((state) => `<Value Type="Choice">${state}</Value>`).join('')}</Values></In></Where><OrderBy>${order}</OrderBy>`,
  rowLimit: 100,
  inFolders: true,
  ...more
});

/** Enquiries as they stand. What happened to them is in EnquiryMessages; a row is the summary of that. */
export const enquiries: ListDefinition = {
  title: 'Enquiries',
  url: 'Lists/Enquiries',
  kind: 'list',
  description: 'Enquiries of members as they stand. The folder of a row decides who sees it',
  titleColumn: 'Summary',
  versions: true,
  audiences: handledAccess,
  columns: [
    text('SubmissionKey', 'Key', {
      required: true,
      indexed: true,
      description: 'Of two rows with the same, the one with the lower ID counts'
    }),
    {
      ...{ name: 'State', title: 'State', type: 'choice', indexed: true },
      choices: Object.values(enquiryState),
      defaultValue: enquiryState.new
    },
    text('Kind', 'Kind', { indexed: true, description: 'Id of the kind in the protocol' }),
    lookup('Protocol', 'Protocol', 'Lists/Protocols'),
    text('AskedBy', 'Raised as', { description: 'Id of the role in the protocol' }),
    lookup('Member', 'Member', 'Lists/Members'),
    { name: 'RaisedBy', title: 'Raised by', type: 'person', indexed: true, description: 'Somebody else than the member: Member Support' },
    lookup('Ward', 'Ward', 'Lists/Wards'),
    { name: 'OtherWards', title: 'Other wards', type: 'lookup', list: 'Lists/Wards', several: true },
    yesNo('WiderImpact', 'Concerns the whole council area'),
    text('Place', 'Place'),
    lookup('Service', 'Service', 'Lists/Services'),
    text('Topic', 'Topic'),
    note('Description', 'What happened'),
    note('Wanted', 'Outcome wanted'),
    text('EarlierReference', 'Earlier reference'),
    date('NeededBy', 'Needed by'),
    date('RespondBy', 'Answer by', 'By when ward members are asked to answer'),
    yesNo('Urgent', 'Urgent'),
    yesNo('ForConstituent', 'For a constituent'),
    text('Constituent', 'Constituent'),
    text('ConstituentContact', 'How to reach the constituent'),
    text('Authority', 'Authority'),
    yesNo('Sensitive', 'Sensitive information'),
    yesNo('OthersNamed', 'Others are named'),
    note('Answers', 'Answers', 'To the questions of the kind'),
    text('Audience', 'Who may see it', { description: 'Id of the audience in the protocol. The folder decides' }),
    note('Reach', 'How to reach the member'),
    lookup('Officer', 'Who has it', 'Lists/Officers'),
    date('Came', 'Counts as come on'),
    date('AcknowledgeBy', 'Acknowledge by'),
    date('ReplyBy', 'Reply by'),
    { name: 'ExtendedBy', title: 'Reply by, if the member agrees to wait', type: 'date' },
    { name: 'Acknowledged', title: 'Acknowledged on', type: 'date' },
    date('Replied', 'First answered on'),
    yesNo('RepliedLate', 'First answered late'),
    date('OpenUntil', 'The member can ask again until'),
    date('Closed', 'Closed on'),
    text('Outcome', 'How it ended'),
    {
      ...{ name: 'FromMember', title: 'New from the member', type: 'yesNo', indexed: true },
      description: 'A member wrote since an officer did'
    },
    {
      ...{ name: 'RestrictionAsked', title: 'Asked to be restricted', type: 'yesNo', indexed: true },
      description: 'Somebody asked the Monitoring Officer to make it restricted'
    },
    {
      ...{ name: 'Counted', title: 'Counted up to message', type: 'number', decimals: 0, min: 0 },
      description: 'Kept by Memberlink: the last message that this row knows of. Leave it as it is'
    },
    {
      ...{ name: 'NotCounted', title: 'Messages that do not count', type: 'note', lines: 1 },
      description: 'Kept by Memberlink: their numbers, with commas. Leave it as it is'
    },
    note('Clauses', 'Clauses', 'Numbers of clauses, with commas')
  ],
  views: [
    view('Open', openStates, '<FieldRef Name="ReplyBy" />', { isDefault: true }),
    view('New', [enquiryState.new], '<FieldRef Name="AcknowledgeBy" />'),
    view('Closed', [enquiryState.answered, enquiryState.closed, enquiryState.withdrawn], '<FieldRef Name="ID" Ascending="FALSE" />')
  ]
};
