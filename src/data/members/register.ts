import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { Party } from '../../domain/members/party';
import type { ListDefinition } from '../../lists/definition';
import { memberStatus, members as memberList } from '../../lists/members';
import { parties as partyList } from '../../lists/parties';
import { wards as wardList } from '../../lists/wards';
import { DataError, toDataError } from '../errors';
import { fromLines } from '../values';
import type { SitePath } from './batch';
import { detailsToRow, lines, memberColumns, text, toRegistered, type MemberDetails, type RegisteredMember, type Row } from './member-rows';

export type { MemberDetails, RegisteredMember } from './member-rows';

/** A row of the list Wards. */
export interface RegisteredWard {
  id: number;
  name: string;
  vacancies: number;
}

/** Everything that an import needs to know of the lists before it changes them. */
export interface Register {
  members: RegisteredMember[];
  wards: RegisteredWard[];
  parties: Party[];
}

/** A change that failed: the others go on. */
export interface WriteFailure {
  /** Kind and name of the row, for people. */
  what: string;
  name: string;
  reason: string;
}

/** SharePoint's bits for adding and editing items, in the lower half of a permission mask. */
const addAndEditItems = 0x6;

/** SharePoint takes up to 1,000 requests in a batch; smaller ones show progress and can be repeated cheaply. */
const requestsInBatch = 50;

