import { synonymsOf, withSayings, wordSet, type Language, type Saying } from '../search/language';

/** Words that tell nothing about a matter, as people put them around it. */
const fillers = wordSet(
  'a about actually after again all already also always am an and another any anybody anyone anything are arent as at back be because been before being best both but by came can cant come comes coming could couldnt ' +
    'did didnt do does doesnt doing done dont each ever every everybody everyone find for from get gets getting give given go goes going got had has hasnt have havent having he her here hers him his how i id if im in into is isnt it its ive ' +
    'just keep keeps know let lets like made make makes many matter may me might mine more most much must my myself need needs never no not now of off ok okay on one only or other our ours out over own ' +
    'please properly put really rule rules right same says see seems she should shouldnt so some somebody someone something still such suddenly sure take takes tell than that thats the their theirs them then there these they theyre theyve thing things this those through time to too ' +
    'up us use used very via want wants was way we well were weve what whats when where whether which while who whom whos whose why will with without wont would yet you your yours clause supposed allowed allow happens happen straight away'
);

/** Words of which a question may have some, and which nearly every clause has: they tell little. */
const light = wordSet(
  'officer officers staff member members councillor councillors cllr cllrs council people person work working protocol'
);

const sayings: readonly Saying[] = [
  [/\b(?:(?:there|meant|supposed|here) (?:to do|for)|what (?:is|are) (?:a |an |the )?(?:councillor|member|officer)s? for)\b/gi, 'role job'],
  [/\b(?:straight|right) away\b|\bat once\b/gi, 'promptly'],
  [/\bhow (?:high(?: up)?|senior)\b/gi, 'senior seniority level'],
  [/\b(?:get back|got back|gets back) to\b/gi, 'reply'],
  [/\bheads?[- ]up\b/gi, 'warn early'],
  [/\b(?:have|had|having) a go at\b/gi, 'criticise'],
  [/\btakes? the blame\b/gi, 'accountable responsible'],
  [/\b(?:out of|after) hours?\b/gi, 'outofhours'],
  [/\b(?:at night|in the (?:evening|night)|after (?:five|six|seven|5|6|7) ?(?:pm)?|bank holidays?)\b/gi, 'outofhours'],
  [/\bweekends?\b/gi, 'weekend outofhours'],
  [/\bfreedom of information\b/gi, 'foi'],
  [/\b(?:whistle[- ]?blow\w*|blow the whistle|on the fiddle)\b/gi, 'whistleblowing'],
  [/\bneed[- ]to[- ]know\b/gi, 'needtoknow'],
  [/\bday[- ]to[- ]day\b/gi, 'daytoday'],
  [/\b(?:turn(?:ing)?|show(?:ing)?|pop(?:ping)?|drop(?:ping)?|walk(?:ing)?) (?:up|in|into|round|by)\b/gi, 'dropin visit'],
  [/\bchief (?:exec(?:utive)?)\b/gi, 'chiefexecutive'],
  [/\bceo\b/gi, 'chiefexecutive'],
  [/\bmonitoring officer\b/gi, 'monitoringofficer'],
  [/\bliaison officers?\b|\bclos?\b/gi, 'liaison'],
  [/\bsigns? in\b|\bsigning in\b/gi, 'signin'],
  [/\bfac(?:e|ing) to face\b|\bin person\b/gi, 'talk'],
  [/\b(?:go|going|goes|went|been) out with\b|\bseeing each other\b/gi, 'dating relationship'],
  [/\bnext door\b/gi, 'neighbouring'],
  [/\bwhat (?:do|does|can|should) (?:\w+ ){1,3}(?:want|need|wants|needs) (?:from|of)\b/gi, '$& expect'],
  [/\b(?:let|lets|letting) (?:me|us|him|her|them) down\b/gi, 'complaint'],
  [/\b(?:put|putting) in an? (?:foi|freedom)\b/gi, 'foi needtoknow'],
  [/\bpurdah\b/gi, 'election publicity'],
  [/\bcarr(?:y|ies) the can\b/gi, 'accountable'],
  [/\bpass(?:ed|es|ing)? (?:it |them |this )?on\b/gi, 'passon'],
  [/\bkeep (?:me|us|him|her|them) (?:informed|posted|updated|up to date|in the loop)\b/gi, 'informed'],
  [/\bpull(?:ing)? rank\b|\bthrow(?:ing)? (?:my|his|her|their) weight\b/gi, 'advantage'],
  [/\blean(?:ing|ed)? on\b/gi, 'pressure']
];

