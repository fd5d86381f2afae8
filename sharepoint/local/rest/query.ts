import { badQuery } from '../errors';
import { parseFilter, type Filter } from './filter';

/** The OData options of a request, and its other parameters. */
export interface Query {
  select: string[];
  expand: string[];
  filter: Filter | undefined;
  orderBy: { path: string; descending: boolean }[];
  top: number | undefined;
  skip: number | undefined;
  skipToken: string | undefined;
  /** Values of @name parameters. */
  aliases: Map<string, string>;
  /** Everything as given, for the address of the next page. */
  parameters: URLSearchParams;
}

const list = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const mostSorts = 20;

/** Names of properties. Who asks for metadata alone gets no property but the key. */
function selection(names: string[]): string[] {
  const properties = names.filter((name) => !name.startsWith('odata.'));
  return properties.length === 0 && names.length > 0 ? ['Id'] : properties;
}

const wholeNumber = (name: string, value: string | null): number | undefined => {
  if (value === null) return undefined;
  if (!/^\d{1,9}$/.test(value.trim())) throw badQuery(`The value for the query parameter '${name}' is not valid.`);
  return Number(value);
};

/** Reads the query of a REST request. */
export function parseQuery(search: string): Query {
  const parameters = new URLSearchParams(search);
  const path = /^(odata\.)?[A-Za-z_][\w]*(\/[A-Za-z_][\w]*)*$/;
  const checkPath = (name: string, value: string): string => {
    if (value !== '*' && !path.test(value)) throw badQuery(`The expression "${value}" in ${name} is not valid.`);
    return value;
  };
  const filter = parameters.get('$filter');
  if (list(parameters.get('$orderby')).length > mostSorts) throw badQuery('The query has too many columns in $orderby.');
  return {
    // odata.id and its like come with the metadata, not as properties.
    select: selection(list(parameters.get('$select')).map((value) => checkPath('$select', value))),
    expand: list(parameters.get('$expand')).map((value) => checkPath('$expand', value)),
    filter: filter === null || filter.trim() === '' ? undefined : parseFilter(filter),
    orderBy: list(parameters.get('$orderby')).map((part) => {
      const match = /^(\S+)(?:\s+(asc|desc))?$/i.exec(part);
      if (!match) throw badQuery(`The expression "${part}" in $orderby is not valid.`);
      return { path: checkPath('$orderby', String(match[1])), descending: match[2]?.toLowerCase() === 'desc' };
    }),
    top: wholeNumber('$top', parameters.get('$top')),
    skip: wholeNumber('$skip', parameters.get('$skip')),
    skipToken: parameters.get('$skiptoken') ?? undefined,
    aliases: new Map([...parameters].filter(([name]) => name.startsWith('@')).map(([name, value]) => [name.toLowerCase(), value])),
    parameters
  };
}

/** A copy of the query without options, for what is reached on the way to the resource that they belong to. */
export const plainQuery = (query: Query): Query => ({
  ...query,
  select: [],
  expand: [],
  filter: undefined,
  orderBy: [],
  top: undefined,
  skip: undefined,
  skipToken: undefined
});
