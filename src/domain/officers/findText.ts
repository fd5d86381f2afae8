import type { PlainDate } from '../members/term';
import { contactLine, searchDirectory } from './find';
import { generalContactOf, type Officer, type OfficerDirectory, type Service } from './officer';

/** How many officers are named: the first are those who are meant. */
const mostOfficers = 10;

const parts = (...texts: string[]): string => texts.filter((text) => text !== '').join(' | ');

/** "Priya Raman, 01632 960231" */
function contactText(service: Service, date: PlainDate, directory: OfficerDirectory): string {
  const { name, phone, email } = contactLine(service, date, directory);
  return [name, phone || email].filter((text) => text !== '').join(', ');
}

/**
 * What a question finds, as lines, best first: services with the topics that matched and their first contact on a day,
 * then officers with job and service. Where nothing is found, the general contact.
 */
export function findText(question: string, directory: OfficerDirectory, more: Iterable<Officer>, date: PlainDate): string[] {
  const { services, officers } = searchDirectory(directory).find(question, more);
  const titleOf = (id: number | undefined): string => directory.services.find((service) => service.id === id)?.title ?? '';
  const lines = [
    ...services.map(({ service, topics }) => [service.title, topics.join(', '), contactText(service, date, directory)].join(' | ')),
    ...officers.slice(0, mostOfficers).map(({ name, job, serviceId, phone }) => parts(name, job, titleOf(serviceId), phone))
  ];
  if (lines.length > 0) return lines;
  const general = generalContactOf(directory);
  return [
    general ? parts(general.title, 'nothing was found: the general contact', contactText(general, date, directory)) : 'Nothing was found.'
  ];
}
