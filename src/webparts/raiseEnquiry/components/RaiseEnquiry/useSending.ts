import * as React from 'react';
import type { SPFI } from '@pnp/sp';
import type { SendStep, SentEnquiry } from '../../../../data/enquiries/send-enquiry';
import * as strings from 'RaiseEnquiryStrings';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import type { Drafts } from '../../../../data/enquiries/drafts';
import type { FormStart } from '../../../../data/enquiries/start';
import { sendWithProgress } from '../../../../data/send-with-progress';
import { DataError } from '../../../../domain/dataProblem';
import type { FormContext } from '../../../../domain/enquiries/form';
import { submissionOf } from '../../../../domain/enquiries/submission';
import { tabName } from './tab';
import type { DraftState } from './useDraft';
import type { SendingState } from './types';

/** How often something is tried before somebody is asked to try again. */
const tries = 5;

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Parts {
  sp: SPFI;
  sitePath: string;
  start: FormStart | undefined;
  context: FormContext | undefined;
  drafts: Drafts | undefined;
  draftState: DraftState;
  /** A document that was chosen in this window. */
  fileOf(name: string): File | undefined;
  onSent(sent: readonly SentEnquiry[], draft: Draft): void;
}

/** Sends the enquiry; a second press while it is being sent does nothing. */
export function useSending(parts: Parts): { sending: SendingState; send: () => void; reset: () => void } {
  const [sending, setSending] = React.useState<SendingState>({ kind: 'not sent' });
  const isSending = React.useRef(false);
  const current = React.useRef(parts);
  current.current = parts;
  const sendNow = async (): Promise<void> => {
    const { sp, sitePath, start, context, drafts, draftState, fileOf, onSent } = current.current;
    if (!start || !context || !drafts) return;
    let last: SendStep = { kind: 'claiming' };
    const step = (next: SendStep, more: { waits?: boolean; share?: number } = {}): void => {
      last = next;
      setSending({ kind: 'sending', step: next, waits: false, ...more });
    };
    step(last);
    // The last answers are in the draft before it is claimed. Why they could not be saved stands at the foot of the page.
    const draft = await draftState.save();
    // The moment of sending decides about due dates, not that at which the form was opened.
    const submission = submissionOf({ ...context, now: new Date() }, draft?.answers ?? {});
    if (!draft || !submission) {
      setSending({ kind: 'failed', error: new DataError({ kind: 'other', message: strings.NotSavedYet }) });
      return;
    }
    try {
      const { sendEnquiry } = await import(/* webpackChunkName: 'enquiry-pages' */ './afterFirst');
      const sent = await sendEnquiry(sp, sitePath, {
        ...{ draft, submission, window: tabName(), login: start.user.login, userId: start.user.id },
        documents: draft.documents.map((document) => {
          const file = fileOf(document.name);
          return {
            name: document.name,
            ...(file ? { size: file.size } : {}),
            bytes: async () => file ?? (await drafts.bytes(draft.id, document))
          };
        }),
        now: () => new Date(),
        persistence: { tries, wait, waiting: () => step(last, { waits: true }) },
        progress: step,
        transport: () => sendWithProgress((share) => step(last, { share }))
      });
      setSending({ kind: 'not sent' });
      onSent(sent, draft);
    } catch (error) {
      setSending({ kind: 'failed', error });
      // Whether it is claimed now, and may be changed: its state is read again.
      const now = await drafts.read(draft.id).catch(() => ({ ...draft, isSending: true }));
      if (now) await draftState.change(draft.key, async () => now);
    }
  };
  return {
    sending,
    reset: () => setSending({ kind: 'not sent' }),
    send: () => {
      if (isSending.current) return;
      isSending.current = true;
      void sendNow().finally(() => {
        isSending.current = false;
      });
    }
  };
}
