import { fullName, teamsAddressOf, type Member } from '../../../src/domain/members/member';
import type { Place as Seat } from '../../../src/domain/members/place';
import { chatLink } from '../../../src/domain/teams';
import { format } from '../../../src/domain/text';
import { strings } from '../strings';
import { card, line, open, result, text, withPicture, type Part } from './parts';

/** More are named on the profile. */
const most = 4;

const several = (texts: readonly string[]): string =>
  texts.length <= most ? texts.join(', ') : `${texts.slice(0, most).join(', ')} ${format(strings.MoreThanShown, texts.length - most)}`;

/** "Castle ward, Green" */
const placeText = ({ ward, party }: Member): string => [ward?.name ?? '', party].filter((one) => one !== '').join(', ');

/**
 * A member as a result.
 *
 * @param profile link to their profile
 * @param picture as a data address; undefined for none
 */
export function memberResult(member: Member, seats: readonly Seat[], profile: string, picture?: string): ReturnType<typeof result> {
  const { email, phone, preferredContact, cabinetRoles, responsibilities, ward, party } = member;
  const name = `Cllr ${fullName(member)}`;
  const roles = several([...cabinetRoles, ...responsibilities]);
  const address = teamsAddressOf(member);
  const body: Part[] = [
    withPicture(picture, name, [text(name, { weight: 'Bolder', size: 'Medium' }), text(roles || strings.Cllr, {}, { spacing: 'None' })]),
    ...line(strings.Ward, ward?.name ?? ''),
    ...line(strings.Party, party),
    ...line(strings.Bodies, several(seats.map(({ body: { name: of } }) => of))),
    ...line(strings.Phone, phone),
    ...line(strings.Email, email),
    ...line(strings.PreferredContact, preferredContact)
  ];
  const actions = [...(address === '' ? [] : [open(strings.Chat, chatLink(address))]), open(strings.OpenProfile, profile)];
  return result(card(body, actions), { title: name, text: [placeText(member), roles].filter((one) => one !== '').join(' · '), picture });
}
