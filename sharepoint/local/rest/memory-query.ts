import { badQuery, propertyNotFound } from '../errors';
import type { Filter, Operand } from './filter';
import { findKey, type Entity } from './model';
import type { Query } from './query';

const read = (entity: Entity, path: string): unknown => {
  const [name = '', ...rest] = path.split('/');
  if (rest.length > 0) {
    const link = findKey(entity.links, name);
    const target = link === undefined ? undefined : entity.links?.[link]?.();
    if (link === undefined) throw propertyNotFound(name);
    return target?.kind === 'entity' ? read(target, rest.join('/')) : undefined;
  }
  const property = findKey(entity.properties, name);
  if (property !== undefined) return entity.properties[property];
  const more = findKey(entity.onRequest, name);
  if (more === undefined) throw propertyNotFound(name);
  return entity.onRequest?.[more]?.();
};

const operandValue = (entity: Entity, operand: Operand): unknown => {
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'property') return read(entity, operand.path);
  const date = new Date(String(operandValue(entity, operand.argument)));
  return {
    day: date.getUTCDate(),
    month: date.getUTCMonth() + 1,
    year: date.getUTCFullYear(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds()
  }[operand.name];
};

const comparable = (given: unknown): string | number | boolean | null =>
  typeof given === 'string' ? given.toLocaleLowerCase('en-GB') : typeof given === 'number' || typeof given === 'boolean' ? given : null;

/** Whether an entity passes a filter, as the SQL for items decides it. */
export function matches(entity: Entity, filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
      return matches(entity, filter.left) && matches(entity, filter.right);
    case 'or':
      return matches(entity, filter.left) || matches(entity, filter.right);
    case 'not':
      return !matches(entity, filter.inner);
    case 'test':
      return operandValue(entity, filter.operand) === true;
    case 'startswith':
      return String(comparable(operandValue(entity, filter.text)) ?? '').startsWith(String(comparable(operandValue(entity, filter.part))));
    case 'substringof':
      return String(comparable(operandValue(entity, filter.text)) ?? '').includes(String(comparable(operandValue(entity, filter.part))));
    case 'compare': {
      const left = comparable(operandValue(entity, filter.left));
      const right = comparable(operandValue(entity, filter.right));
      if (filter.operator === 'eq') return left === right;
      if (filter.operator === 'ne') return left !== right;
      if (left === null || right === null) return false;
      if (filter.operator === 'lt') return left < right;
      if (filter.operator === 'le') return left <= right;
      if (filter.operator === 'gt') return left > right;
      return left >= right;
    }
    case 'in':
    case 'member':
      throw badQuery('CAML is for items only.');
  }
}

/** Applies $filter, $orderby, $skip and $top in memory: for lists, columns, people, files. */
export function applyQuery(entities: Entity[], query: Query): Entity[] {
  const { filter, orderBy, skip = 0, top } = query;
  let found = filter ? entities.filter((entity) => matches(entity, filter)) : entities;
  if (orderBy.length > 0) {
    found = [...found].sort((a, b) => {
      for (const { path, descending } of orderBy) {
        const left = comparable(read(a, path)) ?? '';
        const right = comparable(read(b, path)) ?? '';
        if (left !== right) return (left < right ? -1 : 1) * (descending ? -1 : 1);
      }
      return 0;
    });
  }
  return found.slice(skip, top === undefined ? undefined : skip + top);
}
