import * as React from 'react';
import { passes } from '../../../../data/enquiries/persist';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import { answersToRow, type Drafts } from '../../../../data/enquiries/drafts';
import { problemOf } from '../../../../domain/dataProblem';
import { longestNote, trimmed, type EnquiryAnswers } from '../../../../domain/enquiries/answers';
import { newKey } from '../../../../ui/newKey';
import { forgetTab, keepInTab, readTab, type KeptInTab } from './tab';
import type { Saved } from './types';

/** Answers are saved when they have stood still for so long, besides at every "Continue". In milliseconds. */
const idle = 8_000;

export interface DraftState {
  /** Tells the enquiry apart: it and its draft have the same. */
  key: string;
  answers: EnquiryAnswers;
  draft: Draft | undefined;
  saved: Saved;
  set(changes: Partial<EnquiryAnswers>): void;
  /** Saves what there is. Answers the draft as saved; undefined where that failed. */
  save(answers?: EnquiryAnswers): Promise<Draft | undefined>;
  /** Does something with the draft as it stands, after what waits to be written; what comes of it takes its place. Answers whether it was done. */
  change(key: string, action: (draft: Draft) => Promise<Draft>): Promise<boolean>;
  /** Goes on with a draft. */
  open(draft: Draft): void;
  /** Goes on with what this window kept, of which there may be no draft yet. */
  restore(kept: KeptInTab): void;
  /** Nothing of it is kept in this window: it was sent, or another is begun. */
  begin(): void;
  takeOther(): void;
  keepMine(): void;
}

interface Work {
  key: string;
  answers: EnquiryAnswers;
  draft: Draft | undefined;
}

const nothing = (): Work => ({ key: newKey(), answers: {}, draft: undefined });

/** Whether SharePoint's columns hold it: longer texts stay in this window until they are shortened. */
function fits(answers: EnquiryAnswers): boolean {
  const { Answers, Description } = answersToRow(answers);
  return Answers.length <= longestNote && (Description ?? '').length <= longestNote;
}

/**
 * The answers of an enquiry and the draft that keeps them: in this window at every letter, in the list EnquiryDrafts as one
 * goes on. Whatever writes the draft does so one after the other.
 *
 * @param drafts undefined until it is known who fills the form in
 * @param titleOf what the draft is called in the list of drafts
 */
export function useDraft(
  drafts: Drafts | undefined,
  { sitePath, userId, titleOf }: { sitePath: string; userId: number; titleOf: (answers: EnquiryAnswers) => string }
): DraftState {
  const [work, setWork] = React.useState<Work>(nothing);
  const [saved, setSaved] = React.useState<Saved>({ kind: 'not yet' });
  const now = React.useRef(work);
  const unsaved = React.useRef(false);
  /** A draft may be there that this window does not know of: the answer to a first save was lost. */
  const mayBeThere = React.useRef(false);
  const queue = React.useRef<Promise<unknown>>(Promise.resolve());

  const put = (next: Work): void => {
    now.current = next;
    setWork(next);
  };
  const keep = (): void => {
    const { key, answers, draft } = now.current;
    keepInTab(sitePath, userId, { key, draftId: draft?.id, answers, isUnsaved: unsaved.current });
  };
  const failed = (key: string, error: unknown): void => {
    if (now.current.key !== key) return;
    setSaved(problemOf(error).kind === 'changed meanwhile' ? { kind: 'changed elsewhere' } : { kind: 'failed', error });
  };
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(action, action);
    // Whoever asked for it is told; what waits behind it goes on.
    queue.current = next.catch(() => undefined);
    return next;
  };

  const saveOnce = async (): Promise<Draft | undefined> => {
    const { key, answers, draft } = now.current;
    // What is being sent is not changed any more.
    if (!drafts || draft?.isSending || !fits(answers) || (draft && !unsaved.current)) return draft;
    setSaved({ kind: 'saving' });
    const isLookedFor = mayBeThere.current;
    mayBeThere.current = true;
    try {
      const known = draft ?? (isLookedFor ? await drafts.withKey(key) : undefined);
      const written = known ? await drafts.save(known, titleOf(answers), answers) : await drafts.add(key, titleOf(answers), answers);
      // Somebody began another one meanwhile.
      if (now.current.key !== key) return written;
      // eslint-disable-next-line require-atomic-updates -- saves come one after the other; letters typed meanwhile are not saved yet
      unsaved.current = now.current.answers !== answers;
      put({ ...now.current, draft: written });
      setSaved({ kind: 'saved', at: new Date() });
      keep();
      return written;
    } catch (error) {
      failed(key, error);
      return undefined;
    }
  };
  const save = (answers?: EnquiryAnswers): Promise<Draft | undefined> => {
    if (answers) {
      unsaved.current = true;
      put({ ...now.current, answers });
      keep();
    }
    return inTurn(saveOnce);
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

  const take = (draft: Draft, mine: EnquiryAnswers | undefined): void => {
    unsaved.current = mine !== undefined;
    put({ key: draft.key, answers: mine ?? draft.answers, draft });
    setSaved({ kind: 'saved', at: draft.modified });
    keep();
  };
  /** Reads the draft as it stands and goes on with it, with the answers of this window or with its own. */
  const settle = (mine: boolean): void => {
    const { draft, key, answers } = now.current;
    if (!drafts || !draft) return;
    void inTurn(() => drafts.read(draft.id)).then(
      (other) => {
        if (now.current.key !== key) return;
        // Sent or deleted by the other window.
        if (!other) setSaved({ kind: 'gone' });
        else {
          take(other, mine && !other.isSending ? answers : undefined);
          if (mine) void save();
        }
      },
      (error: unknown) => failed(key, error)
    );
  };
  return {
    ...work,
    saved,
    save,
    open: (draft) => {
      const kept = readTab(sitePath, userId);
      // What this window had not saved yet is newer than the draft.
      take(draft, kept?.isUnsaved && kept.key === draft.key && !draft.isSending ? kept.answers : undefined);
    },
    set: (changes) => {
      unsaved.current = true;
      put({ ...now.current, answers: { ...now.current.answers, ...changes } });
      keep();
    },
    change: (key, action) =>
      inTurn(async () => {
        const { draft } = now.current;
        // Another one was opened meanwhile: it is read again when this one is.
        if (now.current.key !== key || !draft) return true;
        const changed = await action(draft);
        if (now.current.key === key) put({ ...now.current, draft: changed });
        return true;
      }).catch((error: unknown) => {
        failed(key, error);
        return false;
      }),
    restore: ({ key, answers }) => {
      unsaved.current = true;
      mayBeThere.current = true;
      put({ key, answers, draft: undefined });
    },
    begin: () => {
      forgetTab(sitePath, userId);
      unsaved.current = false;
      mayBeThere.current = false;
      put(nothing());
      setSaved({ kind: 'not yet' });
    },
    takeOther: () => settle(false),
    keepMine: () => settle(true)
  };
}

/** What a draft is called: its summary, else what was looked for, else the kind. */
export const draftTitle = ({ summary, about }: EnquiryAnswers, kindTitle: string): string =>
  (trimmed(summary) || trimmed(about) || kindTitle).slice(0, 255);
