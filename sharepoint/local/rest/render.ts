import { XMLBuilder } from 'fast-xml-parser';
import type { SharePointError } from '../errors';
import { applyQuery } from './memory-query';
import { shape, shapeAll, type Answer, type Entity, type Shaped } from './model';
import type { Query } from './query';
import { withoutControls } from './settings';

/** How much OData metadata a client wants; SharePoint answers Atom to who does not ask for JSON. */
type Metadata = 'verbose' | 'minimal' | 'none' | 'atom';

/** How a client wants to be answered. */
export interface Format {
  metadata: Metadata;
  /** Says "odata-version: 4.0", as SPHttpClient does: the same contents under OData 4's names. */
  version4: boolean;
}

function metadataOf(accept: string | undefined): Metadata {
  const header = (accept ?? '').toLowerCase();
  if (!header.includes('json')) return 'atom';
  if (/odata\s*=\s*verbose/.test(header)) return 'verbose';
  return /odata(\.metadata)?\s*=\s*(nometadata|none)/.test(header) ? 'none' : 'minimal';
}

/** Reads the headers Accept and OData-Version as SharePoint does. */
export const formatOf = (headers: Readonly<Record<string, string | string[] | undefined>>): Format => ({
  metadata: metadataOf(headers.accept?.toString()),
  version4: /^4/.test(headers['odata-version']?.toString() ?? '')
});

/** An answer as it goes over the wire. */
export interface Rendered {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

const contentTypes: Record<Metadata, string> = {
  verbose: 'application/json;odata=verbose;charset=utf-8',
  minimal: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  none: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  atom: 'application/atom+xml;type=entry;charset=utf-8'
};

const xml = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: false
});
const namespaces = {
  '@xmlns': 'http://www.w3.org/2005/Atom',
  '@xmlns:d': 'http://schemas.microsoft.com/ado/2007/08/dataservices',
  '@xmlns:m': 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata'
};

const entityId = (shaped: Shaped, api: string): string => `${api}/${shaped.entity.edit}`;

/** Arrays stand in {results} in the verbose format, complex values carry their type. */
const verboseValue = (given: unknown): unknown => {
  if (Array.isArray(given)) return { results: given.map(verboseValue) };
  return given;
};

function verbose(shaped: Shaped, api: string): Record<string, unknown> {
  const { entity } = shaped;
  const id = entityId(shaped, api);
  const body: Record<string, unknown> = { __metadata: { id, uri: id, ...(entity.etag ? { etag: entity.etag } : {}), type: entity.type } };
  for (const name of Object.keys(entity.links ?? {})) {
    if (!(name in shaped.parts)) body[name] = { __deferred: { uri: `${id}/${name}` } };
  }
  for (const [name, part] of Object.entries(shaped.parts)) {
    body[name] = Array.isArray(part) ? { results: part.map((one) => verbose(one, api)) } : part && verbose(part, api);
  }
  for (const [name, given] of Object.entries(shaped.properties)) body[name] = verboseValue(given);
  return body;
}

function json(shaped: Shaped, api: string, withMetadata: boolean): Record<string, unknown> {
  const { entity } = shaped;
  const body: Record<string, unknown> = withMetadata
    ? {
        'odata.type': entity.type,
        'odata.id': entityId(shaped, api),
        ...(entity.etag ? { 'odata.etag': entity.etag } : {}),
        'odata.editLink': entity.edit
      }
    : {};
  for (const [name, part] of Object.entries(shaped.parts)) {
    if (withMetadata) body[`${name}@odata.navigationLinkUrl`] = `${entity.edit}/${name}`;
    body[name] = Array.isArray(part) ? part.map((one) => json(one, api, withMetadata)) : part && json(part, api, withMetadata);
  }
  return Object.assign(body, shaped.properties);
}

const atomValue = (given: unknown): unknown => {
  if (given === null || given === undefined) return { '@m:null': 'true' };
  if (Array.isArray(given)) return { 'd:element': given.map(atomValue) };
  if (typeof given === 'object') return Object.fromEntries(Object.entries(given).map(([name, inner]) => [`d:${name}`, atomValue(inner)]));
  if (typeof given === 'boolean') return { '@m:type': 'Edm.Boolean', '#text': String(given) };
  if (typeof given === 'number') return { '@m:type': Number.isInteger(given) ? 'Edm.Int32' : 'Edm.Double', '#text': String(given) };
  return withoutControls(String(given));
};

const atomEntry = (shaped: Shaped, api: string): Record<string, unknown> => ({
  ...(shaped.entity.etag ? { '@m:etag': shaped.entity.etag } : {}),
  id: entityId(shaped, api),
  category: { '@term': shaped.entity.type, '@scheme': 'http://schemas.microsoft.com/ado/2007/08/dataservices/scheme' },
  link: { '@rel': 'edit', '@href': shaped.entity.edit },
  content: {
    '@type': 'application/xml',
    'm:properties': Object.fromEntries(Object.entries(shaped.properties).map(([name, given]) => [`d:${name}`, atomValue(given)]))
  }
});

const setName = (entity: Entity): string => {
  if (entity.type === 'SP.List') return 'SP.ApiData.Lists';
  return entity.type.startsWith('SP.Data.')
    ? `SP.ListData.${entity.type.slice('SP.Data.'.length)}s`
    : `SP.ApiData.${entity.type.replace(/^SP\./, '')}s`;
};

