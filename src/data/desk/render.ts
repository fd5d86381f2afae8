import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import { problemOf } from '../../domain/dataProblem';
import type { RenderedRow } from './summary-rows';

type List = ReturnType<SPFI['web']['getList']>;

/** A page of rows, and where the next begins. */
export interface RenderedPage {
  rows: RenderedRow[];
  next: string | undefined;
}

/**
 * Rows of a list in all folders below one.
 *
 * @param folder server-relative; undefined for the list's root, where only who may come in there is answered
 * @param page where it begins, as a page before told
 */
export async function renderRows(list: List, viewXml: string, folder: string | undefined, page?: string): Promise<RenderedPage> {
  const answer = (await list.renderListDataAsStream({
    ViewXml: viewXml,
    ...(folder === undefined ? {} : { FolderServerRelativeUrl: folder }),
    ...(page === undefined ? {} : { Paging: page })
  })) as unknown as { Row: RenderedRow[]; NextHref?: string };
  return { rows: answer.Row, next: answer.NextHref?.replace(/^\?/, '') };
}

/** SPQueryThrottledException. (Too many lookups has another number.) */
const overThreshold = '-2147024860';

/** Whether SharePoint refused a query since it would have to look at more than 5,000 rows. */
export function isOverThreshold(error: unknown): boolean {
  const problem = problemOf(error);
  return problem.kind === 'other' && problem.code?.startsWith(overThreshold) === true;
}
