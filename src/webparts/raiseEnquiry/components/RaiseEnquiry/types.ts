import type { Draft } from '../../../../data/enquiries/draft-rows';
import type { SendStep } from '../../../../data/enquiries/send-enquiry';
import type { FormStart } from '../../../../data/enquiries/start';
import type { OpenEnquiry } from '../../../../domain/enquiries/alike';
import type { EnquiryAnswers, FieldName } from '../../../../domain/enquiries/answers';
import type { Fault } from '../../../../domain/enquiries/checks';
import type { DocumentFault } from '../../../../domain/enquiries/documents';
import type { FormContext } from '../../../../domain/enquiries/form';
import type { PageName } from '../../../../domain/enquiries/pageQuestions';
import type { Answer } from '../../../../domain/protocol/answers';
import type { Advice } from '../../../../domain/protocol/outcome';
import type { EnquiryKind } from '../../../../domain/protocol/pack';
import type { HostProps } from '../../../MemberlinkWebPart';
import type { RaiseEnquirySettings } from '../../settings';

/** What the web part hands to its screen. */
export interface RaiseEnquiryProps extends HostProps {
  /** ID of the service that it is for, where somebody came from a service or an officer. */
  forService?: number | undefined;
  settings: RaiseEnquirySettings;
}

/** Whether the answers are kept where other devices find them. */
export type Saved =
  | { kind: 'not yet' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** They are kept in this window only, until saving works again. */
  | { kind: 'failed'; error: unknown }
  /** Another window saved other answers to the same draft. */
  | { kind: 'changed elsewhere' }
  /** Another window sent or deleted it. */
  | { kind: 'gone' };

/** A document on its way to the draft, or refused. */
export interface Upload {
  name: string;
  size: number;
  state: { kind: 'sending'; share: number } | { kind: 'failed'; error: unknown } | { kind: 'refused'; fault: DocumentFault };
}

export interface DocumentsState {
  /** Names of what is attached to the draft. */
  attached: readonly string[];
  uploads: readonly Upload[];
  /** For a screen reader: what became of the last action. */
  said: string;
  add(files: readonly File[]): void;
  retry(name: string): void;
  dismiss(name: string): void;
  remove(name: string): void;
}

export type SendingState =
  { kind: 'not sent' } | { kind: 'sending'; step: SendStep; waits: boolean; share?: number } | { kind: 'failed'; error: unknown };

/** What every page of the form is shown and can do. */
export interface FormState {
  start: FormStart;
  context: FormContext;
  enquiryKind: EnquiryKind | undefined;
  answers: EnquiryAnswers;
  page: PageName;
  faults: readonly Fault[];
  /** The page changed since the form opened, so the focus has to be led. */
  moved: boolean;
  /** Advice of the protocol that the last page brought. */
  advice: readonly Advice[];
  saved: Saved;
  draft: Draft | undefined;
  documents: DocumentsState;
  sending: SendingState;
  /** Sending has begun, perhaps in another window: the answers are those that are sent, and cannot be changed any more. */
  isLocked: boolean;
  /** Open enquiries that look like the same matter. */
  alike: readonly OpenEnquiry[];
  /** What officers ask the members of the ward. */
  wardMatters: readonly OpenEnquiry[];
  /** Services and officers could not be read. */
  directoryError: unknown;
  /** Id of the element of a field. */
  idOf(field: FieldName | 'documents'): string;
  set(changes: Partial<EnquiryAnswers>): void;
  setQuestion(id: string, answer: Answer): void;
  /** Leaves the page: to the next one that is not answered, or with an error summary. */
  proceed(): void;
  addressOf(page: PageName): string;
  goTo(page: PageName): void;
  back: PageName | undefined;
  retryDirectory(): void;
  send(): void;
  /** Begins anew; what was written stays as a draft. */
  begin(): void;
  openEnquiry(enquiry: Pick<OpenEnquiry, 'id' | 'folder'>): void;
  openDrafts(): void;
  draftsAddress: string;
  /** Of two windows' answers: those of the other, or these. */
  takeOther(): void;
  keepMine(): void;
}

/** What the screen shows. */
export type RaiseEnquiryState =
  | { kind: 'loading'; slow: boolean }
  | { kind: 'problem'; error: unknown; retry: () => void }
  | { kind: 'no protocol' }
  | { kind: 'may not send'; isMember: boolean; retry: () => void }
  | { kind: 'draft gone'; begin: () => void }
  | {
      kind: 'sent';
      id: number;
      folder: string;
      /** Of a matter that went to several wards: the enquiries of the others. */
      others: readonly { id: number; folder: string }[];
      fresh: boolean;
      moved: boolean;
      begin: () => void;
      addressOf: (one: { id: number; folder: string }) => string;
      open: (one: { id: number; folder: string }) => void;
      /** Whether somebody was told in Teams of what was sent, once that is known. */
      told: () => Promise<boolean>;
    }
  | {
      kind: 'drafts';
      start: FormStart;
      moved: boolean;
      backAddress: string;
      back: () => void;
      open: (draft: Draft) => void;
      /** A draft is gone. */
      removed: (draft: Draft) => void;
    }
  | ({ kind: 'form' } & FormState);