function documentOf(answer: Answer, query: Query, format: Metadata, api: string): unknown {
  switch (answer.kind) {
    case 'entity': {
      const shaped = shape(answer, query.select, query.expand);
      if (format === 'verbose') return { d: verbose(shaped, api) };
      if (format === 'atom') return { entry: { ...namespaces, ...atomEntry(shaped, api) } };
      const body = json(shaped, api, format === 'minimal');
      return format === 'minimal' ? { 'odata.metadata': `${api}/$metadata#${setName(answer)}/@Element`, ...body } : body;
    }
    case 'collection': {
      const entities = answer.queried ? answer.entities : applyQuery(answer.entities, query);
      const shaped = shapeAll(entities, query.select, query.expand);
      if (format === 'verbose')
        return { d: { results: shaped.map((one) => verbose(one, api)), ...(answer.next ? { __next: answer.next } : {}) } };
      if (format === 'atom') {
        const link = answer.next ? { link: { '@rel': 'next', '@href': answer.next } } : {};
        return { feed: { ...namespaces, id: api, ...link, entry: shaped.map((one) => atomEntry(one, api)) } };
      }
      return {
        ...(format === 'minimal' ? { 'odata.metadata': `${api}/$metadata#${answer.set}` } : {}),
        value: shaped.map((one) => json(one, api, format === 'minimal')),
        ...(answer.next ? { 'odata.nextLink': answer.next } : {})
      };
    }
    case 'value': {
      const { name, value: given, type = 'Edm.String' } = answer;
      if (format === 'verbose' && type !== 'plain') return { d: { [name]: verboseValue(given) } };
      if (format === 'atom' && type !== 'plain')
        return {
          [`d:${name}`]: { '@xmlns:d': namespaces['@xmlns:d'], '@xmlns:m': namespaces['@xmlns:m'], ...(atomValue(given) as object) }
        };
      // What the list's own pages read has no metadata, whatever the client asks for.
      if (type === 'plain') return given;
      const metadata = format === 'minimal' ? { 'odata.metadata': `${api}/$metadata#${type}` } : {};
      if (given === null) return { ...metadata, 'odata.null': true };
      // A complex value stands by itself; a simple one in "value".
      return typeof given === 'object' && !Array.isArray(given) ? { ...metadata, ...given } : { ...metadata, value: given };
    }
    default:
      return undefined;
  }
}

const names4: Record<string, string> = {
  'odata.metadata': '@odata.context',
  'odata.type': '@odata.type',
  'odata.id': '@odata.id',
  'odata.etag': '@odata.etag',
  'odata.editLink': '@odata.editLink',
  'odata.nextLink': '@odata.nextLink',
  'odata.null': '@odata.null'
};

/** A document of OData 3 under the names of OData 4. */
function inVersion4(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(inVersion4);
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([name, inner]) => {
      if (name === 'odata.type') return ['@odata.type', `#${String(inner)}`];
      return [names4[name] ?? name.replace(/@odata\.navigationLinkUrl$/, '@odata.navigationLink'), inVersion4(inner)];
    })
  );
}

/** Writes an answer in the format that the client asked for. */
export function render(answer: Answer, query: Query, { metadata: format, version4 }: Format, api: string): Rendered {
  if (answer.kind === 'bytes') {
    return {
      status: 200,
      headers: { 'content-type': answer.contentType, ...(answer.etag ? { etag: answer.etag } : {}) },
      body: answer.bytes
    };
  }
  if (answer.kind === 'nothing') {
    return { status: answer.status ?? 204, headers: answer.etag ? { etag: answer.etag } : {}, body: '' };
  }
  const written = documentOf(answer, query, format, api);
  const body = version4 && (format === 'minimal' || format === 'none') ? inVersion4(written) : written;
  if (answer.kind === 'value' && answer.type === 'plain') {
    return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
  }
  return {
    status: answer.status ?? 200,
    headers: {
      'content-type': contentTypes[format],
      ...(answer.kind === 'entity' && answer.etag ? { etag: answer.etag } : {}),
      ...(answer.kind === 'entity' && answer.status === 201 ? { location: `${api}/${answer.edit}` } : {})
    },
    body: format === 'atom' ? `<?xml version="1.0" encoding="utf-8"?>${xml.build(body)}` : JSON.stringify(body)
  };
}

/** Writes an error in the format that the client asked for. */
export function renderError(error: SharePointError, { metadata: format, version4 }: Format): Rendered {
  const { code, message } = error;
  const text = { lang: 'en-US', value: message };
  if (format === 'atom') {
    const body = {
      'm:error': {
        '@xmlns:m': namespaces['@xmlns:m'],
        'm:code': code,
        'm:message': { '@xml:lang': text.lang, '#text': withoutControls(message) }
      }
    };
    return {
      status: error.status,
      headers: { 'content-type': 'application/xml;charset=utf-8', ...error.headers },
      body: `<?xml version="1.0" encoding="utf-8"?>${xml.build(body)}`
    };
  }
  const detail = { code, message: text };
  return {
    status: error.status,
    headers: { 'content-type': contentTypes[format], ...error.headers },
    body: JSON.stringify(version4 ? { error: { code, message } } : format === 'verbose' ? { error: detail } : { 'odata.error': detail })
  };
}

/** JSON without metadata: what the addresses of our own are answered in. */
export const plainJson: Format = { metadata: 'none', version4: false };