/** The lists Members, Wards and Parties as an import reads and writes them. */
export class MemberRegister {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath
  ) {}

  /**
   * Fails, before anything is read, for who may not change the lists. One request.
   *
   * @throws DataError "no access"
   */
  public async demandWriting(): Promise<void> {
    const list = this.sp.web.getList(`${this.sitePath}/${memberList.url}`);
    const allowed = await list
      .select('EffectiveBasePermissions')<{ EffectiveBasePermissions: { Low: string } }>()
      .catch((error: unknown) => {
        throw toDataError(error, memberList.title);
      });
    const mask = Number(allowed.EffectiveBasePermissions.Low);
    if ((mask & addAndEditItems) !== addAndEditItems) throw new DataError({ kind: 'no access', list: memberList.title });
  }

  /** Reads everything. One request per 1,000 rows of each list; pages go by ID, so no list is too long. */
  public async read(): Promise<Register> {
    const memberRows = await this.all(memberList, memberColumns);
    const wardRows = await this.all(wardList, ['Id', 'Title', 'Vacancies']);
    const partyRows = await this.all(partyList, ['Title', 'Spellings', 'Colour']);
    return {
      members: memberRows.map(toRegistered),
      wards: wardRows.map((row) => ({ id: Number(row.Id), name: text(row, 'Title'), vacancies: Number(row.Vacancies ?? 0) })),
      parties: partyRows.map((row) => ({ name: text(row, 'Title'), spellings: lines(row, 'Spellings'), colour: text(row, 'Colour') }))
    };
  }

  /** Adds wards; answers their IDs by name in lower case. One request per 50. */
  public async addWards(
    wards: { name: string; vacancies: number }[],
    done: (count: number) => void
  ): Promise<{ ids: Map<string, number>; failures: WriteFailure[] }> {
    const ids = new Map<string, number>();
    const failures = await this.inBatches(
      { list: wardList, kind: 'ward ' },
      wards,
      ({ name }) => name,
      (items, { name, vacancies }) =>
        items.add({ Title: name, Vacancies: vacancies }).then((row: unknown) => {
          ids.set(name.toLowerCase(), (row as { Id: number }).Id);
        }),
      done
    );
    return { ids, failures };
  }

  /** Changes the numbers of vacant seats. One request per 50. */
  public updateVacancies(wards: { id: number; name: string; vacancies: number }[], done: (count: number) => void): Promise<WriteFailure[]> {
    return this.inBatches(
      { list: wardList, kind: 'ward ' },
      wards,
      ({ name }) => name,
      (items, { id, vacancies }) => items.getById(id).update({ Vacancies: vacancies }),
      done
    );
  }

  /** Adds serving members. One request per 50. */
  public addMembers(members: { modernGovId: string; details: MemberDetails }[], done: (count: number) => void): Promise<WriteFailure[]> {
    return this.inBatches(
      { list: memberList, kind: '' },
      members,
      ({ details }) => details.name,
      (items, { modernGovId, details }) => items.add({ ...detailsToRow(details), ModernGovId: modernGovId, Status: memberStatus.serving }),
      done
    );
  }

  /** Changes what differs, and whether a member serves. One request per 50. */
  public updateMembers(
    members: { id: number; name: string; changes: Partial<MemberDetails>; serving?: boolean; modernGovId?: string | null }[],
    done: (count: number) => void
  ): Promise<WriteFailure[]> {
    return this.inBatches(
      { list: memberList, kind: '' },
      members,
      ({ name }) => name,
      (items, { id, changes, serving, modernGovId }) =>
        items.getById(id).update({
          ...detailsToRow(changes),
          ...(modernGovId === undefined ? {} : { ModernGovId: modernGovId }),
          ...(serving === undefined ? {} : { Status: serving ? memberStatus.serving : memberStatus.former })
        }),
      done
    );
  }

  /** Points members to their photographs. One request per 50. */
  public setPhotos(
    photos: { id: number; name: string; url: string; source: string }[],
    done: (count: number) => void
  ): Promise<WriteFailure[]> {
    return this.inBatches(
      { list: memberList, kind: 'photograph of ' },
      photos,
      ({ name }) => name,
      (items, { id, name, url, source }) =>
        items.getById(id).update({ Photo: { Url: url, Description: `Photograph of ${name}` }, PhotoSource: source }),
      done
    );
  }

  /** Adds parties to the table that owners extend. One request per 50. */
  public addParties(parties: readonly Party[]): Promise<WriteFailure[]> {
    return this.inBatches(
      { list: partyList, kind: 'party ' },
      [...parties],
      ({ name }) => name,
      (items, { name, spellings, colour }) => items.add({ Title: name, Spellings: fromLines(spellings), Colour: colour }),
      () => undefined
    );
  }

  private items(list: ListDefinition, sp: SPFI = this.sp): ReturnType<SPFI['web']['getList']>['items'] {
    return sp.web.getList(`${this.sitePath}/${list.url}`).items;
  }

  private async all(list: ListDefinition, columns: string[]): Promise<Row[]> {
    const rows: Row[] = [];
    try {
      for await (const page of this.items(list)
        .select(...columns)
        .orderBy('ID')
        .top(1000) as AsyncIterable<Row[]>)
        rows.push(...page);
    } catch (error) {
      throw toDataError(error, list.title);
    }
    return rows;
  }

  /** @param target the list, and what its rows are called in front of their names */
  private async inBatches<T>(
    { list, kind }: { list: ListDefinition; kind: string },
    changes: T[],
    nameOf: (change: T) => string,
    write: (items: ReturnType<MemberRegister['items']>, change: T) => Promise<unknown>,
    done: (count: number) => void
  ): Promise<WriteFailure[]> {
    const failures: WriteFailure[] = [];
    for (let from = 0; from < changes.length; from += requestsInBatch) {
      const part = changes.slice(from, from + requestsInBatch);
      const [batch, execute] = this.sp.batched({ maxRequests: requestsInBatch });
      // A PnPjs object serves one request of a batch only, so every change gets its own.
      const written = part.map((change) =>
        write(this.items(list, batch), change).catch((error: unknown) => {
          const { problem } = toDataError(error, list.title);
          // What is wrong with one row does not stop the others; what is wrong with the list or the connection does.
          if (problem.kind !== 'other') throw new DataError(problem);
          failures.push({ what: `${kind}${nameOf(change)}`, name: nameOf(change), reason: problem.message });
        })
      );
      // Parts of a batch that fails as a whole never settle, so its own failure has to end the wait.
      await Promise.all([execute(), ...written]).catch((error: unknown) => {
        throw toDataError(error, list.title);
      });
      done(part.length);
    }
    return failures;
  }
}
