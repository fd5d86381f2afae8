import { allWords, questionWordsIn, tellingWords, withSayings, type Language, type Saying } from '../search/language';
import { foldText } from '../text';
import { synonyms } from './synonyms';

export { allWords };

/** Words that tell nothing about a matter, as people put them around it. */
const fillers = new Set(
  (
    'a an and any are as at be been being but by can cant could did do does doing dont for from get gets getting go going got had has hasnt have havent having ' +
    'he her here hers him his how i id if im in into is isnt it its ive just keep keeps know let like lot lots make me my myself need needs no nobody not now of off on one ' +
    'or our out over please put really right said saying says see seem seems she should so some somebody someone something sort still such tell than that thats the their them then ' +
    'there theres these they theyre this those through to too up us very wants want was wasnt found we well went were what whats when where which while who whom whose why will with wont would ' +
    'you your about little again after all also always am another anybody anyone anything around ask asked asking away because before between both constituent constituents contact councillor cllr cllrs ' +
    'deal deals dealing dealt each ever every few first help last matter member mr mrs ms miss month months more most morning much never next night other outside own people person problem problems query question ' +
    'report reported reporting resident residents regarding same since speak talk thing things think third today tomorrow until week weeks weekend year years yesterday day days time times two three ' +
    'come comes came coming down way ready take taken takes taking took give gives given old big huge whole without become becomes happen happened happening happens turn turns turned ' +
    'stuck horrible terrible awful dreadful disgusting loads bit currently recently urgent urgently hasn wasn isn doesn didn won couldn side round way lost try tries trying tried leave ' +
    'told complains complaining issue issues concerned concerning regards sir madam responsible charge looks look looking enough only even ago'
  ).split(' ')
);

const whole = new Set(
  'parking housing planning building buildings lighting licensing crossing parking council councils news meeting meetings'.split(' ')
);

/** Parts of addresses: "on church street", "near 12 Mill Lane". They tell where, not what. */
const address =
  /\b(?:on|in|at|along|near|outside|off|by|behind|opposite|from|of|down|up|to)\s+(?:the\s+)?(?:corner of\s+)?(?:\d+[a-z]?\s+)?((?:[\p{L}'’.]+\s+){1,2}?)(?:street|road|lane|avenue|close|drive|way|crescent|terrace|gardens|grove|hill|place|square|row|walk|court|rd|st|ave|ln)\b/giu;

/** Words for what is said in two: they would be taken for others. */
const sayings: readonly Saying[] = [
  [/\bnext door\b/gi, 'neighbour'],
  [/\bget(?:ting)? rid of\b/gi, 'disposal'],
  [/\bpitch black\b/gi, 'dark'],
  [/\b(?:live|living|lives) (?:on (?:my|his|her|their) own|alone)\b/gi, 'single'],
  [/\bb ?& ?b\b/gi, 'bed and breakfast'],
  [/\bmoney off\b/gi, 'discount'],
  [/\btake over\b|\btaking over\b/gi, 'transfer']
];

/** In front of "road" these say which road is meant by no name: "in the road", "on my street". */
const noName = new Set('the my our their a this that his her your main side busy same whole'.split(' '));

/** The same without a word in front: only where the name is no word of the directory's. */
const bareAddress = /([\p{L}'’]+)\s+(?:street|road|lane|avenue|close|drive|crescent|terrace|grove|rd|ave)\b/giu;

/** A text without parts that are addresses; as it was where nothing would be left. */
function withoutAddresses(text: string, isKnown: (word: string) => boolean): string {
  const named = text.replace(address, (all, name: string) =>
    name
      .trim()
      .toLowerCase()
      .split(/\s+/)
      .every((word) => noName.has(word))
      ? all
      : ' '
  );
  const without = named.replace(bareAddress, (all, name: string) =>
    fillers.has(foldText(name)) || noName.has(foldText(name)) || isKnown(foldText(name)) ? all : ' '
  );
  return wordsOf(without).length > 0 ? without : text;
}

/** How people ask for services and officers. */
export const directoryLanguage: Language = {
  fillers,
  light: new Set(),
  whole,
  synonyms,
  say: (text) => withSayings(text, sayings),
  prepare: (question, isKnown) => withoutAddresses(withSayings(question, sayings), isKnown)
};

/** The words of a text that tell what it is about. */
export function wordsOf(text: string): string[] {
  return tellingWords(text, { fillers });
}

/**
 * The words of a question that tell what it is about, without those that tell where. Where no word tells, all of them.
 *
 * @param isKnown whether a word is one of the directory's
 */
export const questionWords = (text: string, isKnown: (word: string) => boolean): string[] =>
  questionWordsIn(text, directoryLanguage, isKnown);
