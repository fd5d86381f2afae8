import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { folderAt, type EnquiryFolder } from '../../domain/enquiries/folders';
import { enquiryMessages as messageList } from '../../lists/enquiry-messages';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import { toText } from '../values';
import { addToFolder, folderUrl, idsWith, renderFolder } from './folder-items';
import { persist, type Persistence } from './persist';

/** What a ward's member, or an officer, answered to a matter that officers brought before the ward. */
export interface WardAnswer {
  id: number;
  author: string;
  created: Date;
  text: string;
}

interface Row {
  ID: string;
  Text: string;
  Event: string;
  Author: { title: string }[];
  'Created.': string;
}

/** What the column Event says of an answer. */
const event = 'answer';
const mostRead = 200;

const failed = (error: unknown): never => {
  throw toDataError(error, messageList.title);
};

/** Answers to what officers brought before the members of a ward: messages, as all that happens to an enquiry. */
export class WardAnswers {
  private readonly folder: EnquiryFolder | undefined;

  /** @param folder path of the enquiry's folder below the root of the list */
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath,
    folder: string,
    /** ID of the row in Enquiries. */
    private readonly enquiryId: number
  ) {
    this.folder = folderAt(folder);
  }

  /** Answers, the earliest first. One request. */
  public async all(): Promise<WardAnswer[]> {
    if (!this.folder) return [];
    const rows = await renderFolder<Row>(
      this.list(),
      folderUrl(this.sitePath, messageList, this.folder),
      `<View><Query><Where><Eq><FieldRef Name="Enquiry" /><Value Type="Number">${this.enquiryId}</Value></Eq></Where><OrderBy><FieldRef Name="ID" /></OrderBy></Query><ViewFields>${[
        'ID',
        'Text',
        'Event',
        'Author',
        'Created'
      ]
        .map((name) => `<FieldRef Name="${name}" />`)
        .join('')}</ViewFields><RowLimit>${mostRead}</RowLimit></View>`
    ).catch(failed);
    return rows
      .filter(({ Event }) => Event === event)
      .map((row) => ({
        id: Number(row.ID),
        author: toText(row.Author[0]?.title),
        created: new Date(row['Created.']),
        text: toText(row.Text)
      }));
  }

  /**
   * Adds an answer, once however often it is tried. One request; two after a connection that broke.
   *
   * @param key tells the answer apart, the same whenever it is tried again
   * @param isFirst whether it has not been tried before
   */
  public async add(key: string, title: string, text: string, persistence: Persistence, isFirst: boolean): Promise<void> {
    const { folder } = this;
    if (!folder) return;
    await persist(persistence, async (isFirstTry) => {
      const url = folderUrl(this.sitePath, messageList, folder);
      if (!isFirst || !isFirstTry) {
        const there = await idsWith(this.list(), url, 'MessageKey', key).catch(failed);
        if (there.length > 0) return;
      }
      await addToFolder(this.list(), this.sitePath, messageList, folder, [
        { FieldName: 'Title', FieldValue: title.slice(0, 255) },
        { FieldName: 'Enquiry', FieldValue: String(this.enquiryId) },
        { FieldName: 'MessageKey', FieldValue: key },
        { FieldName: 'Event', FieldValue: event },
        { FieldName: 'Text', FieldValue: text }
      ]);
    });
  }

  private list(): ReturnType<SPFI['web']['getList']> {
    return this.sp.web.getList(`${this.sitePath}/${messageList.url}`);
  }
}
