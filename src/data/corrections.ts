import type { SPFI } from '@pnp/sp';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import {
  correctableDetails,
  isOneLine,
  subjectKinds,
  textOf,
  tidyLines,
  type Applied,
  type CorrectedDetail,
  type Correction,
  type CorrectionState,
  type CorrectionStore,
  type CorrectionSubject,
  type SubjectKind,
  type Suggestion
} from '../domain/correction';
import { correctionState, corrections as correctionList } from '../lists/corrections';
import { members as memberList } from '../lists/members';
import { protocolClauses as clauseList } from '../lists/protocol-clauses';
import { officers as officerList } from '../lists/officers';
import { services as serviceList } from '../lists/services';
import type { ListDefinition } from '../lists/definition';
import { toDataError } from './errors';
import { fromText, toText } from './values';
import type { SitePath } from './batch';

/** The list of each kind of subject, and the column of Corrections that points to it. */
const subjectLists: Record<SubjectKind, { list: ListDefinition; lookup: 'Member' | 'Officer' | 'Service' | 'Clause' }> = {
  member: { list: memberList, lookup: 'Member' },
  officer: { list: officerList, lookup: 'Officer' },
  service: { list: serviceList, lookup: 'Service' },
  clause: { list: clauseList, lookup: 'Clause' }
};

interface LookupValue {
  Id: number;
  Title: string | null;
}

interface CorrectionRow {
  Id: number;
  'odata.etag': string;
  Member?: LookupValue | null;
  Officer?: LookupValue | null;
  Service?: LookupValue | null;
  Clause?: LookupValue | null;
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
  MemberId: number | null;
  OfficerId: number | null;
  ServiceId: number | null;
  ClauseId: number | null;
}

/** More open suggestions than anybody reads at once. */
const mostShown = 100;

/** Asks for the open suggestions that the reader sees, to count them. */
export const openRows = (items: Items): Promise<CountedRow[]> =>
  items.select('MemberId', 'OfficerId', 'ServiceId', 'ClauseId').filter(`State eq '${correctionState.open}'`).top(mostShown)<
    CountedRow[]
  >();

/** How many rows are about subjects of some kinds. */
export const countOf = (rows: readonly CountedRow[], kinds: readonly SubjectKind[]): number =>
  rows.filter((row) => kinds.some((kind) => row[`${subjectLists[kind].lookup}Id`])).length;

const states: Record<string, CorrectionState> = { [correctionState.applied]: 'applied', [correctionState.declined]: 'declined' };

const toDetail = (text: string, kind: SubjectKind): CorrectedDetail =>
  correctableDetails[kind].find((detail) => detail === text) ?? 'Other';

function toCorrection(row: CorrectionRow): Correction {
  const kind = subjectKinds.find((one) => row[subjectLists[one].lookup]) ?? 'member';
  const value = row[subjectLists[kind].lookup];
  return {
    id: row.Id,
    etag: row['odata.etag'],
    subject: { kind, id: value?.Id ?? 0, name: toText(value?.Title) },
    detail: toDetail(toText(row.Detail), kind),
    before: toText(row.Before),
    proposed: toText(row.Proposed),
    remark: toText(row.Remark),
    state: states[toText(row.State)] ?? 'open',
    answer: toText(row.Answer),
    author: toText(row.Author?.Title),
    created: new Date(row.Created)
  };
}

/** Suggested changes. Everybody sees their own, owners all: SharePoint decides (item-level security). */
export class Corrections implements CorrectionStore {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath
  ) {}

  /** Suggestions for one subject, the latest first. One request. */
  public of(kind: SubjectKind, id: number): Promise<Correction[]> {
    return this.read(`${subjectLists[kind].lookup}Id eq ${id}`, false);
  }

  /** Suggestions that wait for an owner, the oldest first. One request. */
  public async open(kinds: readonly SubjectKind[]): Promise<Correction[]> {
    const all = await this.read(`State eq '${correctionState.open}'`, true);
    return all.filter(({ subject }) => kinds.includes(subject.kind));
  }

  /** Adds a suggestion. One request. */
  public async add(subject: CorrectionSubject, title: string, { detail, proposed, remark }: Suggestion): Promise<void> {
    const wanted = detail === 'Other' ? '' : tidyLines(proposed);
    await this.items()
      .add({
        Title: title.slice(0, 255),
        [`${subjectLists[subject.kind].lookup}Id`]: subject.id,
        Detail: detail,
        Before: fromText(textOf(subject, detail)),
        Proposed: fromText(wanted),
        Remark: fromText(remark.trim()),
        State: correctionState.open
      })
      .catch((error: unknown) => {
        throw toDataError(error, correctionList.title);
      });
  }

  /**
   * Writes what was suggested into the subject's row, and says so to who suggested it. Four requests: the row is read, the
   * suggestion is claimed under its ETag (so that one that somebody else has closed or changed is not carried out), the
   * row is written, the suggestion is closed. A stop in between leaves a suggestion that is open; applying it again
   * writes what is not yet true and closes it.
   *
   * @param force write even if the row says something else than when the change was suggested
   */
  public async apply(correction: Correction, answer: string, force = false): Promise<Applied> {
    const { detail, before, proposed, subject } = correction;
    if (detail !== 'Other') {
      const { list } = subjectLists[subject.kind];
      const item = this.sp.web.getList(`${this.sitePath}/${list.url}`).items.getById(subject.id);
      const row = await item
        .select('Id', detail)<Record<string, unknown> & { 'odata.etag': string }>()
        .catch((error: unknown) => {
          throw toDataError(error, list.title);
        });
      const now = toText(row[detail] as string | null);
      if (!force && tidyLines(now) !== tidyLines(before) && tidyLines(now) !== proposed) return { kind: 'changed meanwhile', now };
      if (tidyLines(now) !== proposed) {
        const claimed = await this.claim(correction, answer);
        if (!claimed) return { kind: 'handled already' };
        correction = claimed;
        const value = isOneLine(detail) ? proposed.replace(/\n/g, ' ') : proposed;
        const written = await this.unlessChanged(item.update({ [detail]: fromText(value) }, row['odata.etag']), list.title);
        // Somebody changed the row between the two requests: it has to be looked at again.
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
        const failure = toDataError(error, list);
        if (failure.problem.kind === 'changed meanwhile') return false;
        throw failure;
      }
    );
  }

  private items(): Items {
    return this.sp.web.getList(`${this.sitePath}/${correctionList.url}`).items;
  }

  private async read(filter: string, oldestFirst: boolean): Promise<Correction[]> {
    const subjects = Object.values(subjectLists).map(({ lookup }) => lookup);
    const rows = await this.items()
      .select(
        'Id',
        ...subjects.flatMap((lookup) => [`${lookup}/Id`, `${lookup}/Title`]),
        ...['Detail', 'Before', 'Proposed', 'Remark', 'State', 'Answer', 'Author/Title', 'Created']
      )
      .expand(...subjects, 'Author')
      .filter(filter)
      .orderBy('ID', oldestFirst)
      .top(mostShown)<CorrectionRow[]>()
      .catch((error: unknown) => {
        throw toDataError(error, correctionList.title);
      });
    return rows.map(toCorrection);
  }
}
