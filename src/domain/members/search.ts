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

/** Members ready to be searched by name, ward and party. */
export interface MemberSearch {
  /** Members in whose name, ward or party every word of the query begins a word; all for an empty query. */
  find(query: string): Member[];
}

/** Makes members ready to be searched. Do it once for a list, not for each query. */
export function searchMembers(members: readonly Member[]): MemberSearch {
  const searchable: Searchable[] = members.map((member) => ({
    member,
    text: ` ${foldText([member.title, member.name, member.ward?.name ?? '', member.party].join(' '))}`
  }));
  return {
    find: (query) => {
      const words = foldText(query)
        .split(' ')
        .filter((word) => word !== '');
      return searchable.filter(({ text }) => words.every((word) => text.includes(` ${word}`))).map(({ member }) => member);
    }
  };
}
