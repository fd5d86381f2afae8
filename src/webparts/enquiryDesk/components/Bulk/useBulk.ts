import * as React from 'react';
import { EnquiryDesk } from '../../../../data/desk/act';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { actionFaults, transitionOf, type ActionFault, type ActionInput, type ActionName } from '../../../../domain/enquiries/life';
import { newKey } from '../../../../ui/newKey';
import type { DeskContext } from '../EnquiryDesk';

/** What can be done with several enquiries at once. */
export const bulkActions = ['acknowledge', 'assign', 'close'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** What became of one of them. */
export type BulkResult = 'waits' | 'done' | 'changed' | 'refused' | 'failed';

export interface Bulk {
  action: BulkAction | undefined;
  input: ActionInput;
  faults: readonly ActionFault[];
  /** The enquiries with which it is done, as they were when it began; none before. */
  sent: readonly EnquirySummary[];
  /** By the ID of the enquiry, once it has begun. */
  results: ReadonlyMap<number, BulkResult>;
  busy: boolean;
  open(action: BulkAction | undefined): void;
  set(changes: Partial<ActionInput>): void;
  send(): void;
}

/** Does the same with several enquiries, one after the other, each once. What failed can be tried again by itself. */
export function useBulk({ source, access, now }: DeskContext, chosen: readonly EnquirySummary[], onDone: () => void): Bulk {
  const [action, setAction] = React.useState<BulkAction | undefined>();
  const [input, setInput] = React.useState<ActionInput>({});
  const [faults, setFaults] = React.useState<readonly ActionFault[]>([]);
  const [results, setResults] = React.useState<ReadonlyMap<number, BulkResult>>(new Map());
  const [sent, setSent] = React.useState<readonly EnquirySummary[]>([]);
  const [busy, setBusy] = React.useState(false);
  /** One key for each enquiry, so that trying again does nothing twice. */
  const keys = React.useRef(newKey());
  const open = (next: BulkAction | undefined): void => {
    setAction(next);
    setInput({});
    setFaults([]);
    setResults(new Map());
    setSent([]);
    keys.current = newKey();
  };
  const run = async (of: BulkAction, rows: readonly EnquirySummary[]): Promise<void> => {
    const actor = access.restricts ? 'restricted' : 'handler';
    const known = new Map<number, BulkResult>(rows.map(({ id }) => [id, results.get(id) === 'done' ? 'done' : 'waits']));
    const put = (id: number, result: BulkResult): void => {
      known.set(id, result);
      setResults(new Map(known));
    };
    setResults(new Map(known));
    for (const row of rows) {
      if (known.get(row.id) === 'done') continue;
      try {
        const key = `${keys.current}-${row.id}`;
        const done = await new EnquiryDesk(source, { row }).perform({
          action: of,
          input,
          actor,
          key,
          after: row.counted,
          documents: [],
          now: now()
        });
        put(row.id, done.kind);
      } catch {
        // Which one it was stands beside it; the others go on.
        put(row.id, 'failed');
      }
    }
    onDone();
  };
  const send = (): void => {
    if (!action || busy) return;
    const wrong = actionFaults(action satisfies ActionName, input, {
      ...{ standing: { hasOfficer: chosen.some(({ officer }) => officer !== undefined) }, enquiryId: 0, replyBy: undefined },
      ...{ extendedBy: undefined, today: '', isClosed: () => false }
    }).filter(({ need }) => [...transitionOf(action).needs, ...(transitionOf(action).optional ?? [])].includes(need));
    setFaults(wrong);
    if (wrong.length > 0) return;
    // Trying again is for those with which it began, with the words that it began with.
    const rows = sent.length > 0 ? sent : chosen;
    setSent(rows);
    setBusy(true);
    run(action, rows).then(
      () => setBusy(false),
      () => setBusy(false)
    );
  };
  return { action, input, faults, sent, results, busy, open, set: (changes) => setInput((before) => ({ ...before, ...changes })), send };
}
