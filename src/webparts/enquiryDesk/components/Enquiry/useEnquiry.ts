import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { lastSeen } from '../../../../data/desk/act';
import { readOneEnquiry, type OneEnquiry, type Place } from '../../../../data/desk/one-enquiry';
import { markSeen, ownFolders } from '../../../../data/desk/own-enquiries';
import { britishDateOf } from '../../../../domain/dates';
import { actorOf } from '../../../../domain/enquiries/desk';
import { actionsFor, isPastOpenDays, type ActionName, type Actor } from '../../../../domain/enquiries/life';
import { readOnce } from '../../../../ui/reading';
import type { DeskContext } from '../EnquiryDesk';

/** One enquiry as it is shown. */
export interface EnquiryState {
  /** Null where there is none that the user may see. */
  reading: SWRResponse<OneEnquiry | null, unknown>;
  /** As whom the user acts; undefined for who only reads. */
  actor: Actor | undefined;
  /** What they can do now. */
  actions: readonly ActionName[];
  /** Shows what became of it. */
  update(enquiry: OneEnquiry): void;
}

/** Where somebody may find an enquiry by its address. */
const placesFor = ({ start, access }: DeskContext): Place[] =>
  start.self && !access.handles && !access.restricts ? ownFolders(start.self) : ['anywhere'];

/** Reads an enquiry, and keeps for a member that they have seen it. */
export function useEnquiry(context: DeskContext, id: number): EnquiryState {
  const { source, start, access, now } = context;
  const { sp, sitePath } = source;
  const reading = useSWR<OneEnquiry | null, unknown>(
    ['enquiry', sitePath, id],
    async () => (await readOneEnquiry(sp, sitePath, id, placesFor(context), start, source.kinds)) ?? null,
    { ...readOnce, revalidateOnMount: true }
  );
  const enquiry = reading.data;
  const actor = enquiry ? actorOf(enquiry.row, start.self, access) : undefined;
  const seen = enquiry ? lastSeen(enquiry) : 0;
  const { user } = start;
  React.useEffect(() => {
    if (!enquiry || (actor !== 'member' && actor !== 'colleague')) return;
    // What one has written, or seen, is no news.
    const own = enquiry.messages.filter(({ authorId }) => authorId === user.id);
    const known = Math.max(0, ...own.map((one) => (one.event === 'seen' ? (one.details.upTo ?? 0) : one.id)));
    if (known >= seen) return;
    // It is a convenience: where it fails, the enquiry stays marked as new.
    markSeen(sp, sitePath, enquiry.row, user.id, seen).catch(() => undefined);
  }, [enquiry, actor, seen, user.id, sp, sitePath]);
  const standing = enquiry && {
    ...{ state: enquiry.life.state, isOfficers: enquiry.beginning.isOfficers, isRestricted: enquiry.beginning.isRestricted },
    ...{ hasOfficer: enquiry.life.officer !== undefined, isPastOpenDays: isPastOpenDays(enquiry.life, britishDateOf(now())) }
  };
  return {
    ...{ reading, actor },
    actions: actor && standing ? actionsFor(actor, standing) : [],
    update: (changed) => {
      reading.mutate(changed, { revalidate: false }).catch(() => undefined);
    }
  };
}