/** Words that people use for one another when they talk of how members and officers work together, a group a line. */
const synonyms = synonymsOf(`
officer officers staff employee employees worker
councillor councillors member members cllr cllrs
press media journalist journalists reporter reporters newspaper newspapers paper radio tv television interview bbc echo gazette
facebook twitter tweet tweets x instagram post posts posted social media online
comment quote statement interview
press communications comms publicity spokesperson
rude discourteous impolite shouted shouting shouts swore swearing abusive offensive disrespectful manners courtesy respect
bully bullied bullying intimidate intimidated intimidating harass harassed harassment victimised overawed frightened scared nervous
complain complaint complaints complaining grievance unhappy concern
criticise criticised criticising criticism slag slagging blame attack moan moaning
wife husband partner spouse sister brother son daughter cousin mother father mum dad relative relatives relation family married relationship girlfriend boyfriend dating
friend friends friendly mate mates pal pals familiarity close cosy
socialise drink pub dinner lunch
gift gifts hospitality tickets favour favours advantage
interest interests declare declaration declarable conflict pecuniary prejudicial register
own land shop business house property
figures facts data numbers statistics stats information info details
refuse refused refuses refusal wont withhold withheld decline declined deny denied hide hidden secret
confidential secret private privacy confidence sensitive exempt
foi freedom
deadline notice late lateness short tonight tomorrow urgent soon adequate
meeting meetings meet
group groups party parties labour conservative conservatives tory tories libdem libdems green greens independents reform political
opposition minority majority ruling administration control
neutral neutrality impartial unbiased bias biased sides
reply replies replied answer answers answered answering respond response responses responding
acknowledge acknowledged acknowledgement
prompt promptly quick quickly fast immediately soon
senior seniority level rank junior manager
chase chasing ignored ignoring ignore waiting wait slow delay delayed
email emails e-mail mail letter letters correspondence written writing write message messages
copy copied copying cc forward forwarded forwarding share shared sharing showed shown
phone ring rang call called telephone talk speak discuss chat
mobile phone number
weekend outofhours night evening emergency emergencies
emergency urgent flood fire
visit visits visiting dropin
appointment appointments book booking arrange arranged
planner planning
office offices building buildings desk depot
ward wards patch area
neighbouring neighbour adjacent next
parish town
told notified informed inform notify aware warned
consulted consult consultation consultations involve involved asked
invited invite invitation attend attending
resident residents constituent constituents public
report reports paper papers
draft amend amended change changed rewrite alter edit
resolve resolved resolves unresolved settle settled
disagree disagreed dispute disputes argue argument disputed
advice advise advised recommendation recommendations opinion professional
decision decisions decide decides deciding decided
delegated delegation powers
accountable accountability responsible responsibility answerable blame
illegal unlawful fraud corruption corrupt bribe bribery wrongdoing crime criminal stealing dishonest whistleblowing
boss bosses manager managers line
director directors
leader cabinet executive portfolio
chair chairs chairman chairwoman vice
scrutiny overview
junior young trainee
pressure pressured pressurise pressurised force forced influence influenced lobby lobbying
overtime hours
training train course courses learn learning learning induction workshop workshops
shadow shadowing
briefing briefings brief briefed briefs
newsletter bulletin update updates news
profile profiles photo picture
directory contacts list lookup
interfere interfering interference meddle meddling micromanage operational daytoday running
recruitment recruit appoint appointing hire hiring interview vacancy
sack sacked sacking dismiss dismissal discipline
instruct instructions instruction order orders ordering telling
suggest suggestion suggestions propose proposal amendment amendments improve
review reviewed updated
case cases casework
track tracking
trust trusting trusted
role roles job duties responsibilities
expect expects expectations entitled
behave behaviour behaviours conduct attitude
sign signed signs signature
letterhead minister government
agent outsiders outsider candidate candidates guest guests activist activists nonmembers
vote votes voting whip caucus
secretive evasive
`);

/** How people ask what the protocol says. */
export const protocolLanguage: Language = {
  fillers,
  light,
  // Their stems are those of words that mean something else.
  whole: wordSet(
    'planning office offices officer officers developer developers meeting meetings media briefing briefings training building buildings interest interests party parties'
  ),
  synonyms,
  say: (text) => withSayings(text, sayings),
  prepare: (question) => withSayings(question, sayings)
};
