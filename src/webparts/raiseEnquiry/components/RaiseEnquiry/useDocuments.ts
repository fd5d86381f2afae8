import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import type { Drafts } from '../../../../data/enquiries/drafts';
import { sendWithProgress } from '../../../../data/send-with-progress';
import { documentFault, freeName } from '../../../../domain/enquiries/documents';
import { format } from '../../../../ui/format';
import type { DraftState } from './useDraft';
import type { DocumentsState, Upload } from './types';

/** The documents of a draft: checked, then sent one after the other, each with its progress. */
export function useDocuments(
  drafts: Drafts | undefined,
  state: Pick<DraftState, 'draft' | 'save' | 'setDraft'>
): DocumentsState & {
  /** What was chosen in this window: it need not be fetched to be sent. */
  files: ReadonlyMap<string, File>;
} {
  const [uploads, setUploads] = React.useState<Upload[]>([]);
  const [said, setSaid] = React.useState('');
  const files = React.useRef(new Map<string, File>());
  const current = React.useRef(state);
  current.current = state;
  const queue = React.useRef<Promise<unknown>>(Promise.resolve());

  const put = (name: string, upload: Upload['state'] | undefined): void =>
    setUploads((before) => before.flatMap((one) => (one.name !== name ? [one] : upload === undefined ? [] : [{ ...one, state: upload }])));
  const sendOne = async (name: string): Promise<void> => {
    const file = files.current.get(name);
    if (!drafts || !file) return;
    try {
      // The draft may not be there yet, or not have the latest answers.
      const draft = current.current.draft ?? (await current.current.save());
      if (!draft) throw new Error(strings.NotSavedYet);
      const transport = sendWithProgress((share) => put(name, { kind: 'sending', share }));
      current.current.setDraft(await drafts.attach(current.current.draft ?? draft, name, file, transport));
      put(name, undefined);
      setSaid(format(strings.DocumentAdded, name));
    } catch (error) {
      put(name, { kind: 'failed', error });
      setSaid(format(strings.DocumentFailed, name));
    }
  };
  const start = (name: string): void => {
    put(name, { kind: 'sending', share: 0 });
    queue.current = queue.current.then(() => sendOne(name));
  };
  const attached = (state.draft?.documents ?? []).map(({ name }) => name);
  return {
    attached,
    uploads,
    said,
    files: files.current,
    add: (chosen) => {
      const names = [...attached, ...uploads.map(({ name }) => name)];
      for (const file of chosen) {
        const name = freeName(file.name, names);
        names.push(name);
        const fault = documentFault({ name, size: file.size }, []);
        setUploads((before) => [
          ...before,
          { name, size: file.size, state: fault ? { kind: 'refused', fault } : { kind: 'sending', share: 0 } }
        ]);
        if (fault) {
          setSaid(format(strings.DocumentRefused, name));
          continue;
        }
        files.current.set(name, file);
        start(name);
      }
    },
    retry: start,
    dismiss: (name) => put(name, undefined),
    remove: (name) => {
      const { draft } = current.current;
      if (!drafts || !draft) return;
      queue.current = queue.current.then(() =>
        drafts.detach(current.current.draft ?? draft, name).then(
          (changed: Draft) => {
            files.current.delete(name);
            current.current.setDraft(changed);
            setSaid(format(strings.DocumentRemoved, name));
          },
          () => setSaid(format(strings.DocumentNotRemoved, name))
        )
      );
    }
  };
}
