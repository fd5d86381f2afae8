import type { Member } from '../../../src/domain/members/member';
import { foldText } from '../../../src/domain/text';
import { memberResult } from '../cards/member-card';
import type { Pictures } from '../pictures';
import { pageOf, results, type Search } from './query';

/** Those whose names begin with what was typed before those of whom it is said otherwise. */
function namedFirst(members: readonly Member[], text: string): Member[] {
  const words = foldText(text).split(' ');
  const isNamed = ({ name }: Member): boolean => {
    const own = foldText(name).split(' ');
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  return [...members.filter(isNamed), ...members.filter((member) => !isNamed(member))];
}

/** Members by name, ward, party, posts, bodies and skills; all of them, by surname, for no words. */
export const searchMembers =
  (pictures: Pictures): Search =>
  async (query, ask) => {
    // Signs alone say nothing, which is not the same as nothing that was typed.
    if (query.text !== '' && foldText(query.text) === '') return results([]);
    const { search, places } = await ask.readings.members();
    const members = pageOf(namedFirst(search.find(query.text).members, query.text), query);
    const photos = await pictures.of(
      ask,
      members.map(({ photo }) => photo)
    );
    return results(
      members.map((member, index) =>
        memberResult(member, places.byMember.get(member.id) ?? [], ask.links.to({ kind: 'member', id: member.id }), photos[index])
      )
    );
  };
