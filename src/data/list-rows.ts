import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { DataError } from '../domain/dataProblem';
import type { ListDefinition } from '../lists/definition';
import { toDataError } from './errors';
import { mayWrite, type PermissionMask } from './rights';

/** A change that failed: the others go on. */
export interface WriteFailure {
  /** Kind and name of the row, for people. */
  what: string;
  name: string;
  reason: string;
}

type Items = ReturnType<SPFI['web']['getList']>['items'];

/** SharePoint takes up to 1,000 requests in a batch; smaller ones show progress and can be repeated cheaply. */
const requestsInBatch = 50;

/** Rows of lists, read whole and written in batches, as imports do. */
export class ListRows {
  public constructor(
    private readonly sp: SPFI,
    /** Server-relative address of the site. */
    private readonly sitePath: string
  ) {}

  /**
   * Fails, before anything is read, for who may not change a list. One request.
   *
   * @throws DataError "no access"
   */
  public async demandWriting(list: ListDefinition): Promise<void> {
    const { EffectiveBasePermissions } = await this.sp.web
      .getList(`${this.sitePath}/${list.url}`)
      .select('EffectiveBasePermissions')<{ EffectiveBasePermissions: PermissionMask }>()
      .catch((error: unknown) => {
        throw toDataError(error, list.title);
      });
    if (!mayWrite(EffectiveBasePermissions)) throw new DataError({ kind: 'no access', list: list.title });
  }

  /** Reads every row. One request per 1,000 rows; pages go by ID, so no list is too long. */
  public async all<Row extends Record<string, unknown>>(
    list: ListDefinition,
    columns: readonly string[],
    lookups: readonly string[] = []
  ): Promise<Row[]> {
    const rows: Row[] = [];
    try {
      for await (const page of this.items(list)
        .select(...columns)
        .expand(...lookups)
        .orderBy('ID')
        .top(1000) as AsyncIterable<Row[]>)
        rows.push(...page);
    } catch (error) {
      throw toDataError(error, list.title);
    }
    return rows;
  }

  /**
   * Carries out changes, each in a request of its own, 50 requests at once.
   *
   * @param target the list, and what its rows are called in front of their names
   * @returns the changes that SharePoint refused; the others were made
   * @throws DataError where something is wrong with the list or the connection
   */
  public async write<T>(
    { list, kind }: { list: ListDefinition; kind: string },
    changes: readonly T[],
    nameOf: (change: T) => string,
    write: (items: Items, change: T) => Promise<unknown>,
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

  private items(list: ListDefinition, sp: SPFI = this.sp): Items {
    return sp.web.getList(`${this.sitePath}/${list.url}`).items;
  }
}
