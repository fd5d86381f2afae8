import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import { DataError } from '../../domain/dataProblem';
import type { EnquiryAnswers } from '../../domain/enquiries/answers';
import type { EnquiryFolder } from '../../domain/enquiries/folders';
import { draftState, enquiryDrafts as draftList } from '../../lists/enquiry-drafts';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { readTogether, type SitePath } from '../batch';
import { isNotFound, toDataError } from '../errors';
import { claimOf, isFresh, isHeld, ownsClaim } from './claim';
import type { Draft } from './draft-rows';
import { answersToRow, Drafts, sameAnswers } from './drafts';
import { folderUrl, idsWith } from './folder-items';
import { persist, type Persistence } from './persist';

/** A row that an enquiry becomes. */
export interface KeyedRow {
  key: string;
  folder: EnquiryFolder;
}

/** Whoever claims a draft. */
export interface Claimant {
  userId: number;
  /** Tells windows apart: the same whenever this one tries again, also after it was loaded again. */
  window: string;
  now(): Date;
  persistence: Persistence;
  /** Another window sends it, and is waited for. */
  onHeld(): void;
}

/** How long it is between two looks at what another window does. In milliseconds. */
const lookAgainAfter = 2_000;

/** A draft that this window may send. */
export class ClaimedDraft {
  private constructor(
    private readonly drafts: Drafts,
    private readonly draftId: number,
    private readonly claimant: Claimant,
    private claim: string
  ) {}

  /**
   * Claims a draft under its ETag, and looks for what there is already of its enquiry. One request where nobody else
   * claims it.
   *
   * @returns IDs of the rows that there are by key; without `claimed` the enquiry was sent whole by another window
   * @throws DataError "changed meanwhile" where another window changed or deleted the draft
   */
  public static async of(
    sp: SPFI,
    sitePath: SitePath,
    { draft, answers, rows }: { draft: Draft; answers: EnquiryAnswers; rows: readonly KeyedRow[] },
    claimant: Claimant
  ): Promise<{ found: Map<string, number>; claimed?: ClaimedDraft }> {
    const { window, now, persistence, onHeld } = claimant;
    const drafts = new Drafts(sp, sitePath, claimant.userId);
    let { etag } = draft;
    for (;;) {
      const claim = claimOf(window, now());
      const { taken, found } = await persist(persistence, () => tryClaim(sp, sitePath, { draft, etag, claim, answers, rows }));
      if (taken) return { found, claimed: new ClaimedDraft(drafts, draft.id, claimant, claim) };
      for (;;) {
        const current = await persist(persistence, () => drafts.read(draft.id));
        if (!current) {
          // Sent by another window, or deleted.
          const sent = await persist(persistence, () => findRows(sp, sitePath, rows));
          if (rows.every(({ key }) => sent.has(key))) return { found: sent };
          throw new DataError({ kind: 'changed meanwhile' });
        }
        // Other answers were saved since: somebody has to look at them.
        if (!current.isSending || !sameAnswers(current.answers, answers)) throw new DataError({ kind: 'changed meanwhile' });
        ({ etag } = current);
        if (!isHeld(current.claim, window, now())) break;
        if (!ownsClaim(current.claim, window)) onHeld();
        await persistence.wait(lookAgainAfter);
      }
    }
  }

  /** Gives the draft back, to be changed: nothing was created of it. */
  public async release(): Promise<void> {
    const current = await this.drafts.read(this.draftId);
    if (current && ownsClaim(current.claim, this.claimant.window)) await this.drafts.release(current);
  }

  /**
   * Makes sure that nobody else sends the draft, before something is created. No request while the claim is fresh, else
   * two.
   *
   * @throws DataError "changed meanwhile" where another window took it over
   */
  public async demand(): Promise<void> {
    const { window, now } = this.claimant;
    if (isFresh(this.claim, now())) return;
    const current = await this.drafts.read(this.draftId);
    if (!current || !ownsClaim(current.claim, window)) throw new DataError({ kind: 'changed meanwhile' });
    const claim = claimOf(window, now());
    await this.drafts.renew(current, claim);
    this.claim = claim;
  }
}

/** IDs of rows by key, the lowest where there are several. One request. */
export async function findRows(sp: SPFI, sitePath: SitePath, rows: readonly KeyedRow[]): Promise<Map<string, number>> {
  const ids = await readTogether<number[][]>(
    sp,
    sitePath,
    ({ list, add }) =>
      rows.map(({ key, folder }) =>
        add(enquiryList, idsWith(list(enquiryList), folderUrl(sitePath, enquiryList, folder), 'SubmissionKey', key))
      ),
    enquiryList
  );
  return byKey(rows, ids);
}

const byKey = (rows: readonly KeyedRow[], ids: readonly number[][]): Map<string, number> =>
  new Map(rows.flatMap(({ key }, index): [string, number][] => (ids[index]?.[0] === undefined ? [] : [[key, ids[index][0]]])));

/** Claims and looks in one request. A claim that comes too late is none. */
async function tryClaim(
  sp: SPFI,
  sitePath: SitePath,
  { draft, etag, claim, answers, rows }: { draft: Draft; etag: string; claim: string; answers: EnquiryAnswers; rows: readonly KeyedRow[] }
): Promise<{ taken: boolean; found: Map<string, number> }> {
  const [taken, ...ids] = await readTogether<[boolean, ...number[][]]>(
    sp,
    sitePath,
    ({ list, add, web }) => [
      web
        .getList(`${sitePath}/${draftList.url}`)
        .items.getById(draft.id)
        .update({ State: draftState.sending, Claim: claim, ...answersToRow(answers) }, etag)
        .then(
          () => true,
          (error: unknown) => {
            const failure = toDataError(error, draftList.title);
            if (failure.problem.kind === 'changed meanwhile' || isNotFound(error)) return false;
            throw failure;
          }
        ),
      ...rows.map(({ key, folder }) =>
        add(enquiryList, idsWith(list(enquiryList), folderUrl(sitePath, enquiryList, folder), 'SubmissionKey', key))
      )
    ],
    enquiryList
  );
  return { taken, found: byKey(rows, ids) };
}
