import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import type { Drafts } from '../../../../data/enquiries/drafts';
import { sendWithProgress } from '../../../../data/send-with-progress';
import { documentFault, freeName } from '../../../../domain/enquiries/documents';
import { format } from '../../../../ui/format';
import type { DraftState } from './useDraft';
import type { DocumentsState, Upload } from './types';

/** An upload, and the enquiry that it is for: another one may be opened before it ends. */
interface Own extends Upload {
  key: string;
  file: File;
}

const nobody: readonly never[] = [];

/** The documents of a draft: checked, then sent one after the other, each with its progress and for its own draft. */
export function useDocuments(
  drafts: Drafts | undefined,
  state: Pick<DraftState, 'key' | 'draft' | 'save' | 'change'>
): DocumentsState & {
  /** A document that was chosen in this window for this enquiry: it need not be fetched to be sent. */
  fileOf(name: string): File | undefined;
} {
  const [uploads, setUploads] = React.useState<readonly Own[]>(nobody);
  const [said, setSaid] = React.useState('');
  /** What was chosen in this window, by the key of its enquiry and its name. */
  const files = React.useRef(new Map<string, File>());
  const current = React.useRef(state);
  current.current = state;
  const queue = React.useRef<Promise<unknown>>(Promise.resolve());
  const idOf = (key: string, name: string): string => `${key} ${name}`;

  const put = (of: Own, next: Upload['state'] | undefined): void =>
    setUploads((before) =>
      before.flatMap((one) => (one.key !== of.key || one.name !== of.name ? [one] : next === undefined ? [] : [{ ...one, state: next }]))
    );
  const sendOne = async (upload: Own, draftId: Promise<number | undefined>): Promise<void> => {
    const { key, name, file } = upload;
    try {
      const id = await draftId;
      if (!drafts || id === undefined) throw new Error(strings.NotSavedYet);
      await drafts.attach(
        id,
        name,
        file,
        sendWithProgress((share) => put(upload, { kind: 'sending', share }))
      );
      files.current.set(idOf(key, name), file);
      await current.current.change(key, (draft) => drafts.refreshed(draft));
      put(upload, undefined);
      setSaid(format(strings.DocumentAdded, name));
    } catch (error) {
      put(upload, { kind: 'failed', error });
      setSaid(format(strings.DocumentFailed, name));
    }
  };
  const start = (upload: Own): void => {
    put(upload, { kind: 'sending', share: 0 });
    // The draft may not be there yet. Which one it is is settled now, whatever is opened meanwhile.
    const { draft, save } = current.current;
    const draftId = draft ? Promise.resolve(draft.id) : save().then((saved) => saved?.id);
    queue.current = queue.current.then(() => sendOne(upload, draftId));
  };
  const own = uploads.filter(({ key }) => key === state.key);
  const attached = (state.draft?.documents ?? nobody).map(({ name }) => name);
  const find = (name: string): Own | undefined => own.find((upload) => upload.name === name);
  return {
    attached,
    uploads: own,
    said,
    fileOf: (name) => files.current.get(idOf(state.key, name)),
    add: (chosen) => {
      const names = [...attached, ...own.map(({ name }) => name)];
      for (const file of chosen) {
        const name = freeName(file.name, names);
        names.push(name);
        const fault = documentFault({ name, size: file.size });
        const upload: Own = {
          key: state.key,
          name,
          size: file.size,
          file,
          state: fault ? { kind: 'refused', fault } : { kind: 'sending', share: 0 }
        };
        setUploads((before) => [...before, upload]);
        if (fault) setSaid(format(strings.DocumentRefused, name));
        else start(upload);
      }
    },
    retry: (name) => {
      const upload = find(name);
      if (upload) start(upload);
    },
    dismiss: (name) => {
      const upload = find(name);
      if (upload) put(upload, undefined);
    },
    remove: (name) => {
      const { key } = state;
      if (!drafts) return;
      void current.current
        .change(key, async (draft) => {
          await drafts.detach(draft.id, name);
          return drafts.refreshed(draft);
        })
        .then((done) => {
          if (done) files.current.delete(idOf(key, name));
          setSaid(format(done ? strings.DocumentRemoved : strings.DocumentNotRemoved, name));
        });
    }
  };
}
