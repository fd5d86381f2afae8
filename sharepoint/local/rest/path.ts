import { badQuery } from '../errors';

/** A literal in an address, for example the 'Wards' of lists/getByTitle('Wards'). */
type Literal = string | number | boolean | null;

/** One step of an address: a name and its arguments, by position and by name (lower case). */
export interface Segment {
  /** As written; compare `name`. */
  raw: string;
  /** Lower case: SharePoint does not look at case. */
  name: string;
  /** Whether it has parentheses at all. */
  called: boolean;
  positional: Literal[];
  named: Map<string, Literal>;
}

const readLiteral = (text: string, aliases: ReadonlyMap<string, string>): Literal => {
  const trimmed = text.trim();
  if (trimmed.startsWith('@')) {
    const value = aliases.get(trimmed.toLowerCase());
    if (value === undefined) throw badQuery(`The parameter alias '${trimmed}' has no value.`);
    return readLiteral(value, new Map());
  }
  const quoted = /^(?:guid|datetime)?'((?:[^']|'')*)'$/i.exec(trimmed);
  if (quoted) return (quoted[1] ?? '').replace(/''/g, "'");
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true';
  if (/^null$/i.test(trimmed)) return null;
  // A complex value, as {'High':'0','Low':'1'}: it goes on as JSON.
  if (/^\{[^"\\]*\}$/.test(trimmed)) return trimmed.replace(/'/g, '"');
  throw badQuery(`The expression "${text}" is not valid.`);
};

/** Splits at a character outside of '...' and (...). */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (char === "'") quoted = !quoted;
    else if (!quoted && char === '(') depth += 1;
    else if (!quoted && char === ')') depth -= 1;
    if (char === separator && !quoted && depth === 0) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  if (quoted || depth !== 0) throw badQuery(`The expression "${text}" is not valid.`);
  return [...parts, part];
}

/**
 * Reads the part of an address after /_api/.
 *
 * @param path decoded, so that a slash inside quotes is just a character
 * @param aliases values of @name parameters, from the query
 */
export function parsePath(path: string, aliases: ReadonlyMap<string, string>): Segment[] {
  return splitOutside(path, '/')
    .filter((part) => part !== '')
    .map((part) => {
      const match = /^([^(]+)(?:\((.*)\))?$/s.exec(part);
      if (!match) throw badQuery(`The expression "${part}" is not valid.`);
      const [, raw = '', inside] = match;
      const segment: Segment = { raw, name: raw.toLowerCase(), called: inside !== undefined, positional: [], named: new Map() };
      for (const argument of inside === undefined || inside.trim() === '' ? [] : splitOutside(inside, ',')) {
        const named = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*=(.*)$/s.exec(argument);
        if (named) segment.named.set(String(named[1]).toLowerCase(), readLiteral(named[2] ?? '', aliases));
        else segment.positional.push(readLiteral(argument, aliases));
      }
      return segment;
    });
}

/** An argument by name, or by position where it has no name. */
export function argument(segment: Segment, name: string, position = 0): Literal | undefined {
  return segment.named.has(name.toLowerCase()) ? segment.named.get(name.toLowerCase()) : segment.positional[position];
}

/** An argument that must be text. */
export function textArgument(segment: Segment, name: string, position = 0): string {
  const value = argument(segment, name, position);
  if (typeof value !== 'string') throw badQuery(`The parameter ${name} is missing or not a string.`);
  return value;
}

/** An argument that must be a number; PnPjs writes some of them in quotes. */
export function numberArgument(segment: Segment, name: string, position = 0): number {
  const number = Number(argument(segment, name, position) ?? NaN);
  if (!Number.isInteger(number)) throw badQuery(`The parameter ${name} is missing or not a number.`);
  return number;
}
