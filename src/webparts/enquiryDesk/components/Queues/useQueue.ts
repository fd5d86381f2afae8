import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { catchUp } from '../../../../data/desk/catch-up';
import { readCountable } from '../../../../data/desk/counts';
import { Queues, type QueuePage } from '../../../../data/desk/queues';
import { britishDateOf } from '../../../../domain/dates';
import { countsOf, type EnquirySummary, type QueueChoice, type QueueCounts } from '../../../../domain/enquiries/desk';
import { readAgain, readOnce } from '../../../../ui/reading';
import type { DeskContext } from '../EnquiryDesk';

/** A queue as far as it was read. */
export interface QueueState {
  reading: SWRResponse<QueuePage, unknown>;
  rows: readonly EnquirySummary[];
  counts: QueueCounts | undefined;
  more: { kind: 'none' } | { kind: 'there'; load(): void } | { kind: 'reading' } | { kind: 'failed'; error: unknown; load(): void };
  /** Reads the queue and the counts again. */
  refresh(): void;
}

/**
 * The first page of a queue at once; then what members wrote meanwhile is counted in, and how many there are in each
 * queue.
 */
export function useQueue({ source, start, access, now, moved }: DeskContext, choice: QueueChoice): QueueState {
  const { sp, sitePath } = source;
  const queues = React.useMemo(() => new Queues(sp, sitePath), [sp, sitePath]);
  const today = britishDateOf(now());
  const { officerId, ownServices } = start;
  const reader = { officerId, ownServices, today };
  const name = JSON.stringify(choice);
  const reading = useSWR<QueuePage, unknown>(
    ['queue', sitePath, name, today],
    () => queues.page(choice, reader, undefined, access.lastEnquiry),
    readOnce
  );
  const counting = useSWR<QueueCounts | null, unknown>(
    reading.data ? ['queue counts', sitePath, today] : null,
    async () => {
      const rows = await readCountable(sp, sitePath);
      return rows ? countsOf(rows, reader) : null;
    },
    readOnce
  );
  /** Pages after the first, by queue: one that comes late belongs to the queue that asked for it. */
  const [further, setFurther] = React.useState<Readonly<Record<string, readonly QueuePage[]>>>({});
  const [latest, setLatest] = React.useState<{ name: string; state: 'no' | 'yes' | { error: unknown } }>({ name, state: 'no' });
  // Of another queue nothing is loading here.
  const loading = latest.name === name ? latest.state : 'no';
  const pages = further[name] ?? [];
  /** Reads again what is shown, page by page: nothing that somebody looks at goes away meanwhile. */
  const readPages = async (): Promise<void> => {
    const again: QueuePage[] = [];
    let next = (await reading.mutate())?.next;
    while (next && again.length < pages.length) {
      const page = await queues.page(choice, reader, next, access.lastEnquiry);
      again.push(page);
      next = page.next;
    }
    setFurther((before) => ((before[name] ?? []).length > pages.length ? before : { ...before, [name]: again }));
  };
  const refresh = (): void => {
    // What could not be read again is shown as it was; of the first page it is said.
    readPages().catch(() => undefined);
    readAgain(counting);
  };
  const isRead = reading.data !== undefined;
  const current = React.useRef(refresh);
  current.current = refresh;
  React.useEffect(() => {
    // One comes back from an enquiry, in which something may have been done.
    if (moved) current.current();
  }, []);
  React.useEffect(() => {
    if (!isRead || !access.handles) return;
    catchUp(source, access.lastMessage).then(
      (brought) => {
        if (brought > 0) current.current();
      },
      // The next who opens the desk does it: the queue is shown all the same.
      () => undefined
    );
  }, [isRead, source, access]);
  const last = pages[pages.length - 1] ?? reading.data;
  const load = (): void => {
    const next = last?.next;
    if (!next || loading === 'yes') return;
    setLatest({ name, state: 'yes' });
    queues.page(choice, reader, next, access.lastEnquiry).then(
      (page) => {
        setFurther((before) => ({ ...before, [name]: [...(before[name] ?? []), page] }));
        setLatest({ name, state: 'no' });
      },
      (error: unknown) => setLatest({ name, state: { error } })
    );
  };
  const known = new Map([...(reading.data?.rows ?? []), ...pages.flatMap(({ rows }) => rows)].map((row) => [row.id, row]));
  return {
    reading,
    rows: [...known.values()],
    counts: counting.data ?? undefined,
    more:
      last?.next === undefined
        ? { kind: 'none' }
        : loading === 'yes'
          ? { kind: 'reading' }
          : typeof loading === 'object'
            ? { kind: 'failed', error: loading.error, load }
            : { kind: 'there', load },
    refresh
  };
}
