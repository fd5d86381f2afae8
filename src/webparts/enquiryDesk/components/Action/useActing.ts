import * as React from 'react';
import { EnquiryDesk, lastSeen, type ActionDocument } from '../../../../data/desk/act';
import { restrictEnquiry, type RestrictStep } from '../../../../data/desk/restrict';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import { sendWithProgress } from '../../../../data/send-with-progress';
import { problemOf } from '../../../../domain/dataProblem';
import { britishDateOf } from '../../../../domain/dates';
import { documentFault, freeName, type DocumentFault } from '../../../../domain/enquiries/documents';
import {
  actionFaults,
  actionNames,
  longestReply,
  transitionOf,
  type ActionFault,
  type ActionInput,
  type ActionName,
  type Refusal
} from '../../../../domain/enquiries/life';
import { newKey } from '../../../../ui/newKey';
import type { DeskContext } from '../EnquiryDesk';
import type { EnquiryState } from '../Enquiry/useEnquiry';
import type { DeskAction } from './actionText';
import { forget, keep, readKept } from './kept';
import { useTelling, type Telling } from './useTelling';

/** A document that is to go with an action. */
export interface ChosenDocument {
  name: string;
  file: File;
  fault: DocumentFault | undefined;
}

export type ActingStatus =
  | { kind: 'idle' }
  /** Waits: SharePoint is busy, or there is no connection. */
  | { kind: 'sending'; waits: boolean; share?: number; step?: RestrictStep }
  | { kind: 'failed'; error: unknown }
  /** Something happened meanwhile: it is shown, and what was typed is kept. */
  | { kind: 'changed' }
  | { kind: 'refused'; reason: Refusal };

/** The form of an action that is open. */
export interface Acting {
  action: DeskAction | undefined;
  input: ActionInput;
  faults: readonly ActionFault[];
  documents: readonly ChosenDocument[];
  status: ActingStatus;
  /** The last action that was done; undefined while a form is open. */
  done: DeskAction | undefined;
  /** Actions for which something is written that was not sent. */
  kept: readonly DeskAction[];
  /** Whether somebody was told of it. */
  telling: Telling | undefined;
  open(action: DeskAction): void;
  close(): void;
  set(changes: Partial<ActionInput>): void;
  addFiles(files: readonly File[]): void;
  removeFile(name: string): void;
  send(): void;
  /** Goes on where making it restricted was stopped. */
  finishRestricting(): void;
}

/** What is kept of an action until it is done. */
interface Kept {
  input: ActionInput;
  key: string;
  tried: boolean;
}

interface Parts {
  enquiry: OneEnquiry;
  state: EnquiryState;
  context: DeskContext;
}

/** What an action is checked against. */
export const checkContext = (enquiry: OneEnquiry, { start, now }: DeskContext): Parameters<typeof actionFaults>[2] => ({
  standing: { hasOfficer: enquiry.life.officer !== undefined },
  enquiryId: enquiry.row.id,
  replyBy: enquiry.life.replyBy,
  extendedBy: longestReply(enquiry.extendedBy, enquiry.life.replyBy, enquiry.beginning),
  today: britishDateOf(now()),
  isClosed: (day) => start.closures.has(day)
});

const noteFaults = ({ text = '' }: ActionInput): ActionFault[] => (text.trim() === '' ? [{ need: 'text', rule: 'missing' }] : []);

