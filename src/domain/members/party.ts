/** A political party, and how feeds spell it. Owners extend the table in the list Parties. */
export interface Party {
  name: string;
  /** Spellings besides the name. Compared without regard to case, "the", "party", "group" and punctuation. */
  spellings: string[];
  /** CSS colour for the small square beside the name. */
  colour: string;
}

/** Parties that sit on councils in the United Kingdom: what the list Parties starts with. */
export const usualParties: Party[] = [
  {
    name: 'Conservative',
    spellings: [
      'Local Conservatives',
      'Ceidwadwyr',
      'Ceidwadwyr Cymreig',
      'Y Blaid Geidwadol',
      'Conservatives',
      'Con',
      'Conservative and Unionist',
      'Conservative and Unionists',
      'Scottish Conservative',
      'Scottish Conservative and Unionist',
      'Scottish Conservative and Unionists',
      'Welsh Conservative',
      'Welsh Conservatives'
    ],
    colour: '#0087DC'
  },
  {
    name: 'Labour',
    spellings: [
      'Llafur Cymru',
      'Labour / Llafur',
      'Llafur / Labour',
      'Welsh Labour / Llafur Cymru',
      'Y Blaid Lafur',
      'Local Labour',
      'Lab',
      'Scottish Labour',
      'Welsh Labour',
      'Llafur'
    ],
    colour: '#E4003B'
  },
  {
    name: 'Labour and Co-operative',
    spellings: [
      'Labour and Cooperative',
      'Labour Co-operative',
      'Labour Co-op',
      'Labour and Co-op',
      'Labour / Co-operative',
      'Lab Co-op',
      'Co-operative and Labour'
    ],
    colour: '#E4003B'
  },
  {
    name: 'Liberal Democrat',
    spellings: [
      'Democratiaid Rhyddfrydol',
      'Democratiaid Rhyddfrydol Cymru',
      'Liberal Democrat Focus Team',
      'Welsh Liberal Democrats / Democratiaid Rhyddfrydol Cymru',
      'Liberal Democrats',
      'Lib Dem',
      'Lib Dems',
      'LibDem',
      'LD',
      'Scottish Liberal Democrat',
      'Scottish Liberal Democrats',
      'Welsh Liberal Democrat',
      'Welsh Liberal Democrats',
      'Social and Liberal Democrats'
    ],
    colour: '#FAA61A'
  },
  {
    name: 'Green',
    spellings: ['Y Blaid Werdd', 'Wales Green', 'Greens', 'Grn', 'Green Party of England and Wales', 'Scottish Green', 'Scottish Greens'],
    colour: '#02A95B'
  },
  { name: 'Reform UK', spellings: ['Reform', 'Ref'], colour: '#12B6CF' },
  {
    name: 'Independent',
    spellings: [
      'Annibynnol / Independent',
      'Independent / Annibynnol',
      'Grŵp Annibynnol',
      'Non-aligned Independent',
      'Independents',
      'Ind',
      'Independant',
      'Annibynnol'
    ],
    colour: '#6C757D'
  },
  {
    name: 'Plaid Cymru',
    spellings: [
      'Plaid Cymru / Party of Wales',
      'Plaid Cymru / The Party of Wales',
      'Plaid Cymru - Party of Wales',
      'The Party of Wales',
      'Plaid',
      'PC',
      'Plaid Cymru - The Party of Wales'
    ],
    colour: '#005B54'
  },
  {
    name: 'Scottish National Party',
    spellings: ['SNP', 'Scottish National', 'Scottish Nationalist', 'Scottish National Party (SNP)'],
    colour: '#FDF38E'
  },
  { name: 'UK Independence Party', spellings: ['UKIP', 'UKI', 'United Kingdom Independence', 'U K Independence'], colour: '#70147A' },
  { name: 'Democratic Unionist Party', spellings: ['DUP', 'Democratic Unionist'], colour: '#D46A4C' },
  { name: 'Sinn Féin', spellings: ['SF', 'Sinn Fein'], colour: '#326760' },
  { name: 'Social Democratic and Labour Party', spellings: ['SDLP', 'SDL', 'Social Democratic and Labour'], colour: '#2AA82C' },
  { name: 'Ulster Unionist Party', spellings: ['UUP', 'Ulster Unionist'], colour: '#48A5EE' },
  { name: 'Alliance', spellings: ['ALI', 'Alliance Party of Northern Ireland'], colour: '#F6CB2F' },
  { name: 'Traditional Unionist Voice', spellings: ['TUV'], colour: '#0C3A6A' },
  { name: 'Liberal', spellings: ['The Liberal Party'], colour: '#EB7A43' }
];

/** What feeds write where a member has no party. It is not the same as Independent. */
const notStated = new Set([
  '',
  'unspecified',
  'not specified',
  'not stated',
  'none',
  'na',
  'unknown',
  'not applicable',
  'no',
  'no political',
  'no political affiliation',
  'not affiliated to any',
  'not affiliated'
]);

/** Reduces a spelling to what is compared. */
export function partyKey(spelling: string): string {
  let key = spelling
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[&+/]/g, ' and ')
    .replace(/[.,'’]/g, '')
    .replace(/[-–—()]/g, ' ')
    .replace(/\bu k\b/g, 'uk')
    .replace(/\bcooperative\b/g, 'co operative')
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== key;) {
    before = key;
    key = key
      .replace(/^the\s+/, '')
      .replace(/\s*\b(?:councillors?|members?|group|party)$/, '')
      .replace(/\s+(?:deputy |group )?(?:leader|whip)$/, '')
      .trim();
  }
  return key;
}

/**
 * Names the party behind a spelling. Whole spellings only: "Valley Independent" is not Independent. A party that the
 * table does not know keeps its own name; blank, "unspecified" and the like give an empty text.
 */
export function reconcileParty(spelling: string, parties: readonly Party[]): string {
  const text = spelling.replace(/[\s\u00a0]+/g, ' ').trim();
  const withoutNote = text.replace(/\s*\([^)]*\)/g, '');
  for (const candidate of [text, withoutNote]) {
    const key = partyKey(candidate);
    if (notStated.has(key)) continue;
    const party = parties.find(({ name, spellings }) => [name, ...spellings].some((one) => partyKey(one) === key));
    if (party) return party.name;
  }
  if (notStated.has(partyKey(text)) || /^-+$/.test(text)) return '';
  return text === text.toUpperCase() && text.length > 5
    ? text.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
    : text;
}
