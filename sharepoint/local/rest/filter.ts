import { badQuery } from '../errors';

/** A value in a $filter expression. */
export type Operand =
  | { kind: 'property'; path: string }
  | { kind: 'literal'; type: 'text' | 'number' | 'boolean' | 'null' | 'datetime' | 'guid'; value: string | number | boolean | null }
  | { kind: 'call'; name: DatePart; argument: Operand };

/** How two values are compared. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
/** Functions that take a part of a date. */
type DatePart = 'day' | 'month' | 'year' | 'hour' | 'minute' | 'second';

/** A $filter expression. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; inner: Filter }
  | { kind: 'compare'; operator: Comparison; left: Operand; right: Operand }
  | { kind: 'startswith' | 'substringof'; text: Operand; part: Operand }
  | { kind: 'test'; operand: Operand }
  /** CAML only: one of several values. */
  | { kind: 'in'; path: string; values: string[] }
  /** CAML only: a column that holds one of these users and groups. */
  | { kind: 'member'; path: string; principals: number[] };

interface Token {
  kind: 'word' | 'text' | 'number' | 'open' | 'close' | 'comma' | 'typed';
  text: string;
  prefix?: string;
}

const token =
  /\s*(?:(datetime|guid)'((?:[^']|'')*)'|'((?:[^']|'')*)'|(-?\d+(?:\.\d+)?(?![\w-]))|([A-Za-z_][\w]*(?:\/[A-Za-z_][\w]*)*)|([(),]))/iy;

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const end = source.trimEnd().length;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const match = token.exec(source);
    if (!match) throw badQuery(`The expression "${source}" is not valid. Syntax error at position ${from}.`);
    const [, prefix, typed, quoted, number, word, mark] = match;
    if (typed !== undefined) tokens.push({ kind: 'typed', text: typed.replace(/''/g, "'"), prefix: prefix?.toLowerCase() });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/''/g, "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: mark === '(' ? 'open' : mark === ')' ? 'close' : 'comma', text: String(mark) });
  }
  return tokens;
}

const comparisons = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);
const dateParts = new Set(['day', 'month', 'year', 'hour', 'minute', 'second']);
/** More than any address holds that SharePoint takes. */
const mostTokens = 2000;
/** More conditions than any real query joins; the database reads no deeper. */
const mostConditions = 450;
/** Deeper nesting than any real query; keeps a hostile one from using up the stack. */
const deepest = 100;

/**
 * Reads a $filter expression of SharePoint's list service: eq ne lt le gt ge and or not, startswith, substringof, the
 * date parts, and the literals 'text', 12, true, null, datetime'...', guid'...'. "and" binds tighter than "or".
 *
 * Written here because the parsers on npm read OData 4 and give "and" and "or" the same rank.
 *
 * @throws SharePointError 400 for anything else
 */
export function parseFilter(source: string): Filter {
  const tokens = tokenise(source);
  const joins = tokens.filter(({ kind, text }) => kind === 'word' && /^(and|or)$/i.test(text)).length;
  if (tokens.length > mostTokens || joins >= mostConditions) throw badQuery('The query is too complex.');
  let at = 0;
  let depth = 0;
  const wrong = (): Error => badQuery(`The expression "${source}" is not valid.`);
  const next = (): Token => {
    const found = tokens[at];
    if (!found) throw wrong();
    at += 1;
    return found;
  };
  const expect = (kind: Token['kind']): void => {
    if (next().kind !== kind) throw wrong();
  };
  const peekWord = (): string | undefined => (tokens[at]?.kind === 'word' ? tokens[at]?.text.toLowerCase() : undefined);
  const isCall = (): boolean => tokens[at + 1]?.kind === 'open';

  const operand = (): Operand => {
    const found = next();
    if (found.kind === 'text') return { kind: 'literal', type: 'text', value: found.text };
    if (found.kind === 'number') return { kind: 'literal', type: 'number', value: Number(found.text) };
    if (found.kind === 'typed') return { kind: 'literal', type: found.prefix === 'guid' ? 'guid' : 'datetime', value: found.text };
    if (found.kind !== 'word') throw wrong();
    const word = found.text.toLowerCase();
    if (word === 'true' || word === 'false') return { kind: 'literal', type: 'boolean', value: word === 'true' };
    if (word === 'null') return { kind: 'literal', type: 'null', value: null };
    if (tokens[at]?.kind === 'open') {
      if (!dateParts.has(word)) throw badQuery(`The query is not valid: the function '${found.text}' is not supported.`);
      expect('open');
      const argument = operand();
      expect('close');
      return { kind: 'call', name: word as DatePart, argument };
    }
    return { kind: 'property', path: found.text };
  };

  const textFunction = (): Filter => {
    const name = next().text.toLowerCase() as 'startswith' | 'substringof';
    expect('open');
    const first = operand();
    expect('comma');
    const second = operand();
    expect('close');
    // substringof('part', Column) but startswith(Column, 'part')
    return name === 'substringof' ? { kind: name, text: second, part: first } : { kind: name, text: first, part: second };
  };

  const primary = (): Filter => {
    depth += 1;
    if (depth > deepest) throw badQuery('The query is too complex.');
    try {
      const word = peekWord();
      if (word === 'not') {
        at += 1;
        return { kind: 'not', inner: primary() };
      }
      if (tokens[at]?.kind === 'open') {
        at += 1;
        const inner = either();
        expect('close');
        return inner;
      }
      if ((word === 'startswith' || word === 'substringof') && isCall()) {
        const call = textFunction();
        // OData 3 writes substringof('a', Title) eq true as well.
        if (peekWord() !== 'eq') return call;
        at += 1;
        const value = operand();
        if (value.kind !== 'literal' || value.type !== 'boolean') throw wrong();
        return value.value === true ? call : { kind: 'not', inner: call };
      }
      const left = operand();
      const operator = peekWord();
      if (operator === undefined || !comparisons.has(operator)) return { kind: 'test', operand: left };
      at += 1;
      return { kind: 'compare', operator: operator as Comparison, left, right: operand() };
    } finally {
      depth -= 1;
    }
  };

  const both = (): Filter => {
    let left = primary();
    while (peekWord() === 'and') {
      at += 1;
      left = { kind: 'and', left, right: primary() };
    }
    return left;
  };

  const either = (): Filter => {
    let left = both();
    while (peekWord() === 'or') {
      at += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };

  const filter = either();
  if (at !== tokens.length) throw wrong();
  return filter;
}
