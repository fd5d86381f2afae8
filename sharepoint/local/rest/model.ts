import { propertyNotFound, resourceNotFound, expandMissing, methodNotAllowed, badQuery } from '../errors';
import type { Segment } from './path';
import { parseQuery, type Query } from './query';

/** One thing with properties, for example a list, an item or a user. */
export interface Entity {
  kind: 'entity';
  /** OData type, for example SP.List. */
  type: string;
  /** Address below /_api/, for example Web/Lists(guid'...')/Items(1). */
  edit: string;
  etag?: string;
  /** What is answered unless $select says otherwise. */
  properties: Record<string, unknown>;
  /** What is answered only if $select names it. */
  onRequest?: Record<string, () => unknown>;
  /** What $select may name although only others of its kind have it: columns of all types stand in one collection. */
  ofOthers?: ReadonlySet<string>;
  /** What $expand and longer addresses reach. */
  links?: Record<string, () => Entity | Collection | undefined>;
}

/** Several things of one type. */
export interface Collection {
  kind: 'collection';
  /** Name in $metadata, for example SP.ApiData.Lists. */
  set: string;
  entities: Entity[];
  /** Where the next page is, if there is one. */
  next?: string;
  /** The query's filter, order and page were applied already, by SQL. */
  queried?: boolean;
}

/** A plain value, for example a property that was addressed itself or a function's result. */
export interface Value {
  kind: 'value';
  name: string;
  value: unknown;
  type?: string;
}

/** A document's bytes. */
export interface Bytes {
  kind: 'bytes';
  bytes: Uint8Array;
  contentType: string;
  etag?: string;
}

/** Done, nothing to say. */
export interface Nothing {
  kind: 'nothing';
  etag?: string;
  /** 204 after an update, 200 after a deletion. */
  status?: number;
}

/** What a request is answered with; without a status it is 200. */
export type Answer = (Entity | Collection | Value | Bytes | Nothing) & { status?: number };

/** A plain value as an answer. */
export const value = (name: string, given: unknown, type?: string): Value => ({ kind: 'value', name, value: given, type });
/** Done, with 204 and the new ETag. */
export const nothing = (etag?: string): Nothing => ({ kind: 'nothing', status: 204, etag });
/** Done, with 200. */
export const deleted = (): Nothing => ({ kind: 'nothing', status: 200 });

/** What an address leads to, and what can be done there. */
export interface Resource {
  get?(query: Query): Answer;
  /** Creates in a collection, or calls an action. */
  post?(body: Payload, query: Query): Answer;
  merge?(changes: Record<string, unknown>): Answer;
  put?(body: Payload): Answer;
  remove?(): Answer;
  child?(segment: Segment): Resource | undefined;
  /** Takes the bytes of a document, which may be large. */
  takesBytes?: boolean;
  /** Cannot be part of a $batch. */
  notInBatch?: boolean;
}

/** Steps below a resource, by name in lower case. */
export type Children = Record<string, (segment: Segment) => Resource | undefined>;

/** A resource with named steps below it. */
export const withChildren = (resource: Resource, children: Children): Resource => ({
  ...resource,
  child: (segment) => (Object.hasOwn(children, segment.name) ? children[segment.name]?.(segment) : undefined) ?? resource.child?.(segment)
});

/** The name of a property as it is written in a record; SharePoint does not look at case. */
export const findKey = (record: Record<string, unknown> | undefined, name: string): string | undefined => {
  if (!record) return undefined;
  if (Object.prototype.hasOwnProperty.call(record, name)) return name;
  const lower = name.toLowerCase();
  return Object.keys(record).find((key) => key.toLowerCase() === lower);
};

/** The resource of one entity: its properties and links are steps of their own. */
export function entityResource(entity: () => Entity, more: Resource = {}): Resource {
  return {
    get: entity,
    ...more,
    child: (segment) => more.child?.(segment) ?? (segment.called ? undefined : partOf(entity(), segment.name))
  };
}

function partOf(entity: Entity, name: string): Resource | undefined {
  const link = findKey(entity.links, name);
  if (link !== undefined) {
    const target = entity.links?.[link]?.();
    if (target === undefined) return { get: () => value('odata.null', null) };
    return target.kind === 'entity' ? entityResource(() => target) : { get: () => target };
  }
  const property = findKey(entity.properties, name);
  if (property !== undefined) return { get: () => value(property, entity.properties[property]) };
  const more = findKey(entity.onRequest, name);
  if (more !== undefined) return { get: () => value(more, entity.onRequest?.[more]?.()) };
  return undefined;
}

const everything = parseQuery('');

/** Links that lead where steps below a resource lead: $expand reaches what the address answers. */
export const linksTo = (resource: () => Resource, names: readonly string[]): NonNullable<Entity['links']> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        const step: Segment = { raw: name, name: name.toLowerCase(), called: false, positional: [], named: new Map() };
        const answer = resource().child?.(step)?.get?.(everything);
        return answer?.kind === 'entity' || answer?.kind === 'collection' ? answer : undefined;
      }
    ])
  );

