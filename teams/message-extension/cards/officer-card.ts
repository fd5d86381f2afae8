import { teamsAddressOf } from '../../../src/domain/members/member';
import { coverOf, isAway } from '../../../src/domain/officers/contact';
import { contactLine } from '../../../src/domain/officers/find';
import type { Officer, OfficerDirectory, Service } from '../../../src/domain/officers/officer';
import type { PlainDate } from '../../../src/domain/members/term';
import { chatLink } from '../../../src/domain/teams';
import { format } from '../../../src/domain/text';
import { strings } from '../strings';
import { availabilityText } from '../words';
import { card, cut, line, open, result, text, withPicture, type Part } from './parts';

/** What links from cards need. */
export interface OfficerLinks {
  officer(id: number): string;
  service(id: number): string;
  raise(serviceId: number): string;
}

/** Who answers while somebody is away. */
function coverText(officer: Officer, directory: OfficerDirectory, today: PlainDate): string {
  if (!isAway(officer, today)) return '';
  const cover = coverOf(officer, today, directory);
  return cover ? format(strings.Cover, officer.name, cover.name) : format(strings.AwayNobody, officer.name);
}

/** An officer as a result: their job, whether they are there, how to reach them. */
export function officerResult(
  officer: Officer,
  directory: OfficerDirectory,
  today: PlainDate,
  links: OfficerLinks,
  picture?: string
): ReturnType<typeof result> {
  const service = directory.services.find(({ id }) => id === officer.serviceId);
  const cover = coverText(officer, directory, today);
  // A job that says so itself is enough.
  const isSaid = /liaison/i.test(officer.job);
  const job = [officer.job, officer.isLiaison && !isSaid ? strings.LiaisonOfficer : ''].filter((one) => one !== '');
  const body: Part[] = [
    withPicture(picture, officer.name, [
      text(officer.name, { weight: 'Bolder', size: 'Medium' }),
      text(job.join(' · '), {}, { spacing: 'None' }),
      text(cover || availabilityText(officer, directory, today), { isSubtle: true }, { spacing: 'None' })
    ]),
    ...line(strings.Service, service?.title ?? ''),
    ...line(strings.Asks, officer.description),
    ...line(strings.Phone, officer.phone),
    ...line(strings.Email, officer.email),
    ...line(strings.BestContact, officer.bestContact)
  ];
  const address = teamsAddressOf(officer);
  const actions = [
    ...(address === '' ? [] : [open(strings.Chat, chatLink(address))]),
    open(strings.OpenProfile, links.officer(officer.id)),
    // The form finds who takes it: a liaison officer of the service, as a rule.
    ...(service ? [open(format(strings.RaiseTo, cut(officer.isLiaison ? officer.name : service.title, 40)), links.raise(service.id))] : [])
  ];
  const under = [job[0] ?? '', service?.title ?? ''].filter((one) => one !== '').join(' · ');
  return result(card(body, actions), { title: officer.name, text: [under, cover].filter((one) => one !== '').join(' · '), picture });
}

/** A service as a result: whom to ask first today. */
export function serviceResult(
  service: Service,
  topics: readonly string[],
  directory: OfficerDirectory,
  today: PlainDate,
  links: OfficerLinks
): ReturnType<typeof result> {
  const { contact, name, phone, email } = contactLine(service, today, directory);
  const officer = contact.kind === 'general' ? undefined : contact.officer;
  const first = [name, officer?.job ?? ''].filter((one) => one !== '').join(', ');
  const cover = contact.kind === 'cover' ? format(strings.Cover, contact.for.name, contact.officer.name) : '';
  const body: Part[] = [
    text(service.title, { weight: 'Bolder', size: 'Medium' }),
    text(topics.join(', ') || service.does, { isSubtle: true }, { spacing: 'None' }),
    ...line(strings.FirstContact, first),
    ...(cover === '' ? [] : [text(cover, { isSubtle: true }, { spacing: 'None' })]),
    ...line(strings.Phone, phone),
    ...line(strings.Email, email),
    ...line(strings.Routine, service.routine)
  ];
  const address = officer ? teamsAddressOf(officer) : '';
  const actions = [
    ...(address === '' ? [] : [open(strings.Chat, chatLink(address))]),
    open(strings.OpenService, links.service(service.id)),
    open(strings.Raise, links.raise(service.id))
  ];
  return result(card(body, actions), { title: service.title, text: [first, ...topics].filter((one) => one !== '').join(' · ') });
}
