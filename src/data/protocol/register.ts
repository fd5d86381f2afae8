import type { SPFI } from '@pnp/sp';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import { protocolClauses as clauseList } from '../../lists/protocol-clauses';
import { protocols as protocolList, protocolState } from '../../lists/protocols';
import type { SitePath } from '../batch';
import { ListRows, type WriteFailure } from '../list-rows';
import { fromDate, toText } from '../values';
import { packColumns, type PackList, type PlainRow, type Row } from './pack-columns';
import { toPlain } from './protocol-rows';

/** A row as a load compares it. */
export interface RegisteredRow {
  id: number;
  values: PlainRow;
  /** What the last load wrote, as it keeps it; empty for a row that an owner made. */
  loaded: string;
}

/** A version of the protocol on a site. */
export interface RegisteredProtocol extends RegisteredRow {
  state: string;
}

/** A row to write: a new one without an ID. */
export interface RowToWrite {
  id?: number;
  /** For messages. */
  name: string;
  values: PlainRow;
  /** What the load keeps of what it wrote. */
  loaded: string;
}

const lists = { protocol: protocolList, clause: clauseList, kind: kindList } as const;
const words: Record<PackList, string> = { protocol: 'protocol ', clause: 'clause ', kind: 'kind of enquiry ' };

/** Dates as SharePoint takes them. */
const written = (list: PackList, values: PlainRow): Row => {
  const kinds: Record<string, string> = packColumns[list];
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      kinds[name] === 'date' ? fromDate(value === null ? undefined : String(value)) : value
    ])
  );
};

/** The lists Protocols, ProtocolClauses and EnquiryKinds as a load reads and writes them. */
export class ProtocolRegister {
  private readonly rows: ListRows;

  public constructor(sp: SPFI, sitePath: SitePath) {
    this.rows = new ListRows(sp, sitePath);
  }

  /** Fails for who may not change the lists. Three requests. */
  public async demandWriting(): Promise<void> {
    for (const list of Object.values(lists)) await this.rows.demandWriting(list);
  }

  /** All versions. One request per 1,000 rows. */
  public async protocols(): Promise<RegisteredProtocol[]> {
    const rows = await this.rows.all(protocolList, ['Id', 'State', 'Loaded', ...Object.keys(packColumns.protocol)]);
    return rows.map((row) => ({ ...this.registered('protocol', row), state: toText(row.State as string | null) }));
  }

  /** The clauses or kinds of a version. One request per 1,000 rows of the list. */
  public async partsOf(list: 'clause' | 'kind', protocolId: number): Promise<RegisteredRow[]> {
    const rows = await this.rows.all(lists[list], ['Id', 'ProtocolId', 'Loaded', ...Object.keys(packColumns[list])]);
    return rows.filter(({ ProtocolId }) => ProtocolId === protocolId).map((row) => this.registered(list, row));
  }

  /** Adds a version that is not current yet, and answers its ID. One request. */
  public async addProtocol({ name, values, loaded }: RowToWrite): Promise<number | WriteFailure> {
    let id = 0;
    const failures = await this.rows.write(
      { list: protocolList, kind: words.protocol },
      [values],
      () => name,
      async (items) => {
        const added = (await items.add({ ...written('protocol', values), Loaded: loaded, State: protocolState.loading })) as { Id: number };
        id = added.Id;
      },
      () => undefined
    );
    return failures[0] ?? id;
  }

  /** Adds and changes rows; of a changed one only what is given. One request per 50. */
  public write(list: PackList, rows: readonly RowToWrite[], protocolId: number, done: (count: number) => void): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: lists[list], kind: words[list] },
      rows,
      ({ name }) => name,
      (items, { id, values, loaded }) => {
        const row = { ...written(list, values), Loaded: loaded };
        return id === undefined ? items.add({ ...row, ProtocolId: protocolId }) : items.getById(id).update(row);
      },
      done
    );
  }

  /** Puts rows into the recycle bin, from where owners can get them back. One request per 50. */
  public recycle(list: PackList, rows: readonly { id: number; name: string }[], done: (count: number) => void): Promise<WriteFailure[]> {
    return this.rows.write(
      { list: lists[list], kind: words[list] },
      rows,
      ({ name }) => name,
      (items, { id }) => items.getById(id).recycle(),
      done
    );
  }

  /** Makes a version the current one, then others earlier ones. One request for each, the new one first: there is always one. */
  public async makeCurrent(id: number, others: readonly number[]): Promise<WriteFailure[]> {
    const states = [{ id, state: protocolState.current }, ...others.map((other) => ({ id: other, state: protocolState.earlier }))];
    const failures: WriteFailure[] = [];
    for (const one of states) {
      const failed = await this.rows.write(
        { list: protocolList, kind: words.protocol },
        [one],
        (change) => `${change.id}`,
        (items, change) => items.getById(change.id).update({ State: change.state }),
        () => undefined
      );
      failures.push(...failed);
      if (failed.length > 0) break;
    }
    return failures;
  }

  private registered(list: PackList, row: Row): RegisteredRow {
    return { id: Number(row.Id), values: toPlain(list, row), loaded: toText(row.Loaded as string | null) };
  }
}
