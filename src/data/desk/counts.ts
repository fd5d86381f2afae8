import type { SPFI } from '@pnp/sp';
import type { Countable } from '../../domain/enquiries/desk';
import { openLifeStates } from '../../domain/enquiries/life';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import * as caml from './caml';
import { renderRows } from './render';
import { stateText } from './states';
import { onceEach, toSummary } from './summary-rows';

/** More are not counted: nobody reads the number then. */
const mostCounted = 2000;

const view = caml.viewXml({
  fields: ['ID', 'State', 'AskedBy', 'Officer', 'Service', 'AcknowledgeBy', 'ReplyBy', 'FromMember', 'FileDirRef', 'SubmissionKey'],
  where: caml.oneOf(
    'State',
    'Choice',
    openLifeStates.map((state) => stateText[state])
  ),
  limit: mostCounted
});

/** Open enquiries, as far as counting needs them; undefined where there are too many to be counted. One request. */
export async function readCountable(sp: SPFI, sitePath: SitePath): Promise<Countable[] | undefined> {
  const list = sp.web.getList(`${sitePath}/${enquiryList.url}`);
  const { rows } = await renderRows(list, view, undefined).catch((error: unknown) => {
    throw toDataError(error, enquiryList.title);
  });
  if (rows.length >= mostCounted) return undefined;
  return onceEach(rows.flatMap((row) => toSummary(row, sitePath) ?? [])).map((summary) => {
    const { officer, service, folder } = summary;
    return { ...summary, officerId: officer?.id, serviceId: service?.id, isRestricted: folder.kind === 'restricted' };
  });
}
