import * as React from 'react';
import { passes } from '../../../../data/enquiries/persist';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import type { Drafts } from '../../../../data/enquiries/drafts';
import { problemOf } from '../../../../domain/dataProblem';
import { trimmed, type EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { longest } from '../../../../domain/enquiries/answers';
import { forgetTab, keepInTab, newKey, readTab } from './tab';
import type { Saved } from './types';

/** Answers are saved when they have stood still for so long, besides at every "Continue". In milliseconds. */
const idle = 8_000;

export interface DraftState {
  key: string;
  answers: EnquiryAnswers;
  draft: Draft | undefined;
  saved: Saved;
  set(changes: Partial<EnquiryAnswers>): void;
  /** Saves what there is. Answers the draft as saved. */
  save(answers?: EnquiryAnswers): Promise<Draft | undefined>;
  /** The draft after its documents changed. */
  setDraft(draft: Draft): void;
  /** Goes on with a draft. */
  open(draft: Draft): void;
  /** Begins anew; what was written stays as a draft. */
  begin(): void;
  /** It was sent: nothing of it is kept. */
  forget(): void;
  takeOther(): void;
  keepMine(): void;
}

interface Work {
  key: string;
  answers: EnquiryAnswers;
  draft: Draft | undefined;
}

/** What SharePoint's column holds: longer texts stay in this window until they are shortened. */
const fits = ({ description = '' }: EnquiryAnswers): boolean => description.length <= longest.description;

/**
 * The answers of an enquiry and the draft that keeps them: in this window at every letter, in the list EnquiryDrafts as one
 * goes on. One save at a time, in their order.
 *
 * @param drafts undefined until it is known who fills the form in
 * @param titleOf what the draft is called in the list of drafts
 */
export function useDraft(
  drafts: Drafts | undefined,
  { sitePath, userId, titleOf }: { sitePath: string; userId: number; titleOf: (answers: EnquiryAnswers) => string }
): DraftState {
  const [work, setWork] = React.useState<Work>(() => ({ key: newKey(), answers: {}, draft: undefined }));
  const [saved, setSaved] = React.useState<Saved>({ kind: 'not yet' });
  const now = React.useRef(work);
  const unsaved = React.useRef(false);
  const queue = React.useRef<Promise<unknown>>(Promise.resolve());

  const put = (next: Work): void => {
    now.current = next;
    setWork(next);
  };
  const keep = (): void => {
    const { key, answers, draft } = now.current;
    keepInTab(sitePath, userId, { key, draftId: draft?.id, answers, isUnsaved: unsaved.current });
  };

  const saveOnce = async (): Promise<Draft | undefined> => {
    const { key, answers, draft } = now.current;
    if (!drafts || !fits(answers) || (draft && !unsaved.current)) return draft;
    setSaved({ kind: 'saving' });
    try {
      // A first save whose answer was lost has left a draft.
      const known = draft ?? (saved.kind === 'failed' ? await drafts.withKey(key) : undefined);
      const written = known ? await drafts.save(known, titleOf(answers), answers) : await drafts.add(key, titleOf(answers), answers);
      // Somebody began another one meanwhile.
      if (now.current.key !== key) return written;
      // eslint-disable-next-line require-atomic-updates -- saves come one after the other; letters typed meanwhile are not saved yet
      unsaved.current = now.current.answers !== answers;
      put({ ...now.current, draft: { ...written, documents: now.current.draft?.documents ?? written.documents } });
      setSaved({ kind: 'saved', at: new Date() });
      keep();
      return now.current.draft;
    } catch (error) {
      if (now.current.key === key)
        setSaved(problemOf(error).kind === 'changed meanwhile' ? { kind: 'changed elsewhere' } : { kind: 'failed', error });
      return undefined;
    }
  };
  const save = (answers?: EnquiryAnswers): Promise<Draft | undefined> => {
    if (answers) {
      unsaved.current = true;
      put({ ...now.current, answers });
      keep();
    }
    const next = queue.current.then(saveOnce);
    queue.current = next;
    return next;
  };
  const latest = React.useRef(save);
  latest.current = save;

  // What was typed and not left with "Continue" is saved too.
  React.useEffect(() => {
    if (!work.draft || !unsaved.current || saved.kind === 'changed elsewhere') return undefined;
    const timer = window.setTimeout(() => void latest.current(), idle);
    return () => window.clearTimeout(timer);
  }, [work.answers, work.draft, saved.kind]);
  React.useEffect(() => {
    const again = (): void => {
      if (saved.kind === 'failed' && passes(problemOf(saved.error))) void latest.current();
    };
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [saved]);

  const open = (draft: Draft): void => {
    const kept = readTab(sitePath, userId);
    // What this window had not saved yet is newer than the draft.
    const mine = kept?.isUnsaved && kept.key === draft.key ? kept.answers : undefined;
    unsaved.current = mine !== undefined;
    put({ key: draft.key, answers: mine ?? draft.answers, draft });
    setSaved({ kind: 'saved', at: draft.modified });
    keep();
  };
  return {
    ...work,
    saved,
    save,
    open,
    set: (changes) => {
      unsaved.current = true;
      put({ ...now.current, answers: { ...now.current.answers, ...changes } });
      keep();
    },
    setDraft: (draft) => put({ ...now.current, draft }),
    begin: () => {
      forgetTab(sitePath, userId);
      unsaved.current = false;
      put({ key: newKey(), answers: {}, draft: undefined });
      setSaved({ kind: 'not yet' });
    },
    forget: () => forgetTab(sitePath, userId),
    takeOther: () => {
      const { draft } = now.current;
      if (!drafts || !draft) return;
      drafts.read(draft.id).then(
        (other) => {
          unsaved.current = false;
          if (other) {
            forgetTab(sitePath, userId);
            open(other);
          }
        },
        (error: unknown) => setSaved({ kind: 'failed', error })
      );
    },
    keepMine: () => {
      const { draft } = now.current;
      if (!drafts || !draft) return;
      drafts.read(draft.id).then(
        (other) => {
          unsaved.current = true;
          // Deleted elsewhere: it is added again.
          put({ ...now.current, draft: other ? { ...draft, etag: other.etag, documents: other.documents } : undefined });
          void save();
        },
        (error: unknown) => setSaved({ kind: 'failed', error })
      );
    }
  };
}

/** What a draft is called: its summary, else what was looked for, else the kind. */
export const draftTitle = ({ summary, about }: EnquiryAnswers, kindTitle: string): string =>
  (trimmed(summary) || trimmed(about) || kindTitle).slice(0, 255);
