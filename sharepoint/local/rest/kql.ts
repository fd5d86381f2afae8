import { searchSyntax } from '../errors';

/** A KQL query: words, phrases and conditions on properties. */
export type Kql =
  | { kind: 'and' | 'or'; left: Kql; right: Kql }
  | { kind: 'not'; inner: Kql }
  | { kind: 'words'; text: string; prefix: boolean }
  | { kind: 'property'; name: string; operator: '=' | ':' | '<>' | '<' | '>' | '<=' | '>='; value: string; prefix: boolean };

/** The longest query that SharePoint takes. */
const longest = 4096;
const mostTerms = 500;

interface Token {
  kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'term';
  term?: Exclude<Kql, { kind: 'and' | 'or' | 'not' }>;
}

const pattern =
  /\s*(?:([()])|(AND|OR|NOT)(?=[\s(]|$)|([+-])(?=\S)|(?:([A-Za-z_][\w.]*)\s*(<>|<=|>=|[:=<>]))?(?:"([^"]*)"(\*)?|([^\s()":]+(?::[^\s()"]*)*)))/y;

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  const end = source.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(source);
    if (!match || match[0] === '') throw searchSyntax();
    const [, mark, word, sign, name, operator, phrase, phrasePrefix, plain] = match;
    if (mark) tokens.push({ kind: mark === '(' ? 'open' : 'close' });
    else if (word) tokens.push({ kind: word.toLowerCase() as 'and' | 'or' | 'not' });
    else if (sign) {
      if (sign === '-') tokens.push({ kind: 'not' });
    } else {
      const given = phrase ?? plain ?? '';
      const prefix = phrasePrefix !== undefined || (plain?.endsWith('*') ?? false);
      const text = plain === undefined ? given : given.replace(/\*$/, '');
      if (name !== undefined && operator !== undefined) {
        tokens.push({ kind: 'term', term: { kind: 'property', name: name.toLowerCase(), operator: operator as ':', value: text, prefix } });
      } else tokens.push({ kind: 'term', term: { kind: 'words', text, prefix } });
    }
  }
  return tokens;
}

/**
 * Reads a query in KQL: words, "phrases", prefix*, property:value, property=value, <, >, <=, >=, <>, AND, OR, NOT, + and -,
 * parentheses. Terms without an operator between them must all be there, but conditions on the same property need only one.
 *
 * @returns undefined for an empty query, which finds everything
 * @throws SharePointError for what is no KQL
 */
export function parseKql(source: string): Kql | undefined {
  if (source.length > longest) throw searchSyntax();
  const tokens = tokenise(source);
  if (tokens.length > mostTerms) throw searchSyntax();
  if (tokens.length === 0) return undefined;
  let at = 0;
  let depth = 0;
  const primary = (): Kql => {
    const token = tokens[at];
    at += 1;
    depth += 1;
    if (!token || depth > 100) throw searchSyntax();
    try {
      if (token.kind === 'not') return { kind: 'not', inner: primary() };
      if (token.kind === 'open') {
        const inner = either();
        if (tokens[at]?.kind !== 'close') throw searchSyntax();
        at += 1;
        return inner;
      }
      if (!token.term) throw searchSyntax();
      return token.term;
    } finally {
      depth -= 1;
    }
  };
  /** Terms side by side: joined by AND, those on one property by OR. */
  const implicit = (): Kql => {
    const terms: Kql[] = [primary()];
    while (at < tokens.length && !['and', 'or', 'close'].includes(String(tokens[at]?.kind))) terms.push(primary());
    const joined: Kql[] = [];
    for (const term of terms) {
      const same = joined.findIndex((other) => term.kind === 'property' && propertyOf(other) === term.name);
      const other = joined[same];
      if (other && term.kind === 'property') joined[same] = { kind: 'or', left: other, right: term };
      else joined.push(term);
    }
    return joined.reduce((left, right) => ({ kind: 'and', left, right }));
  };
  const both = (): Kql => {
    let left = implicit();
    while (tokens[at]?.kind === 'and') {
      at += 1;
      left = { kind: 'and', left, right: implicit() };
    }
    return left;
  };
  const either = (): Kql => {
    let left = both();
    while (tokens[at]?.kind === 'or') {
      at += 1;
      left = { kind: 'or', left, right: both() };
    }
    return left;
  };
  const query = either();
  if (at !== tokens.length) throw searchSyntax();
  return query;
}

const propertyOf = (term: Kql): string | undefined =>
  term.kind === 'property' ? term.name : term.kind === 'or' ? propertyOf(term.left) : undefined;
