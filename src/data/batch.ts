import type { SPFI } from '@pnp/sp';
import { InjectHeaders } from '@pnp/queryable';
import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { problemOf } from '../domain/dataProblem';
import type { ListDefinition } from '../lists/definition';
import { toDataError } from './errors';

/** Where the site is, for addresses of lists: server-relative, for example /sites/members. */
export type SitePath = string;

/** The most rows that SharePoint gives at once. */
export const allAtOnce = 5000;

type Items = ReturnType<SPFI['web']['getList']>['items'];
type List = ReturnType<SPFI['web']['getList']>;

/** Requests that go to SharePoint together. */
export interface Together {
  /** The site. */
  web: SPFI['web'];
  /** The rows of a list. A PnPjs object serves one request of a batch only, so every request takes its own. */
  items(list: ListDefinition): Items;
  /** The list itself. */
  list(list: ListDefinition): List;
  /** Adds a request; its error will name the list. */
  add<T>(list: ListDefinition, request: Promise<T>): Promise<T>;
}

/**
 * Sends requests that only read in one batch and answers their results, in their order. One request.
 *
 * @throws DataError that names the list or column that is missing: of several, the first
 */
export async function readTogether<T extends unknown[]>(
  sp: SPFI,
  sitePath: SitePath,
  prepare: (together: Together) => { [K in keyof T]: Promise<T[K]> },
  mainList: ListDefinition
): Promise<T> {
  const [batch, execute] = sp.batched();
  const list = (definition: ListDefinition): List => {
    const found = batch.web.getList(`${sitePath}/${definition.url}`);
    // Rows without SharePoint's metadata are a third of the size.
    found.using(InjectHeaders({ Accept: 'application/json;odata=nometadata' }));
    return found;
  };
  const requests = prepare({
    web: batch.web,
    list,
    items: (definition) => list(definition).items,
    add: (definition, request) =>
      request.catch((error: unknown) => {
        throw toDataError(error, definition.title);
      })
  });
  // SharePoint may refuse one list because of another that it looks up: the first cause is named first.
  const all = Promise.allSettled(requests).then(() => Promise.all(requests));
  // Parts of a batch that fails as a whole never settle, so its own failure has to end the wait.
  const [, results] = await Promise.all([execute(), all]).catch((error: unknown) => {
    throw toDataError(error, mainList.title);
  });
  return results as T;
}

/**
 * What is an addition to a screen is left out where its list is missing or closed: the rest is shown all the same. Every
 * other failure is one.
 */
export const withoutList = <T>(request: Promise<T>, instead: T): Promise<T> =>
  request.catch((error: unknown) => {
    const { kind } = problemOf(error);
    if (kind === 'missing list' || kind === 'missing column' || kind === 'no access') return instead;
    throw error;
  });
