import type { ListDefinition } from './definition';

/** What the column Seniority may say, the most senior first. */
export const seniorities = ['Chief executive', 'Director', 'Head of service', 'Manager', 'Officer'] as const;
/** What the column Role says of a Councillor Liaison Officer. */
export const liaisonRole = 'Liaison officer';

const liaison = `<Eq><FieldRef Name="Role" /><Value Type="Choice">${liaisonRole}</Value></Eq>`;
const today = '<Value Type="DateTime"><Today /></Value>';
/** Away now, or going to be. */
const away = `<And><IsNotNull><FieldRef Name="AwayFrom" /></IsNotNull><Or><IsNull><FieldRef Name="AwayTo" /></IsNull><Geq><FieldRef Name="AwayTo" />${today}</Geq></Or></And>`;

/** The council's officers; those whom members ask first are Councillor Liaison Officers (Rugby: Officer Directory). */
export const officers: ListDefinition = {
  title: 'Officers',
  url: 'Lists/Officers',
  kind: 'list',
  description: 'Officers of the council, and who of them are Councillor Liaison Officers. Contact at work only',
  titleColumn: 'Name',
  columns: [
    { name: 'GivenName', title: 'Given names', type: 'text', indexed: true },
    { name: 'Surname', title: 'Surname', type: 'text', indexed: true },
    { name: 'JobTitle', title: 'Job', type: 'text', indexed: true },
    { name: 'Service', title: 'Service', type: 'lookup', list: 'Lists/Services', indexed: true },
    {
      name: 'Seniority',
      title: 'Seniority',
      type: 'choice',
      choices: [...seniorities],
      defaultValue: 'Officer',
      required: true,
      indexed: true
    },
    {
      name: 'Role',
      title: 'Role for members',
      type: 'choice',
      choices: [liaisonRole],
      indexed: true,
      description: 'Liaison officer: a Councillor Liaison Officer, whom members ask first about the service'
    },
    {
      name: 'Email',
      title: 'E-mail',
      type: 'text',
      indexed: true,
      rule: {
        formula: '=OR(ISBLANK([Email]),ISNUMBER(FIND("@",[Email],2)))',
        message: 'An e-mail address has an @ in it, for example j.smith@council.gov.uk.'
      }
    },
    { name: 'Phone', title: 'Phone', type: 'text' },
    { name: 'BestContact', title: 'Best reached', type: 'text', description: 'For example: Teams in the morning, phone after 2' },
    {
      name: 'WorkingPattern',
      title: 'Works',
      type: 'text',
      description: 'Days in words, for example: Monday to Thursday, or Mon, Wed, Fri mornings. Empty: every working day'
    },
    { name: 'Description', title: 'What members can ask', type: 'note', lines: 3, description: 'For liaison officers' },
    { name: 'Profile', title: 'Profile', type: 'note', lines: 6, description: 'For liaison officers: who they are' },
    { name: 'AwayFrom', title: 'Away from', type: 'date', indexed: true, description: 'First day of an absence' },
    { name: 'AwayTo', title: 'Away to', type: 'date', indexed: true, description: 'Its last day. Empty while it is not known' },
    { name: 'Cover', title: 'Covered by', type: 'lookup', list: 'Lists/Officers', description: 'Who answers while this officer is away' },
    { name: 'Photo', title: 'Photograph', type: 'link', picture: true },
    { name: 'Reviewed', title: 'Checked on', type: 'date', indexed: true, description: 'When somebody last checked that this is right' },
    { name: 'PhotoSource', title: 'Photograph taken from', type: 'note', lines: 2, description: 'Kept by the import' },
    {
      name: 'Account',
      title: 'Account',
      type: 'person',
      description: 'The person in Microsoft 365, where their e-mail address does not tell'
    }
  ],
  rule: {
    formula: '=OR(ISBLANK([AwayTo]),AND(NOT(ISBLANK([AwayFrom])),[AwayTo]>=[AwayFrom]))',
    message: 'The absence ends before it begins, or has no first day.'
  },
  views: [
    {
      title: 'All officers',
      columns: ['LinkTitle', 'JobTitle', 'Service', 'Seniority', 'Role', 'Email', 'Phone'],
      query: '<OrderBy><FieldRef Name="Surname" /></OrderBy>',
      rowLimit: 100,
      isDefault: true
    },
    {
      title: 'By service',
      columns: ['LinkTitle', 'JobTitle', 'Seniority', 'Role', 'Email', 'Phone'],
      query: '<GroupBy Collapse="TRUE"><FieldRef Name="Service" /></GroupBy><OrderBy><FieldRef Name="Surname" /></OrderBy>',
      rowLimit: 100
    },
    {
      title: 'Liaison officers',
      columns: ['LinkTitle', 'Service', 'JobTitle', 'AwayFrom', 'AwayTo', 'Cover', 'Reviewed'],
      query: `<Where>${liaison}</Where><OrderBy><FieldRef Name="Surname" /></OrderBy>`,
      rowLimit: 100
    },
    {
      title: 'Without cover',
      columns: ['LinkTitle', 'Service', 'AwayFrom', 'AwayTo', 'Cover'],
      query: `<Where><And>${liaison}<And>${away}<IsNull><FieldRef Name="Cover" /></IsNull></And></And></Where><OrderBy><FieldRef Name="AwayTo" /></OrderBy>`,
      rowLimit: 100
    },
    {
      title: 'Not checked for six months',
      columns: ['LinkTitle', 'Service', 'Role', 'Reviewed', 'Modified', 'Editor'],
      query:
        '<Where><Or><IsNull><FieldRef Name="Reviewed" /></IsNull><Lt><FieldRef Name="Reviewed" /><Value Type="DateTime"><Today OffsetDays="-183" /></Value></Lt></Or></Where><OrderBy><FieldRef Name="Reviewed" /></OrderBy>',
      rowLimit: 100
    }
  ]
};
