import { readOfficersBeginning } from '../../../src/data/officers/directory';
import { beginningsOf, contactLine } from '../../../src/domain/officers/find';
import { byName, liaisonOfficersOf, type Officer, type OfficerDirectory } from '../../../src/domain/officers/officer';
import type { PlainDate } from '../../../src/domain/members/term';
import type { FoundService } from '../../../src/domain/officers/search';
import { foldText } from '../../../src/domain/text';
import type { Ask } from '../ask';
import { officerResult, serviceResult } from '../cards/officer-card';
import { officerLinks } from '../links';
import type { Pictures } from '../pictures';
import type { OfficerReading } from '../readings';
import { pageOf, results, type Search } from './query';

/** What the directory finds: a service, or an officer. */
type Hit = FoundService | Officer;

/** Liaison officers: whom members ask first. */
const firstOnes = ({ officers }: OfficerDirectory): Officer[] => [...officers.values()].filter(({ isLiaison }) => isLiaison).sort(byName);

/** Services and officers whose names begin with what was typed so far. */
function beginning(text: string, { services, officers }: OfficerDirectory): Hit[] {
  const begins = (name: string): boolean => name.split(/\s+/).some((word) => word.toLocaleLowerCase('en-GB').startsWith(text));
  return [
    ...services.filter(({ title }) => begins(title)).map((service) => ({ service, topics: [] })),
    ...[...officers.values()].filter(({ name }) => begins(name)).sort(byName)
  ];
}

const isSame = (a: Hit, b: Hit): boolean => ('service' in a ? 'service' in b && a.service.id === b.service.id : 'id' in b && a.id === b.id);

/** Services, each with the officers whom one asks first about it. */
const withContacts = (services: readonly FoundService[], directory: OfficerDirectory, today: PlainDate): Hit[] =>
  services.flatMap((found) => {
    const { contact } = contactLine(found.service, today, directory);
    return [found, ...(contact.kind === 'general' ? [] : [contact.officer]), ...liaisonOfficersOf(found.service, directory)];
  });

async function find(text: string, { directory, search }: OfficerReading, { sp, sitePath, today }: Ask): Promise<Hit[]> {
  if (text === '') return firstOnes(directory);
  if ([...text].length < 2) return beginning(text.toLocaleLowerCase('en-GB'), directory);
  const beginnings = beginningsOf(text);
  const more = beginnings.length > 0 ? await readOfficersBeginning(sp, sitePath, beginnings) : [];
  const { services, officers } = search.find(text, more);
  const found = [...withContacts(services, directory, today), ...officers].filter(
    (hit, index, all) => all.findIndex((other) => isSame(hit, other)) === index
  );
  // A word that is still being typed may say nothing yet.
  return found.length > 0 ? found : beginning(text.toLocaleLowerCase('en-GB'), directory);
}

/** Who deals with something: services with whom to ask first, then officers; the liaison officers for no words. */
export const searchOfficers =
  (pictures: Pictures): Search =>
  async (query, ask) => {
    // Signs alone say nothing, which is not the same as nothing that was typed.
    if (query.text !== '' && foldText(query.text) === '') return results([]);
    const reading = await ask.readings.officers();
    const { directory } = reading;
    const hits = pageOf(await find(query.text, reading, ask), query);
    const photos = await pictures.of(
      ask,
      hits.map((hit) => ('service' in hit ? '' : hit.photo))
    );
    const cardLinks = officerLinks(ask.links);
    return results(
      hits.map((hit, index) =>
        'service' in hit
          ? serviceResult(hit.service, hit.topics, directory, ask.today, cardLinks)
          : officerResult(hit, directory, ask.today, cardLinks, photos[index])
      )
    );
  };
