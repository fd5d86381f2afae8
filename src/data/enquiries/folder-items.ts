import type { SPFI } from '@pnp/sp';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { DataError } from '../../domain/dataProblem';
import { folderPath, type EnquiryFolder } from '../../domain/enquiries/folders';
import type { ListDefinition } from '../../lists/definition';
import type { SitePath } from '../batch';
import { toDataError } from '../errors';
import type { FormValue } from './enquiry-rows';

type List = ReturnType<SPFI['web']['getList']>;

/** Where a folder of a list is. Who has rights on a folder alone is refused at the root of the list, so calls begin here. */
export const folderUrl = (sitePath: SitePath, list: ListDefinition, folder: EnquiryFolder): string =>
  `${sitePath}/${list.url}/${folderPath(folder)}`;

/** A text between the tags of CAML. */
export const xmlText = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Rows of a folder, and of the folders in it, as RenderListDataAsStream answers them: everything is text. */
export const renderFolder = async <Row>(list: List, url: string, viewXml: string): Promise<Row[]> => {
  const { Row } = (await list.renderListDataAsStream({ ViewXml: viewXml, FolderServerRelativeUrl: url })) as unknown as { Row: Row[] };
  return Row;
};

/**
 * IDs of the items in a folder that have a text in an indexed column, the lowest first. Of several with the same key the
 * lowest counts. One request.
 */
export async function idsWith(list: List, url: string, column: string, text: string): Promise<number[]> {
  const rows = await renderFolder<{ ID: string }>(
    list,
    url,
    `<View><Query><Where><Eq><FieldRef Name="${column}" /><Value Type="Text">${xmlText(text)}</Value></Eq></Where><OrderBy><FieldRef Name="ID" /></OrderBy></Query><ViewFields><FieldRef Name="ID" /></ViewFields><RowLimit>10</RowLimit></View>`
  );
  return rows.map(({ ID }) => Number(ID)).sort((a, b) => a - b);
}

/**
 * Adds an item to a folder. One request.
 *
 * @param to the list, of a batch or by itself
 * @returns its ID; undefined where SharePoint did not tell it, as it has been seen to do
 * @throws DataError where a value is refused: then nothing was added
 */
export async function addToFolder(
  to: List,
  sitePath: SitePath,
  list: ListDefinition,
  folder: EnquiryFolder,
  values: FormValue[]
): Promise<number | undefined> {
  const results = await to.addValidateUpdateItemUsingPath(values, folderUrl(sitePath, list, folder)).catch((error: unknown) => {
    throw toDataError(error, list.title);
  });
  // SharePoint answers 200 all the same: each field says whether it was taken.
  const refused = results.find(({ HasException }) => HasException);
  if (refused) {
    const message = `${list.title}.${refused.FieldName ?? ''}: ${refused.ErrorMessage ?? ''}`;
    throw new DataError({ kind: 'other', status: 400, message });
  }
  const id = Number(results.find(({ FieldName }) => FieldName === 'Id')?.FieldValue ?? 0);
  return id > 0 ? id : undefined;
}

/** What is there already is done: a try before added it, and nobody else writes to an enquiry's folder. */
export async function unlessThere(request: Promise<unknown>, list: ListDefinition): Promise<void> {
  await request.catch((error: unknown) => {
    const failure = toDataError(error, list.title);
    if (failure.problem.kind === 'other' && /already exists/i.test(failure.problem.message)) return;
    throw failure;
  });
}
