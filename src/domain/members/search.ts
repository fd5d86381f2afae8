import type { Member } from './member';

/** Reduces text to what is compared: no case, no accents, no apostrophes; other signs are blanks. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A member with the text that is searched. */
interface Searchable {
  member: Member;
  text: string;
}

/** Words that people put around a name or a ward and that tell nobody apart. */
const fillers = new Set('cllr cllrs councillor councillors mr mrs ms miss ward division the of for and party'.split(' '));

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word) => word !== '' && !fillers.has(word));

/** Members ready to be searched by name, ward, party, posts and e-mail address. */
export interface MemberSearch {
  /** Members in whose name, ward, party or posts every word of the query begins a word; all for an empty query. */
  find(query: string): Member[];
}

/**
 * Makes members ready to be searched. Do it once for a list, not for each query.
 *
 * @param spellings other ways to write the name of a party, by its name
 */
export function searchMembers(members: readonly Member[], spellings: (party: string) => readonly string[] = () => []): MemberSearch {
  const searchable: Searchable[] = members.map((member) => {
    const { title, name, knownAs, ward, party, email, cabinetRoles, responsibilities } = member;
    const texts = [title, name, knownAs, ward?.name ?? '', party, ...spellings(party), email, ...cabinetRoles, ...responsibilities];
    return { member, text: ` ${texts.flatMap(wordsOf).join(' ')}` };
  });
  return {
    find: (query) => {
      const words = wordsOf(query);
      return searchable.filter(({ text }) => words.every((word) => text.includes(` ${word}`))).map(({ member }) => member);
    }
  };
}
