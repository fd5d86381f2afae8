import { xmlText } from '../enquiries/folder-items';

/** Conditions of CAML, put together so that texts cannot change what a query asks. */

const field = (name: string, attributes = ''): string => `<FieldRef Name="${name}"${attributes} />`;
const value = (type: string, text: string | number): string => `<Value Type="${type}">${xmlText(String(text))}</Value>`;

export const equals = (name: string, type: string, text: string | number): string => `<Eq>${field(name)}${value(type, text)}</Eq>`;
export const oneOf = (name: string, type: string, texts: readonly (string | number)[]): string =>
  `<In>${field(name)}<Values>${texts.map((text) => value(type, text)).join('')}</Values></In>`;
export const looksUp = (name: string, ids: readonly number[]): string =>
  `<In>${field(name, ' LookupId="TRUE"')}<Values>${ids.map((id) => value('Integer', id)).join('')}</Values></In>`;
export const before = (name: string, day: string): string => `<Lt>${field(name)}${value('DateTime', day)}</Lt>`;
export const onDay = (name: string, day: string): string => `<Eq>${field(name)}${value('DateTime', day)}</Eq>`;
export const from = (name: string, day: string): string => `<Geq>${field(name)}${value('DateTime', day)}</Geq>`;
export const until = (name: string, day: string): string => `<Leq>${field(name)}${value('DateTime', day)}</Leq>`;
export const isGiven = (name: string): string => `<IsNotNull>${field(name)}</IsNotNull>`;
export const contains = (name: string, text: string): string => `<Contains>${field(name)}${value('Text', text)}</Contains>`;
export const begins = (name: string, text: string): string => `<BeginsWith>${field(name)}${value('Text', text)}</BeginsWith>`;
export const idsFrom = (id: number): string => `<Geq>${field('ID')}${value('Counter', id)}</Geq>`;
export const idsUntil = (id: number): string => `<Leq>${field('ID')}${value('Counter', id)}</Leq>`;

const joined = (name: 'And' | 'Or', conditions: readonly string[]): string =>
  conditions.reduce((left, right) => (left === '' ? right : `<${name}>${left}${right}</${name}>`), '');
/** All of some conditions: the first has to be the one that an index answers. */
export const every = (...conditions: string[]): string => joined('And', conditions);
export const some = (...conditions: string[]): string => joined('Or', conditions);

/** What is asked of a list. */
export interface View {
  fields: readonly string[];
  where: string;
  orderBy?: readonly { name: string; descending?: boolean }[];
  limit: number;
  /** Further pages can be asked for. */
  paged?: boolean;
}

/** A view of items in all folders, without the folders. */
export const viewXml = ({ fields, where, orderBy = [], limit, paged = false }: View): string =>
  [
    '<View Scope="Recursive"><Query>',
    where === '' ? '' : `<Where>${where}</Where>`,
    orderBy.length === 0
      ? ''
      : `<OrderBy>${orderBy.map(({ name, descending = false }) => field(name, descending ? ' Ascending="FALSE"' : '')).join('')}</OrderBy>`,
    `</Query><ViewFields>${fields.map((name) => field(name)).join('')}</ViewFields>`,
    `<RowLimit${paged ? ' Paged="TRUE"' : ''}>${limit}</RowLimit></View>`
  ].join('');
