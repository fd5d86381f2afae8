import type { ListDefinition } from './definition';

/** What the column Status may say. */
export const memberStatus = { serving: 'Serving', former: 'Former' } as const;

const serving = `<Eq><FieldRef Name="Status" /><Value Type="Choice">${memberStatus.serving}</Value></Eq>`;

/** The elected members, serving and former (Rugby: what a profile holds). */
export const members: ListDefinition = {
  title: 'Members',
  url: 'Lists/Members',
  kind: 'list',
  description: 'The elected members (councillors), serving and former. Never a home address',
  titleColumn: 'Name',
  columns: [
    { name: 'GivenName', title: 'Given names', type: 'text' },
    { name: 'Surname', title: 'Surname', type: 'text', indexed: true },
    { name: 'KnownAs', title: 'Known as', type: 'text', description: 'What they are called instead of their given name' },
    { name: 'HonorificTitle', title: 'Title', type: 'text', description: 'In front of the name, for example Dr. Not Councillor' },
    { name: 'Honours', title: 'Honours', type: 'text', description: 'Behind the name, for example OBE' },
    {
      name: 'Status',
      title: 'Status',
      type: 'choice',
      choices: [memberStatus.serving, memberStatus.former],
      defaultValue: memberStatus.serving,
      required: true,
      indexed: true
    },
    { name: 'Ward', title: 'Ward', type: 'lookup', list: 'Lists/Wards', indexed: true },
    { name: 'Party', title: 'Party', type: 'text', indexed: true, description: 'As in the list Parties' },
    {
      name: 'Email',
      title: 'E-mail',
      type: 'text',
      rule: {
        formula: '=OR(ISBLANK([Email]),ISNUMBER(FIND("@",[Email],2)))',
        message: 'An e-mail address has an @ in it, for example j.smith@council.gov.uk.'
      }
    },
    { name: 'Phone', title: 'Phone', type: 'text' },
    {
      name: 'PreferredContact',
      title: 'Prefers',
      type: 'text',
      description: 'How and when the member likes to be contacted, for example: e-mail, mornings'
    },
    { name: 'CabinetRoles', title: 'Cabinet and portfolio', type: 'note', lines: 4, description: 'One a line' },
    {
      name: 'Responsibilities',
      title: 'Additional responsibilities',
      type: 'note',
      lines: 4,
      description: 'Mayor, chair, group leader, champion and so on. One a line'
    },
    { name: 'Surgeries', title: 'Surgeries', type: 'note', lines: 6, description: 'Where and when residents can meet the member' },
    { name: 'Skills', title: 'Skills, interests and expertise', type: 'note', lines: 4, description: 'One a line' },
    { name: 'TermStart', title: 'Term from', type: 'date' },
    { name: 'TermEnd', title: 'Term to', type: 'date' },
    { name: 'Photo', title: 'Photograph', type: 'link', picture: true },
    {
      name: 'Reviewed',
      title: 'Checked on',
      type: 'date',
      description: 'When somebody last checked with the member that the profile is right'
    },
    { name: 'PhotoSource', title: 'Photograph taken from', type: 'note', lines: 2, description: 'Kept by the import' },
    { name: 'Account', title: 'Account', type: 'person', description: 'The person in Microsoft 365' },
    {
      name: 'ModernGovId',
      title: 'Modern.Gov id',
      type: 'text',
      maxLength: 20,
      indexed: true,
      unique: true,
      description: 'Kept by the import: the councillor id of Modern.Gov'
    }
  ],
  rule: {
    formula: '=OR(ISBLANK([TermStart]),ISBLANK([TermEnd]),[TermEnd]>=[TermStart])',
    message: 'The term ends before it begins.'
  },
  views: [
    {
      title: 'Serving members',
      columns: ['LinkTitle', 'Ward', 'Party', 'Email', 'Phone', 'CabinetRoles', 'Responsibilities'],
      query: `<Where>${serving}</Where><OrderBy><FieldRef Name="Surname" /></OrderBy>`,
      rowLimit: 100,
      isDefault: true
    },
    {
      title: 'By ward',
      columns: ['LinkTitle', 'Party', 'Email', 'Phone'],
      query: `<GroupBy Collapse="FALSE"><FieldRef Name="Ward" /></GroupBy><OrderBy><FieldRef Name="Surname" /></OrderBy><Where>${serving}</Where>`,
      rowLimit: 100
    },
    {
      title: 'Not checked for a year',
      columns: ['LinkTitle', 'Ward', 'Reviewed', 'Modified', 'Editor'],
      query: `<Where><And>${serving}<Or><IsNull><FieldRef Name="Reviewed" /></IsNull><Lt><FieldRef Name="Reviewed" /><Value Type="DateTime"><Today OffsetDays="-365" /></Value></Lt></Or></And></Where><OrderBy><FieldRef Name="Reviewed" /></OrderBy>`,
      rowLimit: 100
    },
    {
      title: 'Without photograph',
      columns: ['LinkTitle', 'Ward', 'Party', 'Photo'],
      query: `<Where><And>${serving}<IsNull><FieldRef Name="Photo" /></IsNull></And></Where><OrderBy><FieldRef Name="Surname" /></OrderBy>`,
      rowLimit: 100
    },
    {
      title: 'Former members',
      columns: ['LinkTitle', 'Ward', 'Party', 'TermStart', 'TermEnd'],
      query: `<Where><Eq><FieldRef Name="Status" /><Value Type="Choice">${memberStatus.former}</Value></Eq></Where><OrderBy><FieldRef Name="Surname" /></OrderBy>`,
      rowLimit: 100
    }
  ]
};
