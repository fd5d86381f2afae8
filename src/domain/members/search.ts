import MiniSearch from 'minisearch';
import { foldText } from '../text';
import type { Member } from './member';
import type { Place } from './place';

/** Words that people put before a name, and around a name or a ward: they tell nobody apart, unless somebody is called so. */
const addresses = new Set('cllr cllrs councillor councillors mr mrs ms miss'.split(' '));
const fillers = new Set([...addresses, ...'ward division the of for and party'.split(' ')]);

const allWords = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word) => word !== '');
const wordsOf = (text: string): string[] => allWords(text).filter((word) => !fillers.has(word));

/** Members ready to be searched by name, ward, party, posts, bodies, skills and e-mail address. */
export interface MemberSearch {
  /**
   * Members of whom every word of the query begins a word; all for an empty query. Where there are none, those whose
   * words differ from the query's by a typing error, the likeliest first.
   */
  find(query: string): { members: Member[]; exact: boolean };
  /** Does beforehand what the first search would otherwise wait for. */
  prepare(): void;
}

/** How many letters may be wrong in a word: swapping two counts as two. */
const errorsIn = (word: string): number | false => (word.length < 4 ? false : word.length < 6 ? 1 : 2);

/**
 * Lets members be searched. Do it once for a list, not for each query; the index is made when it is first needed.
 *
 * @param spellings other ways to write the name of a party, by its name
 * @param placesOf a member's places on bodies
 */
export function searchMembers(
  members: readonly Member[],
  spellings: (party: string) => readonly string[] = () => [],
  placesOf: (member: Member) => readonly Place[] = () => []
): MemberSearch {
  const byId = new Map(members.map((member) => [member.id, member]));
  const build = (): MiniSearch => {
    const index = new MiniSearch<{ id: number; name: string; rest: string }>({
      fields: ['name', 'rest'],
      // Somebody may be called Ward; around the names of wards and posts the word tells nothing.
      tokenize: (text, field) => (field === 'name' ? allWords(text) : wordsOf(text)),
      processTerm: (word) => word,
      searchOptions: { tokenize: allWords, combineWith: 'AND', prefix: true, boost: { name: 3 } }
    });
    const documents = [...byId.values()].map((member) => {
      const { id, title, name, knownAs, ward, party, email, cabinetRoles, responsibilities, skills } = member;
      const bodies = placesOf(member).flatMap(({ body, role }) => [body.name, role]);
      const rest = [ward?.name ?? '', party, ...spellings(party), email, ...cabinetRoles, ...responsibilities, ...skills, ...bodies];
      // People write O'Rourke in one word and in two.
      return { id, name: [title, name, name.replace(/['’]/g, ' '), knownAs].join(' '), rest: rest.join(' | ') };
    });
    index.addAll(documents);
    return index;
  };
  /** "castle ward" means all of Castle, even if one of them is called Ward. */
  const wards = [...new Set(members.map(({ ward }) => wordsOf(ward?.name ?? '').join(' ')))].filter((name) => name !== '');
  const namesWard = (words: readonly string[]): boolean => {
    const before = words.slice(0, -1).join(' ');
    const last = words[words.length - 1];
    return before !== '' && (last === 'ward' || last === 'division') && wards.some((name) => name.startsWith(before));
  };
  let built: MiniSearch | undefined;
  const ready = (): MiniSearch => (built ??= build());
  return {
    prepare: () => void ready(),
    find: (query) => {
      if (allWords(query).length === 0) return { members: [...members], exact: true };
      const text = wordsOf(query).join(' ');
      const named = allWords(query).filter((word) => !addresses.has(word));
      const tries = namesWard(named) ? [text] : [allWords(query).join(' '), named.join(' '), text];
      for (const wanted of tries) {
        const strict = new Set(
          wanted === ''
            ? []
            : ready()
                .search(wanted)
                .map(({ id }) => Number(id))
        );
        if (strict.size > 0) return { members: members.filter(({ id }) => strict.has(id)), exact: true };
      }
      if (text === '') return { members: [...members], exact: true };
      const near = ready().search(text, { fuzzy: errorsIn });
      return { members: near.flatMap(({ id }) => byId.get(Number(id)) ?? []), exact: false };
    }
  };
}
