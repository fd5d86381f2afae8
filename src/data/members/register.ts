import type { SPFI } from '@pnp/sp';
import type { Party } from '../../domain/members/party';
import { memberStatus, members as memberList } from '../../lists/members';
import { parties as partyList } from '../../lists/parties';
import { wards as wardList } from '../../lists/wards';
import { ListRows, type WriteFailure } from '../list-rows';
import { photoToRow, type SavedPhoto } from '../photos';
import { fromLines, fromText } from '../values';
import type { SitePath } from '../batch';
import { detailsToRow, lines, memberColumns, text, toRegistered, type MemberDetails, type RegisteredMember } from './member-rows';

export type { WriteFailure } from '../list-rows';
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

/** The lists Members, Wards and Parties as an import reads and writes them. */
export class MemberRegister {
  private readonly rows: ListRows;

  public constructor(sp: SPFI, sitePath: SitePath) {
    this.rows = new ListRows(sp, sitePath);
  }

  /**
   * Fails, before anything is read, for who may not change the lists. One request.
   *
   * @throws DataError "no access"
   */
  public demandWriting(): Promise<void> {
    return this.rows.demandWriting(memberList);
  }

  /** Reads everything. One request per 1,000 rows of each list; pages go by ID, so no list is too long. */
  public async read(): Promise<Register> {
    const memberRows = await this.rows.all(memberList, memberColumns);
    const wardRows = await this.rows.all(wardList, ['Id', 'Title', 'Vacancies']);
    const partyRows = await this.rows.all(partyList, ['Title', 'Spellings', 'Colour']);
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
    const failures = await this.rows.write(
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
    return this.rows.write(
      { list: wardList, kind: 'ward ' },
      wards,
      ({ name }) => name,
      (items, { id, vacancies }) => items.getById(id).update({ Vacancies: vacancies }),
      done
    );
  }

  /** Adds serving members. One request per 50. */
  public addMembers(members: { modernGovId: string; details: MemberDetails }[], done: (count: number) => void): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: memberList, kind: '' },
      members,
      ({ details }) => details.name,
      (items, { modernGovId, details }) =>
        items.add({ ...detailsToRow(details), ModernGovId: fromText(modernGovId), Status: memberStatus.serving }),
      done
    );
  }

  /** Changes what differs, and whether a member serves. One request per 50. */
  public updateMembers(
    members: { id: number; name: string; changes: Partial<MemberDetails>; serving?: boolean; modernGovId?: string | null }[],
    done: (count: number) => void
  ): Promise<WriteFailure[]> {
    return this.rows.write(
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
  public setPhotos(photos: readonly SavedPhoto[]): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: memberList, kind: 'photograph of ' },
      photos,
      ({ name }) => name,
      (items, photo) => items.getById(photo.id).update(photoToRow(photo)),
      () => undefined
    );
  }

  /** Adds parties to the table that owners extend. One request per 50. */
  public addParties(parties: readonly Party[]): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: partyList, kind: 'party ' },
      [...parties],
      ({ name }) => name,
      (items, { name, spellings, colour }) => items.add({ Title: name, Spellings: fromLines(spellings), Colour: colour }),
      () => undefined
    );
  }
}