/** The resource of a collection that metadata queries apply to in memory. */
export const collectionResource = (set: string, entities: () => Entity[], more: Resource = {}): Resource => ({
  get: () => ({ kind: 'collection', set, entities: entities() }),
  ...more
});

/** Follows an address from a resource. Throws SharePoint's error where there is nothing. */
export function follow(root: Resource, segments: Segment[]): Resource {
  let at = root;
  for (const segment of segments) {
    const below = at.child?.(segment);
    if (!below) throw resourceNotFound(segment.raw);
    at = below;
  }
  return at;
}

/** Refuses a method that a resource does not have. */
export function required<T>(method: T | undefined, name: string): T {
  if (!method) throw methodNotAllowed(name);
  return method;
}

/** An entity with the parts that a query asks for. */
export interface Shaped {
  entity: Entity;
  properties: Record<string, unknown>;
  parts: Record<string, Shaped | Shaped[] | null>;
}

/** How many entities a request may still show, expanded ones included. */
interface Budget {
  left: number;
}

/** More than any real request shows. */
const mostShaped = 50_000;

const below = (paths: string[], name: string): string[] =>
  paths.filter((path) => path.toLowerCase().startsWith(`${name.toLowerCase()}/`)).map((path) => path.slice(name.length + 1));

/** Refuses a $select or $expand that names what an entity does not have, without looking at what its links lead to. */
export function checkShape(entity: Entity, select: string[], expand: string[]): void {
  const links = Object.fromEntries(Object.keys(entity.links ?? {}).map((name) => [name, () => undefined]));
  const onRequest = Object.fromEntries(Object.keys(entity.onRequest ?? {}).map((name) => [name, () => null]));
  shape({ ...entity, links, onRequest }, select, expand);
}

/** Applies $select and $expand to an entity. */
export function shape(entity: Entity, select: string[], expand: string[], budget: Budget = { left: mostShaped }): Shaped {
  budget.left -= 1;
  if (budget.left < 0) throw badQuery('The query is too complex: it expands to too much.');
  const shaped: Shaped = { entity, properties: {}, parts: {} };
  const expanded = new Set(expand.map((path) => String(path.split('/')[0]).toLowerCase()));
  const all = select.length === 0 || select.includes('*');
  if (all) Object.assign(shaped.properties, entity.properties);
  for (const path of select) {
    const name = String(path.split('/')[0]);
    if (name === '*') continue;
    // Names are mostly spelled right: only others are looked for in any spelling, and not for every row.
    const isProperty = Object.hasOwn(entity.properties, name);
    const isLink = Object.hasOwn(entity.links ?? {}, name);
    const property = isProperty ? name : isLink ? undefined : findKey(entity.properties, name);
    const link = isLink ? name : property !== undefined ? undefined : findKey(entity.links, name);
    if (link !== undefined && !expanded.has(link.toLowerCase())) throw expandMissing(name);
    if (property !== undefined) shaped.properties[property] = entity.properties[property];
    else if (link === undefined) {
      const more = findKey(entity.onRequest, name);
      if (more === undefined && entity.ofOthers?.has(name)) continue;
      if (more === undefined) throw propertyNotFound(name);
      shaped.properties[more] = entity.onRequest?.[more]?.();
    }
  }
  for (const name of expanded) {
    const link = findKey(entity.links, name);
    if (link === undefined) {
      if (findKey(entity.properties, name) ?? findKey(entity.onRequest, name)) continue;
      throw propertyNotFound(name);
    }
    const inner = below(select, link);
    // With $select, an expanded link that it does not name is left out.
    if (!all && inner.length === 0 && !select.some((path) => path.toLowerCase() === link.toLowerCase())) continue;
    const target = entity.links?.[link]?.();
    const shapePart = (part: Entity): Shaped => shape(part, inner, below(expand, link), budget);
    if (target === undefined) shaped.parts[link] = null;
    else shaped.parts[link] = target.kind === 'entity' ? shapePart(target) : target.entities.map(shapePart);
  }
  return shaped;
}

/** The same for several, which together may show so much. */
export function shapeAll(entities: Entity[], select: string[], expand: string[]): Shaped[] {
  const budget: Budget = { left: mostShaped };
  return entities.map((entity) => shape(entity, select, expand, budget));
}

/** The body of a request: bytes, read as JSON only by who expects JSON. */
export class Payload {
  public constructor(public readonly bytes: Uint8Array) {}

  public json(): unknown {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(this.bytes)) as unknown;
    } catch {
      throw badQuery('Invalid JSON. The request body could not be read.');
    }
  }
}

/** The body of a request as an object. */
export function asObject(given: unknown): Record<string, unknown> {
  const body = given instanceof Payload ? given.json() : given;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badQuery('The request body is missing or is not a JSON object.');
  }
  return body as Record<string, unknown>;
}

/** Properties of a body without what OData itself adds (__metadata, odata.type). */
export const plainProperties = (body: unknown): [string, unknown][] =>
  Object.entries(asObject(body)).filter(([name]) => name !== '__metadata' && !name.startsWith('odata.') && !name.includes('@odata.'));
