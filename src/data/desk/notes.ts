import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import type { EnquirySummary } from '../../domain/enquiries/desk';
import { officerNotes as noteList } from '../../lists/officer-notes';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { addToFolder, folderUrl, idsWith } from '../enquiries/folder-items';
import { persist, type Persistence } from '../enquiries/persist';

/**
 * Adds a note that members do not see, once however often it is tried. One request; one more after a try before.
 *
 * @param key tells it apart, the same whenever it is tried again
 */
export async function addNote(
  sp: SPFI,
  sitePath: SitePath,
  { id, folder, summary }: Pick<EnquirySummary, 'id' | 'folder' | 'summary'>,
  text: string,
  key: string,
  persistence: Persistence,
  isFirst: boolean
): Promise<void> {
  const list = (): ReturnType<SPFI['web']['getList']> => sp.web.getList(`${sitePath}/${noteList.url}`);
  await persist(persistence, async (isFirstTry) => {
    if (!isFirst || !isFirstTry) {
      const there = await idsWith(list(), folderUrl(sitePath, noteList, folder), 'NoteKey', key).catch((error: unknown) => {
        throw toDataError(error, noteList.title);
      });
      if (there.length > 0) return;
    }
    await addToFolder(list(), sitePath, noteList, folder, [
      { FieldName: 'Title', FieldValue: summary.slice(0, 255) },
      { FieldName: 'Enquiry', FieldValue: String(id) },
      { FieldName: 'NoteKey', FieldValue: key },
      { FieldName: 'Text', FieldValue: text }
    ]);
  });
}
