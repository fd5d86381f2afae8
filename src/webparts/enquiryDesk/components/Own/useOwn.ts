import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { ownFolders, readOwnEnquiries, type OwnEnquiries } from '../../../../data/desk/own-enquiries';
import { Queues, type QueueCursor } from '../../../../data/desk/queues';
import { britishDateOf } from '../../../../domain/dates';
import type { DeskMember, EnquirySummary } from '../../../../domain/enquiries/desk';
import { readOnce } from '../../../../ui/reading';
import type { DeskContext } from '../EnquiryDesk';

/** Enquiries of a member that are over, page by page. */
export interface Earlier {
  rows: readonly EnquirySummary[];
  /** Undefined until they were asked for. */
  state: 'not asked' | 'reading' | 'read' | { error: unknown };
  hasMore: boolean;
  more(): void;
}

interface Page {
  rows: readonly EnquirySummary[];
  cursors: (QueueCursor | undefined | 'begin')[];
}

/** What a member sees at the desk: what is not over at once, and what is when it is asked for. */
export function useOwn(
  { source, start, now }: DeskContext,
  self: DeskMember
): { reading: SWRResponse<OwnEnquiries, unknown>; earlier: Earlier } {
  const { sp, sitePath } = source;
  const reading = useSWR<OwnEnquiries, unknown>(
    ['own enquiries', sitePath, self.id],
    () => readOwnEnquiries(sp, sitePath, self, start.user.id, britishDateOf(now())),
    readOnce
  );
  const folders = ownFolders(self);
  const [state, setState] = React.useState<Earlier['state']>('not asked');
  const [page, setPage] = React.useState<Page>({ rows: [], cursors: folders.map(() => 'begin') });
  const readMore = async (): Promise<void> => {
    const today = britishDateOf(now());
    const reader = { officerId: undefined, ownServices: [], today };
    const pages = await Promise.all(
      folders.map(async (folder, index) => {
        const cursor = page.cursors[index];
        if (cursor === undefined) return { rows: [] };
        return new Queues(sp, sitePath, folder).page({ queue: 'closed', filter: {} }, reader, cursor === 'begin' ? undefined : cursor);
      })
    );
    const rows = [...page.rows, ...pages.flatMap((one) => one.rows)].sort((a, b) => b.id - a.id);
    setPage({ rows, cursors: pages.map((one) => ('next' in one ? one.next : undefined)) });
  };
  const more = (): void => {
    if (state === 'reading') return;
    setState('reading');
    readMore().then(
      () => setState('read'),
      (error: unknown) => setState({ error })
    );
  };
  return { reading, earlier: { rows: page.rows, state, hasMore: page.cursors.some((cursor) => cursor !== undefined), more } };
}
