import type { SPFI } from '@pnp/sp';
import type { EnquiryAnswers } from '../../domain/enquiries/answers';
import { draftState } from '../../lists/enquiry-drafts';
import { toText } from '../values';

type List = ReturnType<SPFI['web']['getList']>;

/** A document that is attached to a draft. */
export interface DraftDocument {
  name: string;
  /** Server-relative. */
  url: string;
}

/** An enquiry that is not sent yet. */
export interface Draft {
  /** ID of the row in EnquiryDrafts. */
  id: number;
  /** Marks the state that was read. */
  etag: string;
  title: string;
  /** The enquiry that becomes of it has the same. */
  key: string;
  answers: EnquiryAnswers;
  documents: DraftDocument[];
  modified: Date;
  /** Some window began to send it. */
  isSending: boolean;
  /** Which window sends it, and since when: see `claimOf`. */
  claim: string;
}

export interface DraftRow {
  Id: number;
  Title: string | null;
  SubmissionKey: string | null;
  State: string | null;
  Claim: string | null;
  Answers: string | null;
  Description: string | null;
  Modified: string;
  'odata.etag'?: string;
  AttachmentFiles?: { FileName: string; ServerRelativeUrl: string }[];
}

/** More drafts than anybody keeps. */
const mostDrafts = 100;

/** Asks for the user's drafts, the latest first. The list must answer with metadata: drafts are saved under their ETags. */
export const draftsOf = (list: List): Promise<DraftRow[]> =>
  list.getItemsByCAMLQuery(
    {
      ViewXml: `<View><Query><Where><Eq><FieldRef Name="Writer" LookupId="TRUE" /><Value Type="Integer"><UserID /></Value></Eq></Where><OrderBy><FieldRef Name="ID" Ascending="FALSE" /></OrderBy></Query><RowLimit>${mostDrafts}</RowLimit></View>`
    },
    'AttachmentFiles'
  ) as Promise<DraftRow[]>;

/** A row as a draft; undefined where its answers cannot be read any more. */
export function toDraft(row: DraftRow): Draft | undefined {
  let answers: EnquiryAnswers;
  try {
    answers = JSON.parse(row.Answers ?? '{}') as EnquiryAnswers;
  } catch {
    // Somebody changed it by hand: owners delete it, and nothing can be made of it here.
    return undefined;
  }
  const description = row.Description ?? undefined;
  return {
    id: row.Id,
    etag: row['odata.etag'] ?? '',
    title: toText(row.Title),
    key: toText(row.SubmissionKey),
    answers: { ...answers, ...(description === undefined ? {} : { description }) },
    documents: (row.AttachmentFiles ?? []).map(({ FileName, ServerRelativeUrl }) => ({ name: FileName, url: ServerRelativeUrl })),
    modified: new Date(row.Modified),
    isSending: row.State === draftState.sending,
    claim: toText(row.Claim)
  };
}
