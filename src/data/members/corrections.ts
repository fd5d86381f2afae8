import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import {
  correctableDetails,
  isOneLine,
  textOf,
  tidyLines,
  type CorrectedDetail,
  type Correction,
  type CorrectionState,
  type Suggestion
} from '../../domain/members/correction';
import type { Member } from '../../domain/members/member';
import { correctionState, corrections as correctionList } from '../../lists/corrections';
import { members as memberList } from '../../lists/members';
import { toDataError } from '../errors';
import { fromText, toText } from '../values';
import { memberColumns, memberExpansions, toMember, type MemberRow } from './profile-rows';
import type { SitePath } from './batch';

interface CorrectionRow {
  Id: number;
  'odata.etag': string;
  Member?: { Id: number; Title: string } | null;
  Detail: string | null;
  Before: string | null;
  Proposed: string | null;
  Remark: string | null;
  State: string | null;
  Answer: string | null;
  Author?: { Title: string } | null;
  Created: string;
}

type Items = ReturnType<SPFI['web']['getList']>['items'];

/** A row that is only counted. */
export interface CountedRow {
  Id: number;
}

/** More open suggestions than anybody reads at once. */
const mostShown = 100;

/** Asks for the open suggestions that the reader sees, to count them. */
export const openCount = (items: Items): Promise<CountedRow[]> =>
  items.select('Id').filter(`State eq '${correctionState.open}'`).top(mostShown)<CountedRow[]>();

const states: Record<string, CorrectionState> = { [correctionState.applied]: 'applied', [correctionState.declined]: 'declined' };

const toDetail = (text: string): CorrectedDetail => correctableDetails.find((detail) => detail === text) ?? 'Other';

const toCorrection = (row: CorrectionRow): Correction => ({
  id: row.Id,
  etag: row['odata.etag'],
  member: { id: row.Member?.Id ?? 0, name: toText(row.Member?.Title) },
  detail: toDetail(toText(row.Detail)),
  before: toText(row.Before),
  proposed: toText(row.Proposed),
  remark: toText(row.Remark),
  state: states[toText(row.State)] ?? 'open',
  answer: toText(row.Answer),
  author: toText(row.Author?.Title),
  created: new Date(row.Created)
});

/** What became of the press of a button. */
export type Applied =
  | { kind: 'done' }
  /** The profile says something else than when the change was suggested: nothing was written. */
  | { kind: 'changed meanwhile'; now: string }
  /** Another owner was first: nothing was written. */
  | { kind: 'handled already' };

/** Suggested changes to profiles. Everybody sees their own, owners all: SharePoint decides (item-level security). */
export class Corrections {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath
  ) {}

  /** Suggestions for one member, the latest first. One request. */
  public ofMember(memberId: number): Promise<Correction[]> {
    return this.read(`MemberId eq ${memberId}`, false);
  }

  /** Suggestions that wait for an owner, the oldest first. One request. */
  public open(): Promise<Correction[]> {
    return this.read(`State eq '${correctionState.open}'`, true);
  }

  /** Adds a suggestion. One request. */
  public async add(member: Member, title: string, { detail, proposed, remark }: Suggestion): Promise<void> {
    const wanted = detail === 'Other' ? '' : tidyLines(proposed);
    await this.items()
      .add({
        Title: title.slice(0, 255),
        MemberId: member.id,
        Detail: detail,
        Before: fromText(textOf(member, detail)),
        Proposed: fromText(wanted),
        Remark: fromText(remark.trim()),
        State: correctionState.open
      })
      .catch((error: unknown) => {
        throw toDataError(error, correctionList.title);
      });
  }

  /**
   * Writes what was suggested into the profile, and says so to who suggested it. Four requests: the profile is read, the
   * suggestion is claimed under its ETag (so that one that somebody else has closed or changed is not carried out), the
   * profile is written, the suggestion is closed. A stop in between leaves a suggestion that is open; applying it again
   * writes what is not yet true and closes it.
   *
   * @param force write even if the profile says something else than when the change was suggested
   */
  public async apply(correction: Correction, answer: string, force = false): Promise<Applied> {
    const { detail, before, proposed } = correction;
    if (detail !== 'Other') {
      const item = this.sp.web.getList(`${this.sitePath}/${memberList.url}`).items.getById(correction.member.id);
      const row = await item
        .select(...memberColumns)
        .expand(...memberExpansions)<MemberRow & { 'odata.etag': string }>()
        .catch((error: unknown) => {
          throw toDataError(error, memberList.title);
        });
      const now = textOf(toMember(row), detail);
      if (!force && tidyLines(now) !== tidyLines(before) && tidyLines(now) !== proposed) return { kind: 'changed meanwhile', now };
      if (tidyLines(now) !== proposed) {
        const claimed = await this.claim(correction, answer);
        if (!claimed) return { kind: 'handled already' };
        correction = claimed;
        const value = isOneLine(detail) ? proposed.replace(/\n/g, ' ') : proposed;
        const written = await this.unlessChanged(item.update({ [detail]: fromText(value) }, row['odata.etag']), memberList.title);
        // Somebody changed the profile between the two requests: it has to be looked at again.
        if (!written) return this.apply(correction, answer, force);
      }
    }
    return this.close(correction, correctionState.applied, answer);
  }

  /** Closes a suggestion that is not followed. One request. */
  public decline(correction: Correction, answer: string): Promise<Applied> {
    return this.close(correction, correctionState.declined, answer);
  }

  /** Marks a suggestion as somebody's who works on it; nothing if it is not as it was read. One request. */
  private async claim(correction: Correction, answer: string): Promise<Correction | undefined> {
    let etag = '';
    const update = this.items()
      .getById(correction.id)
      .update({ Answer: fromText(answer.trim()) }, correction.etag)
      .then((written: { etag: string }) => {
        ({ etag } = written);
      });
    return (await this.unlessChanged(update, correctionList.title)) ? { ...correction, etag } : undefined;
  }

  private async close({ id, etag }: Correction, state: string, answer: string): Promise<Applied> {
    const update = this.items()
      .getById(id)
      .update({ State: state, Answer: fromText(answer.trim()) }, etag);
    return { kind: (await this.unlessChanged(update, correctionList.title)) ? 'done' : 'handled already' };
  }

  /** Whether a change was written: not if the row changed since it was read. */
  private unlessChanged(update: Promise<unknown>, list: string): Promise<boolean> {
    return update.then(
      () => true,
      (error: unknown) => {
        const { problem } = toDataError(error, list);
        if (problem.kind === 'other' && problem.status === 412) return false;
        throw toDataError(error, list);
      }
    );
  }

  private items(): Items {
    return this.sp.web.getList(`${this.sitePath}/${correctionList.url}`).items;
  }

  private async read(filter: string, oldestFirst: boolean): Promise<Correction[]> {
    const rows = await this.items()
      .select('Id', 'Member/Id', 'Member/Title', 'Detail', 'Before', 'Proposed', 'Remark', 'State', 'Answer', 'Author/Title', 'Created')
      .expand('Member', 'Author')
      .filter(filter)
      .orderBy('ID', oldestFirst)
      .top(mostShown)<CorrectionRow[]>()
      .catch((error: unknown) => {
        throw toDataError(error, correctionList.title);
      });
    return rows.map(toCorrection);
  }
}
