import type { PlainDate } from '../../members/term';
import type { CloseOutcome } from './state';

/** What can happen to an enquiry, as the column Event of its messages says it. */
export const eventNames = [
  ...['sent', 'answer', 'information', 'withdrawn', 'settled', 'asked again', 'escalated', 'restriction asked for'],
  ...[
    'acknowledged',
    'assigned',
    'to another service',
    'question',
    'update',
    'reply',
    'extended',
    'declined',
    'linked',
    'closed',
    'reopened'
  ],
  ...['restricted', 'seen']
] as const;
export type EventName =
  | 'sent'
  | 'answer'
  | 'information'
  | 'withdrawn'
  | 'settled'
  | 'asked again'
  | 'escalated'
  | 'restriction asked for'
  | 'acknowledged'
  | 'assigned'
  | 'to another service'
  | 'question'
  | 'update'
  | 'reply'
  | 'extended'
  | 'declined'
  | 'linked'
  | 'closed'
  | 'reopened'
  | 'restricted'
  /** Somebody has seen what happened so far. It changes nothing, and is not shown. */
  | 'seen';

/** An officer, or a service, by its row; the name as it was then. */
export interface Named {
  id?: number;
  name: string;
}

/** A step of the protocol's escalation. */
export interface EscalationStep {
  /** Id of the situation in the protocol. */
  situation: string;
  title: string;
  /** The first is 0. */
  step: number;
  text: string;
}

/** What a message tells besides its text: the JSON of its column Details. Everything is optional: others may have written it. */
export interface EventDetails {
  /** ID of the last message that whoever wrote this one had seen. */
  after?: number;
  officer?: Named;
  service?: Named;
  reason?: string;
  replyBy?: PlainDate;
  /** Id and words of a ground for declining, and who decides if the member disagrees. */
  ground?: { id: string; text: string; disputeTo?: string };
  /** ID of another enquiry. */
  other?: number;
  outcome?: CloseOutcome;
  escalation?: EscalationStep;
  /** Names of documents that came with it. */
  documents?: string[];
  /** Somebody who is no member acted for the member. */
  as?: 'support';
  /** Of "restricted": path of the folder that it was in before. */
  from?: string;
  /** What has been seen: the ID of the latest message. */
  upTo?: number;
}

/** Who wrote a message, from the enquiry's side. Support acts for the member. */
export type Author = 'member' | 'colleague' | 'support' | 'officer';

/** One thing that happened to an enquiry. */
export interface EnquiryMessage {
  /** ID of its row: later ones are higher. */
  id: number;
  key: string;
  event: EventName;
  text: string;
  details: EventDetails;
  authorId: number;
  authorName: string;
  author: Author;
  created: Date;
}
