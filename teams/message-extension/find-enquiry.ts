import { ownFolders } from '../../src/data/desk/own-enquiries';
import { Queues } from '../../src/data/desk/queues';
import type { DeskStart } from '../../src/data/desk/start';
import type { EnquirySummary } from '../../src/domain/enquiries/desk';
import type { EnquiryFolder } from '../../src/domain/enquiries/folders';
import type { Ask } from './ask';

/** Somebody who is let in at the lists' roots: who handles enquiries, and who adds for members. */
export const seesAll = ({ access, self }: DeskStart): boolean => access.handles || access.restricts || (access.supports && !self);

/** Where somebody looks for enquiries: members in their own folders, others (undefined) wherever SharePoint lets them see. */
export const foldersOf = (start: DeskStart): (EnquiryFolder | undefined)[] =>
  seesAll(start) ? [undefined] : start.self ? ownFolders(start.self) : [];

/** An enquiry by its ID, as far as who asks may see it. One request, or one for each folder of a member. */
export async function findEnquiry(ask: Ask, id: number): Promise<EnquirySummary | undefined> {
  const folders = foldersOf(await ask.readings.desk());
  const pages = await Promise.all(folders.map((folder) => new Queues(ask.sp, ask.sitePath, folder).withIds([id])));
  return pages.flat()[0];
}
