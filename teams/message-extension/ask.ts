import type { SPFI } from '@pnp/sp';
import type { PlainDate } from '../../src/domain/members/term';
import type { Links } from './links';
import type { Log } from './log';
import type { NoticeRate } from './notice-rate';
import type { Readings } from './readings';
import type { SignedIn } from './sign-in/types';

/** What a command works with: who asks, SharePoint as them, and until when they wait. */
export interface Ask {
  as: SignedIn;
  /** SharePoint as who asks. Its requests end when nobody waits for them any more. */
  sp: SPFI;
  sitePath: string;
  siteUrl: string;
  /** Where Microsoft Graph is. */
  graphUrl: string;
  /** What was read for this person in the last minute. */
  readings: Readings;
  links: Links;
  /** Nobody waits any more: a later search took its place, or Teams' time is over. */
  signal: AbortSignal;
  now: Date;
  today: PlainDate;
  log: Log;
  noticeRate: NoticeRate;
  /** SharePoint wants to be left alone for a time, in milliseconds. */
  turnedAway(wait: number): void;
}
