import type { PlainDate } from '../../members/term';
import type { EnquiryFolder } from '../folders';
import type { LifeState } from '../life/state';

/** Somebody or something by its row. */
export interface Linked {
  id: number;
  name: string;
}

/** An enquiry as its row tells: the summary that lists show. */
export interface EnquirySummary {
  id: number;
  /** Tells submissions apart. */
  key: string;
  summary: string;
  state: LifeState;
  /** Id of the kind in the protocol. */
  kind: string;
  member: Linked | undefined;
  ward: Linked | undefined;
  service: Linked | undefined;
  officer: Linked | undefined;
  /** An officer wrote it, to the members of a ward. */
  isOfficers: boolean;
  isUrgent: boolean;
  folder: EnquiryFolder;
  created: Date;
  come: PlainDate | undefined;
  acknowledgeBy: PlainDate | undefined;
  replyBy: PlainDate | undefined;
  respondBy: PlainDate | undefined;
  neededBy: PlainDate | undefined;
  openUntil: PlainDate | undefined;
  /** A member wrote since an officer did, as far as the row knows. */
  fromMember: boolean;
  /** ID of the last message that the row knows of. */
  counted: number;
}
