import type { MessagingExtensionResponse } from '@microsoft/teams.api';
import { readOfficer } from '../../../src/data/officers/directory';
import type { Place } from '../../../src/domain/teams';
import type { Ask } from '../ask';
import { clauseResult } from '../cards/clause-card';
import { enquiryUnfurled } from '../cards/enquiry-card';
import { memberResult } from '../cards/member-card';
import { officerResult, serviceResult } from '../cards/officer-card';
import { findEnquiry } from '../find-enquiry';
import { officerLinks } from '../links';
import type { Pictures } from '../pictures';
import { results, type Result } from './query';

async function resultFor(place: Place, ask: Ask, pictures: Pictures): Promise<Result | undefined> {
  const { readings, links, today } = ask;
  const link = links.to(place);
  const cardLinks = officerLinks(links);
  switch (place.kind) {
    case 'member': {
      const { directory, places } = await readings.members();
      const member = directory.members.find(({ id }) => id === place.id);
      if (!member) return undefined;
      const [picture] = await pictures.of(ask, [member.photo]);
      return memberResult(member, places.byMember.get(member.id) ?? [], link, picture);
    }
    case 'officer': {
      const { directory } = await readings.officers();
      const officer = directory.officers.get(place.id) ?? (await readOfficer(ask.sp, ask.sitePath, place.id));
      if (!officer) return undefined;
      const [picture] = await pictures.of(ask, [officer.photo]);
      return officerResult(officer, directory, today, cardLinks, picture);
    }
    case 'service': {
      const { directory } = await readings.officers();
      const service = directory.services.find(({ id }) => id === place.id);
      return service && serviceResult(service, [], directory, today, cardLinks);
    }
    case 'clause': {
      const clause = (await readings.clauses()).find(({ number }) => number.toLowerCase() === place.number.toLowerCase());
      return clause && clauseResult(clause, link);
    }
    case 'enquiry': {
      const [row, { closures }] = await Promise.all([findEnquiry(ask, place.id), readings.desk()]);
      return row && enquiryUnfurled(row, link, ask.now, (day) => closures.has(day));
    }
    case 'raise':
      return undefined;
  }
}

/** A card for a link that somebody pasted; nothing for what they may not see, and for other links. */
export const unfurl =
  (pictures: Pictures): ((link: string, ask: Ask) => Promise<MessagingExtensionResponse>) =>
  async (link, ask) => {
    const place = ask.links.placeOf(link);
    const found = place && (await resultFor(place, ask, pictures));
    return results(found ? [found] : []);
  };
