import type { ProtocolPack } from '../../../src/domain/protocol/pack';

const day = (value: number | null): { value: number | null; source: string } => ({
  value,
  source: value === null ? 'not set' : 'our default'
});

/** A pack with one of each thing, as small as it can be. A new one each time: tests change it. */
export const smallPack = (): ProtocolPack => ({
  council: 'Testshire Council',
  title: 'Protocol',
  version: '1',
  source: 'our default',
  adopted: { value: '2026-01-15', source: 'paragraph 1' },
  nextReview: { value: '2027-01-15', source: 'paragraph 1' },
  ownerRole: { value: 'Monitoring Officer', source: 'our default' },
  clauses: [
    {
      number: '1.1',
      heading: 'Emergencies',
      text: 'Members call the emergency line.',
      speaksTo: ['member'],
      topics: ['fire'],
      source: 'paragraph 1.1'
    },
    {
      number: '1.2',
      heading: 'Information',
      text: 'Members may ask for facts.',
      speaksTo: ['member', 'officer'],
      topics: ['figures'],
      source: 'paragraph 1.2'
    }
  ],
  principles: [{ heading: 'Respect', text: 'Each respects the other.', clauses: ['1.1'], source: 'paragraph 1.1' }],
  roles: [
    { id: 'member', name: 'Members', one: 'a member', does: [{ text: 'They decide.', clauses: ['1.2'], source: 'paragraph 1.2' }] },
    { id: 'officer', name: 'Officers', one: 'an officer', does: [{ text: 'They advise.', source: 'our default' }] }
  ],
  behaviours: [{ be: 'Polite', notToBe: 'Rude', roles: ['member'], source: 'our default' }],
  expectations: [{ who: 'member', of: 'officer', text: 'An answer.', clauses: ['1.2'], source: 'our default' }],
  standards: {
    default: {
      acknowledge: day(1),
      reply: day(10),
      keepOpen: day(5),
      extension: day(15),
      dayEnds: { value: '17:00', source: 'our default' }
    },
    information: { reply: day(20), extension: day(30) }
  },
  kinds: [
    { id: 'casework', title: 'A matter for a resident', guidance: 'For residents.', source: 'our default' },
    {
      id: 'information',
      title: 'Information',
      guidance: 'For facts.',
      questions: [
        {
          id: 'purpose',
          text: 'What is it for?',
          type: 'one of',
          options: [
            { value: 'work', label: 'My work as a member' },
            { value: 'private', label: 'A private purpose' }
          ],
          source: 'paragraph 1.2'
        },
        {
          id: 'forMeeting',
          text: 'Is it for a meeting?',
          type: 'yes or no',
          when: { question: 'purpose', is: 'work' },
          source: 'our default'
        }
      ],
      notice: day(5),
      declineGrounds: [{ id: 'effort', text: 'It would take too long.', decidedBy: 'Director', clauses: ['1.2'], source: 'our default' }],
      clauses: ['1.2'],
      source: 'paragraph 1.2'
    }
  ],
  signposts: [
    {
      id: 'emergency-line',
      title: 'Emergency line',
      text: 'It answers day and night.',
      contact: { outOfHours: true },
      clauses: ['1.1'],
      source: 'our default'
    }
  ],
  routing: [
    {
      id: 'sensitive',
      when: { question: 'sensitive', is: true },
      to: [{ post: 'Monitoring Officer' }],
      text: 'The Monitoring Officer takes it.',
      source: 'our default'
    },
    { id: 'usual', to: [{ liaison: true }, { seniority: 'Manager' }], text: 'The liaison officer takes it.', source: 'our default' }
  ],
  audiences: [
    { id: 'me', who: 'member', title: 'Only me', text: 'You and officers.', source: 'our default' },
    {
      id: 'ward',
      who: 'ward',
      title: 'My ward',
      text: 'All members of the ward.',
      when: { question: 'forConstituent', is: false },
      source: 'our default'
    }
  ],
  escalation: [{ id: 'rude', for: ['member'], title: 'An officer was rude', steps: [{ text: 'Talk to them.', source: 'our default' }] }],
  conditions: [
    {
      id: 'emergency',
      when: { question: 'urgent', is: true },
      outcome: 'signpost',
      signpost: 'emergency-line',
      advice: 'Call the line.',
      clauses: ['1.1'],
      source: 'paragraph 1.1'
    },
    {
      id: 'private',
      kinds: ['information'],
      when: { question: 'purpose', is: 'private' },
      outcome: 'not an enquiry',
      advice: 'Ask as a resident.',
      clauses: ['1.2'],
      source: 'paragraph 1.2'
    },
    { id: 'late', when: { question: 'enoughNotice', is: false }, source: 'our default' },
    {
      id: 'late-for-meeting',
      kinds: ['information'],
      when: { all: [{ condition: 'late' }, { question: 'forMeeting', is: true }] },
      outcome: 'go on with advice',
      advice: 'There may be no time.',
      clauses: ['1.2'],
      source: 'our default'
    }
  ],
  reading: [{ title: 'A study', link: 'https://council.example/study', source: 'our default' }]
});
