import type { ColumnDefinition, ListDefinition } from './definition';

/** What the column State may say. */
export const protocolState = { current: 'Current', earlier: 'Earlier', loading: 'Being loaded' } as const;

/** How long something takes, in working days, and until when; the same in Protocols and EnquiryKinds. */
export const standardColumns: readonly ColumnDefinition[] = [
  { name: 'AcknowledgeDays', title: 'Acknowledge within (working days)', type: 'number', min: 0, max: 250, decimals: 0 },
  { name: 'ReplyDays', title: 'Reply within (working days)', type: 'number', min: 0, max: 250, decimals: 0 },
  {
    name: 'KeepOpenDays',
    title: 'Stays open after the reply (working days)',
    type: 'number',
    min: 0,
    max: 250,
    decimals: 0
  },
  {
    name: 'ExtensionDays',
    title: 'Reply within, if the member agrees (working days)',
    type: 'number',
    min: 0,
    max: 250,
    decimals: 0
  },
  {
    name: 'DayEnds',
    title: 'The working day ends at',
    type: 'text',
    maxLength: 5,
    description: 'As 17:00. What comes later counts as come on the next working day',
    rule: {
      formula: '=OR(ISBLANK([DayEnds]),AND(LEN([DayEnds])=5,ISNUMBER(FIND(":",[DayEnds],3))))',
      message: 'Write the time as 17:00.'
    }
  }
];

/** What the import keeps, so that it knows what owners changed. */
export const loadedColumn: ColumnDefinition = {
  name: 'Loaded',
  title: 'As loaded',
  type: 'note',
  lines: 2,
  description: 'Kept by npm run protocol, which sees by it what you changed. Leave it as it is'
};

/** Parts of a pack that are kept as JSON, by column. */
export const protocolParts = {
  principles: 'Principles',
  roles: 'Roles',
  behaviours: 'Behaviours',
  expectations: 'Expectations',
  signposts: 'Signposts',
  routing: 'Routing',
  audiences: 'Audiences',
  escalation: 'Escalation',
  conditions: 'Conditions',
  reading: 'Reading',
  templates: 'Templates'
} as const;

const part = (name: string, title: string): ColumnDefinition => ({
  ...{ name, title, type: 'note', lines: 12 },
  description: 'In the format of protocol packs. What is wrong in it is shown to owners in the protocol guide'
});

/** Versions of the protocol between members and officers that the council has adopted. */
export const protocols: ListDefinition = {
  title: 'Protocols',
  url: 'Lists/Protocols',
  kind: 'list',
  description: 'Versions of the protocol between members and officers. The current one is the guide, and the rules of enquiries',
  titleColumn: 'Protocol',
  versions: true,
  columns: [
    { name: 'Council', title: 'Council', type: 'text', required: true },
    { name: 'Version', title: 'Version', type: 'text', required: true },
    {
      name: 'State',
      title: 'State',
      type: 'choice',
      choices: [protocolState.current, protocolState.earlier, protocolState.loading],
      defaultValue: protocolState.earlier,
      required: true,
      indexed: true
    },
    { name: 'Adopted', title: 'Adopted', type: 'date' },
    { name: 'NextReview', title: 'Next review', type: 'date', indexed: true },
    { name: 'OwnerRole', title: 'Kept by', type: 'text', description: 'A post, for example Monitoring Officer' },
    {
      name: 'Nation',
      title: 'Bank holidays of',
      type: 'choice',
      choices: ['england-and-wales', 'scotland', 'northern-ireland'],
      defaultValue: 'england-and-wales'
    },
    ...standardColumns,
    part(protocolParts.principles, 'Principles'),
    part(protocolParts.roles, 'Roles'),
    part(protocolParts.behaviours, 'Behaviours'),
    part(protocolParts.expectations, 'Expectations'),
    part(protocolParts.signposts, 'Signposts'),
    part(protocolParts.routing, 'Routing'),
    part(protocolParts.audiences, 'Audiences'),
    part(protocolParts.escalation, 'If something goes wrong'),
    part(protocolParts.conditions, 'Conditions'),
    part(protocolParts.reading, 'Further reading'),
    part(protocolParts.templates, 'Replies to begin with'),
    {
      name: 'RetentionMonths',
      title: 'Keep enquiries (months)',
      type: 'number',
      min: 1,
      max: 240,
      decimals: 0,
      description: 'After they were closed. Empty: nothing is ever due to be removed'
    },
    {
      name: 'Sources',
      title: 'Sources',
      type: 'note',
      lines: 6,
      description: 'For each value, the paragraph of the document it is from, "our default" or "not set"'
    },
    loadedColumn
  ],
  views: [
    {
      title: 'All versions',
      columns: ['LinkTitle', 'Council', 'Version', 'State', 'Adopted', 'NextReview', 'OwnerRole'],
      query: '<OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy>',
      isDefault: true
    },
    {
      title: 'Review overdue',
      columns: ['LinkTitle', 'Version', 'NextReview', 'OwnerRole'],
      query: `<Where><And><Lt><FieldRef Name="NextReview" /><Value Type="DateTime"><Today /></Value></Lt><Eq><FieldRef Name="State" /><Value Type="Choice">${protocolState.current}</Value></Eq></And></Where>`
    }
  ]
};
