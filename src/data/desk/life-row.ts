import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import { britishDateOf } from '../../domain/dates';
import type { Life } from '../../domain/enquiries/life';
import type { PlainDate } from '../../domain/members/term';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { fromDate } from '../values';
import { stateText } from './states';

const day = (moment: Date | undefined): PlainDate | undefined => moment && britishDateOf(moment);

/** What the row of an enquiry says of where it stands. */
export const lifeValues = (life: Life): Record<string, unknown> => ({
  State: stateText[life.state],
  OfficerId: life.officer?.id ?? null,
  ServiceId: life.service?.id ?? null,
  ReplyBy: fromDate(life.replyBy),
  Acknowledged: fromDate(day(life.acknowledged)),
  Replied: fromDate(day(life.replied)),
  RepliedLate: life.repliedInTime === false,
  // Without days for asking again it is over when it is answered.
  OpenUntil: fromDate(life.openUntil ?? (life.state === 'answered' ? day(life.answered) : undefined)),
  Closed: fromDate(day(life.closed)),
  Outcome: life.outcome ?? '',
  FromMember: life.newFromMember,
  RestrictionAsked: life.restrictionAsked,
  Counted: life.last,
  NotCounted: [...life.voids.keys()].join(',')
});

/**
 * Brings the row of an enquiry up to its messages. One request. For who may edit it.
 *
 * @param etag of the row as it was read together with the messages
 * @throws DataError "changed meanwhile" where somebody else wrote to it since
 */
export async function writeLife(sp: SPFI, sitePath: SitePath, id: number, life: Life, etag: string): Promise<void> {
  await sp.web
    .getList(`${sitePath}/${enquiryList.url}`)
    .items.getById(id)
    .update(lifeValues(life), etag)
    .catch((error: unknown) => {
      throw toDataError(error, enquiryList.title);
    });
}
