import type { SPFI } from '@pnp/sp';
import type { EnquirySummary } from '../../../domain/enquiries/desk';
import { openLifeStates } from '../../../domain/enquiries/life';
import { enquiries as enquiryList } from '../../../lists/enquiries';
import type { SitePath } from '../../batch';
import { toDataError } from '../../errors';
import { toText } from '../../values';
import * as caml from '../caml';
import { renderRows } from '../render';
import { stateText } from '../states';
import { summaryFields, toSummary } from '../summary-rows';

/** An enquiry of a member who leaves, with whom it was raised for. */
export interface HandOver {
  row: EnquirySummary;
  constituent: string;
  constituentContact: string;
  description: string;
}

const most = 500;

/** What a member has open, or answered and may still ask about, the earliest first. One request. */
export async function readHandOver(sp: SPFI, sitePath: SitePath, memberId: number): Promise<HandOver[]> {
  const states = [...openLifeStates, 'answered' as const].map((state) => stateText[state]);
  const view = caml.viewXml({
    fields: [...summaryFields, 'Constituent', 'ConstituentContact', 'Description'],
    where: caml.every(caml.looksUp('Member', [memberId]), caml.oneOf('State', 'Choice', states)),
    orderBy: [{ name: 'ID' }],
    limit: most
  });
  const { rows } = await renderRows(sp.web.getList(`${sitePath}/${enquiryList.url}`), view, undefined).catch((error: unknown) => {
    throw toDataError(error, enquiryList.title);
  });
  return rows.flatMap((rendered) => {
    const row = toSummary(rendered, sitePath);
    if (!row) return [];
    return [
      {
        ...{ row, constituent: toText(rendered.Constituent), constituentContact: toText(rendered.ConstituentContact) },
        description: toText(rendered.Description)
      }
    ];
  });
}
