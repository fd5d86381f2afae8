import type { SPFI } from '@pnp/sp';
import type { Counted } from '../../domain/enquiries/report';
import type { PlainDate } from '../../domain/members/term';
import { addDays } from '../../domain/workingDays';
import { enquiries as enquiryList } from '../../lists/enquiries';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { toDate, toText } from '../values';
import * as caml from './caml';
import { isOverThreshold, renderRows } from './render';
import { stateOf } from './states';
import { isYes, linksIn, type RenderedRow } from './summary-rows';

/** SharePoint gives no more rows at once. */
const mostRows = 5000;

const fields = [
  ...['ID', 'State', 'AskedBy', 'Kind', 'Ward', 'Service', 'Came', 'AcknowledgeBy', 'Acknowledged', 'ReplyBy', 'Replied'],
  ...['RepliedLate', 'Closed', 'Outcome']
];

const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

function toCounted(row: RenderedRow): Counted | undefined {
  const day = (name: string): PlainDate | undefined => toDate(row[`${name}.`]);
  const come = day('Came');
  // What officers bring before a ward's members is no enquiry that is answered.
  if (come === undefined || row.AskedBy === 'officer') return undefined;
  const name = (column: string): string => linksIn(row, column)[0]?.name ?? '';
  return {
    ...{ ward: name('Ward'), service: name('Service'), kind: toText(row.Kind), come, state: stateOf(toText(row.State)) },
    ...{ acknowledgeBy: day('AcknowledgeBy'), acknowledged: day('Acknowledged'), replied: day('Replied') },
    ...{ repliedLate: isYes(row, 'RepliedLate'), replyBy: day('ReplyBy'), closed: day('Closed'), outcome: toText(row.Outcome) }
  };
}

/**
 * Reads the enquiries that came in a period, as far as the reader may see them, for a report. One request for up to 5,000
 * of them; a period with more is read in halves, so that SharePoint's threshold is never passed.
 *
 * @param progress told the share of the period that is read, from 0 to 1
 */
export async function readReportRows(
  sp: SPFI,
  sitePath: SitePath,
  from: PlainDate,
  to: PlainDate,
  progress: (share: number) => void = () => undefined
): Promise<Counted[]> {
  const whole = daysBetween(from, to) + 1;
  let read = 0;
  const part = async (first: PlainDate, last: PlainDate): Promise<Counted[]> => {
    const view = caml.viewXml({
      fields,
      where: caml.every(caml.from('Came', first), caml.until('Came', last)),
      orderBy: [{ name: 'ID' }],
      limit: mostRows,
      paged: true
    });
    const days = daysBetween(first, last) + 1;
    const rows: RenderedRow[] = [];
    try {
      for (let page: string | undefined | 'first' = 'first'; page !== undefined;) {
        const list = sp.web.getList(`${sitePath}/${enquiryList.url}`);
        const answer: Awaited<ReturnType<typeof renderRows>> = await renderRows(list, view, undefined, page === 'first' ? undefined : page);
        rows.push(...answer.rows);
        page = answer.next;
      }
    } catch (error) {
      const failure = toDataError(error, enquiryList.title);
      if (!isOverThreshold(failure) || days === 1) throw failure;
      const middle = addDays(first, Math.floor(days / 2) - 1);
      return [...(await part(first, middle)), ...(await part(addDays(middle, 1), last))];
    }
    read += days;
    progress(read / whole);
    return rows.flatMap((row) => toCounted(row) ?? []);
  };
  return part(from, to);
}
