import type { SPFI } from '@pnp/sp';
import { findAlike, type OpenEnquiry } from '../../domain/enquiries/alike';
import { folderPath } from '../../domain/enquiries/folders';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { toText } from '../values';
import * as caml from './caml';
import type { OneEnquiry } from './one-enquiry';
import { renderRows } from './render';
import { summaryFields, toSummary } from './summary-rows';

/** Of what came before, so many are compared: a few months of a busy council. In IDs. */
const reach = 1000;
/** So many rows with their texts in one request. */
const mostRead = 500;

/** An enquiry that looks like the same matter. */
export interface AlikeEnquiry {
  id: number;
  summary: string;
}

/**
 * Earlier enquiries that look like the same matter: of the same service, or in the same ward, as far as the reader may see
 * them. One request.
 */
export async function readAlike(sp: SPFI, sitePath: SitePath, { row, place, description, topic }: OneEnquiry): Promise<AlikeEnquiry[]> {
  const near = [
    ...(row.service ? [caml.looksUp('Service', [row.service.id])] : []),
    ...(row.ward ? [caml.looksUp('Ward', [row.ward.id])] : [])
  ];
  if (near.length === 0) return [];
  const view = caml.viewXml({
    fields: [...summaryFields, 'Description', 'Place', 'Topic'],
    where: caml.every(caml.idsFrom(Math.max(1, row.id - reach)), caml.idsUntil(row.id - 1), caml.some(...near)),
    orderBy: [{ name: 'ID', descending: true }],
    limit: mostRead
  });
  const { rows } = await renderRows(sp.web.getList(`${sitePath}/${enquiryList.url}`), view, undefined).catch((error: unknown) => {
    throw toDataError(error, enquiryList.title);
  });
  const earlier = rows.flatMap((rendered): OpenEnquiry[] => {
    const one = toSummary(rendered, sitePath);
    if (!one) return [];
    const text = (name: string): string => toText(rendered[name]);
    return [
      {
        ...{ id: one.id, summary: one.summary, description: text('Description'), place: text('Place'), topic: text('Topic') },
        ...{ serviceId: one.service?.id, kind: one.kind, state: text('State'), isOfficers: one.isOfficers, respondBy: one.respondBy },
        ...{ folder: folderPath(one.folder), created: one.created }
      }
    ];
  });
  return findAlike(earlier)({ words: `${row.summary} ${topic} ${description}`, place, serviceId: row.service?.id });
}
