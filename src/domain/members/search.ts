import MiniSearch from 'minisearch';
import { foldText } from '../text';
import type { Member } from './member';
import type { Place } from './place';

/** Words that people put around a name or a ward and that tell nobody apart. */
const fillers = new Set('cllr cllrs councillor councillors mr mrs ms miss ward division the of for and party'.split(' '));

const wordsOf = (text: string): string[] =>
  foldText(text)
    .split(' ')
    .map((word) => (word === 'saint' ? 'st' : word))
    .filter((word) => word !== '' && !fillers.has(word));

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
      tokenize: wordsOf,
      processTerm: (word) => word,
      searchOptions: { combineWith: 'AND', prefix: true, boost: { name: 3 } }
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
  let built: MiniSearch | undefined;
  const ready = (): MiniSearch => (built ??= build());
  return {
    prepare: () => void ready(),
    find: (query) => {
      const words = wordsOf(query);
      if (words.length === 0) return { members: [...members], exact: true };
      const text = words.join(' ');
      const strict = new Set(
        ready()
          .search(text)
          .map(({ id }) => Number(id))
      );
      if (strict.size > 0) return { members: members.filter(({ id }) => strict.has(id)), exact: true };
      const near = ready().search(text, { fuzzy: errorsIn });
      return { members: near.flatMap(({ id }) => byId.get(Number(id)) ?? []), exact: false };
    }
  };
}
