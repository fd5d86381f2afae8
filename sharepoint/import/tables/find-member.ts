import type { KnownMember } from '../../../src/data/members/body-register';
import { parseName } from '../../../src/domain/members/name';
import { foldText } from '../../../src/domain/text';

/** Finds members as tables name them: by Modern.Gov id, e-mail address, or name. */
export interface MemberFinder {
  /** The member, or why it is not known who is meant. */
  find(name: string, modernGovId: string, email: string): KnownMember | { reason: string };
}

/** Whether a search for a member came to nothing. */
export const isNobody = (found: KnownMember | { reason: string }): found is { reason: string } => 'reason' in found;

/** Whether two names share a word, as those of one person do after a marriage or with a nickname. */
function isLike(given: string, known: string): boolean {
  const words = new Set(foldText(known).split(' '));
  const own = foldText(parseName(given).display);
  return own === '' || own.split(' ').some((word) => words.has(word));
}

export function memberFinder(members: readonly KnownMember[]): MemberFinder {
  const byId = new Map(members.filter(({ modernGovId }) => modernGovId !== '').map((member) => [member.modernGovId, member]));
  const byEmail = new Map<string, KnownMember>();
  // An address that several share tells nobody.
  const shared = new Set<string>();
  for (const member of members) {
    const address = member.email.toLowerCase();
    if (byEmail.has(address)) shared.add(address);
    else if (address !== '') byEmail.set(address, member);
  }
  for (const address of shared) byEmail.delete(address);
  const byName = new Map<string, KnownMember[]>();
  for (const member of members) {
    const key = foldText(member.name);
    byName.set(key, [...(byName.get(key) ?? []), member]);
  }
  return {
    find: (name, modernGovId, email) => {
      const sure = byId.get(modernGovId) ?? byEmail.get(email.toLowerCase());
      if (sure && !isLike(name, sure.name)) {
        return { reason: `it says ${name.slice(0, 80)}, but the id or address given is that of ${sure.name}` };
      }
      if (sure) return sure;
      if (name === '') return { reason: modernGovId || email ? `there is no member with the id or address given` : 'there is no name' };
      const alike = byName.get(foldText(parseName(name).display)) ?? byName.get(foldText(name)) ?? [];
      const serving = alike.filter((member) => member.serving);
      const [first, second] = serving.length > 0 ? serving : alike;
      if (!first) return { reason: `there is no member ${name.slice(0, 80)}` };
      return second ? { reason: `there are several members ${name.slice(0, 80)}: give the Modern.Gov id or the e-mail address` } : first;
    }
  };
}
