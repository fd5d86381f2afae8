import type { SPFI } from '@pnp/sp';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { EnquiryDesk, type DeskSource } from './act';
import * as caml from './caml';
import { toHappening } from './messages';
import { Queues } from './queues';
import { renderRows } from './render';

/** Of the latest messages so many are looked at: a busy council's week. */
const mostLooked = 500;
/** SharePoint looks at no more rows than this: messages that are not counted are among the latest. */
const reach = 5000;

/**
 * Brings enquiries up to messages that their rows do not know of: what members wrote, and what a browser did not finish.
 * Everybody who handles enquiries does so when they open the desk. One request for the messages, one for the rows, and
 * two for each enquiry that was behind.
 *
 * @param lastMessage ID of the latest message
 * @returns how many enquiries were brought up
 */
export async function catchUp(source: DeskSource, lastMessage: number): Promise<number> {
  const { sp, sitePath } = source;
  const latest = await readLatest(sp, sitePath, lastMessage);
  const last = new Map<number, number>();
  for (const { enquiryId, id } of latest) last.set(enquiryId, Math.max(last.get(enquiryId) ?? 0, id));
  const rows = await new Queues(sp, sitePath).withIds([...last.keys()]);
  const behind = rows.filter(({ id, counted }) => (last.get(id) ?? 0) > counted);
  let brought = 0;
  for (const row of behind) {
    // One that cannot be read now, or was moved meanwhile, keeps none of the others back.
    const done = await new EnquiryDesk(source, { row }).catchUp().catch(() => false);
    if (done) brought += 1;
  }
  return brought;
}

async function readLatest(sp: SPFI, sitePath: SitePath, lastMessage: number): Promise<ReturnType<typeof toHappening>[]> {
  const view = caml.viewXml({
    fields: ['ID', 'Enquiry', 'MessageKey', 'Event', 'Author'],
    where: caml.every(
      caml.idsFrom(Math.max(1, lastMessage - reach + 1)),
      `<Neq><FieldRef Name="Event" /><Value Type="Text">seen</Value></Neq>`
    ),
    orderBy: [{ name: 'ID', descending: true }],
    limit: mostLooked
  });
  const { rows } = await renderRows(sp.web.getList(`${sitePath}/${messageList.url}`), view, undefined).catch((error: unknown) => {
    throw toDataError(error, messageList.title);
  });
  return rows.map(toHappening);
}