/** Holds the form of an action, and does it: once, however often it is tried. What is typed stays until it was done. */
export function useActing(parts: Parts): Acting {
  const { enquiry, context } = parts;
  const [action, setAction] = React.useState<DeskAction | undefined>();
  const [input, setInput] = React.useState<ActionInput>({});
  const [faults, setFaults] = React.useState<readonly ActionFault[]>([]);
  const [documents, setDocuments] = React.useState<readonly ChosenDocument[]>([]);
  const [status, setStatus] = React.useState<ActingStatus>({ kind: 'idle' });
  const [done, setDone] = React.useState<DeskAction | undefined>();
  const { telling, tell, forget: forgetTelling } = useTelling(context);
  /** Tells the deed apart: the same whenever it is tried again. */
  const key = React.useRef({ key: newKey(), tried: false });
  const another = (): void => {
    key.current = { key: newKey(), tried: false };
  };
  const current = React.useRef(parts);
  current.current = parts;
  const nameOf = (of: DeskAction): string => `memberlink desk ${context.source.sitePath} ${context.start.user.id} ${enquiry.row.id} ${of}`;

  const kept = [...actionNames, 'note' as const].filter((one) => {
    const { text = '', reason = '' } = readKept<Kept>(nameOf(one))?.input ?? {};
    return text.trim() !== '' || reason.trim() !== '';
  });
  const open = (next: DeskAction): void => {
    const before = readKept<Kept>(nameOf(next));
    setAction(next);
    setInput(before?.input ?? {});
    setFaults([]);
    setDocuments([]);
    setStatus({ kind: 'idle' });
    setDone(undefined);
    forgetTelling();
    // What was tried before and may have been stored is tried again under the same key.
    if (before) key.current = { key: before.key, tried: before.tried };
    else another();
  };
  const close = (): void => {
    setAction(undefined);
    setStatus({ kind: 'idle' });
  };
  const set = (changes: Partial<ActionInput>): void =>
    setInput((before) => {
      const next = { ...before, ...changes };
      if (action) keep(nameOf(action), { input: next, ...key.current } satisfies Kept);
      return next;
    });

  const perform = async (of: DeskAction): Promise<void> => {
    const { enquiry: now, state, context: desk } = current.current;
    const { source } = desk;
    setStatus({ kind: 'sending', waits: false });
    const persistence = { ...source.persistence, waiting: () => setStatus({ kind: 'sending', waits: true }) };
    const { tried } = key.current;
    key.current.tried = true;
    keep(nameOf(of), { input, ...key.current } satisfies Kept);
    const deed = { input, actor: state.actor ?? ('colleague' as const), after: lastSeen(now), now: desk.now() };
    if (of === 'restrict') {
      const step = (one: RestrictStep): void => setStatus({ kind: 'sending', waits: false, step: one });
      const result = await restrictEnquiry({ ...source, persistence }, now, deed, step);
      state.update(result.enquiry);
      if (result.kind !== 'done') {
        setStatus(result.kind === 'changed' ? { kind: 'changed' } : { kind: 'refused', reason: result.reason });
        return;
      }
      tell('restricted', result.enquiry);
    } else if (of === 'note') {
      const result = await new EnquiryDesk({ ...source, persistence }, now).note((input.text ?? '').trim(), key.current.key, !tried);
      state.update(result.enquiry);
      if (result.kind !== 'done') {
        setStatus({ kind: 'changed' });
        return;
      }
    } else {
      const files = documents.map(({ name, file }): ActionDocument => ({
        name,
        bytes: file,
        transport: sendWithProgress((share) => setStatus({ kind: 'sending', waits: false, share }))
      }));
      const result = await new EnquiryDesk({ ...source, persistence }, now).perform({
        ...{ ...deed, action: of, key: key.current.key, documents: files },
        input: { ...input, ...(files.length > 0 ? { documents: files.map(({ name }) => name) } : {}) }
      });
      state.update(result.enquiry);
      if (result.kind !== 'done') {
        // What was written does not count: the next try is a new one, by somebody who has seen what happened.
        another();
        keep(nameOf(of), { input, ...key.current } satisfies Kept);
        setStatus(result.kind === 'changed' ? { kind: 'changed' } : { kind: 'refused', reason: result.reason });
        return;
      }
      tell(transitionOf(of).event, result.enquiry);
    }
    forget(nameOf(of));
    setAction(undefined);
    setStatus({ kind: 'idle' });
    setDone(of);
  };

  const begin = (of: DeskAction): void => {
    perform(of).catch((error: unknown) => {
      // Somebody moved it out of reach meanwhile.
      if (problemOf(error).kind === 'changed meanwhile') another();
      setStatus({ kind: 'failed', error });
    });
  };
  const send = (): void => {
    if (!action || status.kind === 'sending') return;
    const wrong = action === 'note' ? noteFaults(input) : actionFaults(action satisfies ActionName, input, checkContext(enquiry, context));
    setFaults(wrong);
    if (wrong.length > 0 || documents.some(({ fault }) => fault !== undefined)) return;
    begin(action);
  };

  return {
    ...{ action, input, faults, documents, status, done, telling, kept, open, close, set, send },
    addFiles: (files) =>
      setDocuments((before) => {
        const names = [...before.map(({ name }) => name), ...enquiry.documents.map(({ name }) => name)];
        return [
          ...before,
          ...files.map((file) => {
            const name = freeName(file.name, names);
            names.push(name);
            return { name, file, fault: documentFault({ name, size: file.size }) };
          })
        ];
      }),
    finishRestricting: () => {
      if (status.kind !== 'sending') begin('restrict');
    },
    removeFile: (name) => setDocuments((before) => before.filter((one) => one.name !== name))
  };
}
