import { badFormula } from '../errors';

/** A value in a formula. Dates are days since 30 December 1899, as in Excel. Nothing is an empty column. */
export type FormulaValue = number | string | boolean | null;

/** What a formula of SharePoint says of a row: the part of Excel's language that validation uses. */
export interface Formula {
  /** The columns that it names, as it names them. */
  columns: string[];
  /** Its value; an error value (#VALUE! and the like) is no answer. */
  evaluate(valueOf: (column: string) => FormulaValue, now: Date): FormulaValue | undefined;
}

/** An error value, as #VALUE! or #DIV/0!. */
class ErrorValue extends Error {}

interface Scope {
  valueOf(column: string): FormulaValue;
  now: Date;
}
type Node = (scope: Scope) => FormulaValue;

const dayZero = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;
/** A moment as a formula counts it. */
export const serialOf = (milliseconds: number): number => (milliseconds - dayZero) / dayLength;
const dateOf = (serial: number): Date => new Date(dayZero + Math.floor(serial) * dayLength);

const toNumber = (value: FormulaValue): number => {
  const number = value === '' ? NaN : Number(value ?? 0);
  if (!Number.isFinite(number)) throw new ErrorValue();
  return number;
};
const toText = (value: FormulaValue): string =>
  value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
const toTruth = (value: FormulaValue): boolean => (typeof value === 'boolean' ? value : toNumber(value) !== 0);

/** Excel's order: numbers, then texts without regard to case, then truth values. Nothing equals "", 0 and FALSE. */
function compare(a: FormulaValue, b: FormulaValue): number {
  const rank = (value: FormulaValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  const empty = (other: FormulaValue): FormulaValue => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
  const left = a ?? empty(b);
  const right = b ?? empty(a);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [one, other] = [left.toLowerCase(), right.toLowerCase()];
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return Number(left) - Number(right);
}

const position = (find: string, within: string, start: number): number => {
  const at = start < 1 ? -1 : within.indexOf(find, start - 1);
  if (at < 0) throw new ErrorValue();
  return at + 1;
};

const isError = (node: Node, scope: Scope): boolean => {
  try {
    node(scope);
    return false;
  } catch (error) {
    if (error instanceof ErrorValue) return true;
    throw error;
  }
};

/** Functions by name: how few and how many arguments they take, and what they do. */
const functions: Record<string, [fewest: number, most: number, call: (args: Node[], scope: Scope) => FormulaValue]> = {
  AND: [1, 30, (args, scope) => args.map((arg) => toTruth(arg(scope))).every(Boolean)],
  OR: [1, 30, (args, scope) => args.map((arg) => toTruth(arg(scope))).some(Boolean)],
  NOT: [1, 1, ([arg], scope) => !toTruth(at(arg)(scope))],
  IF: [2, 3, ([test, yes, no], scope) => (toTruth(at(test)(scope)) ? at(yes)(scope) : no ? no(scope) : false)],
  TRUE: [0, 0, () => true],
  FALSE: [0, 0, () => false],
  ISBLANK: [1, 1, ([arg], scope) => !isError(at(arg), scope) && at(arg)(scope) === null],
  ISNUMBER: [1, 1, ([arg], scope) => !isError(at(arg), scope) && typeof at(arg)(scope) === 'number'],
  ISTEXT: [1, 1, ([arg], scope) => !isError(at(arg), scope) && typeof at(arg)(scope) === 'string'],
  ISERROR: [1, 1, ([arg], scope) => isError(at(arg), scope)],
  LEN: [1, 1, ([arg], scope) => toText(at(arg)(scope)).length],
  LEFT: [1, 2, ([arg, count], scope) => toText(at(arg)(scope)).slice(0, count ? toNumber(count(scope)) : 1)],
  RIGHT: [
    1,
    2,
    ([arg, count], scope) => {
      const text = toText(at(arg)(scope));
      return text.slice(Math.max(0, text.length - (count ? toNumber(count(scope)) : 1)));
    }
  ],
  MID: [
    3,
    3,
    ([arg, start, count], scope) => {
      const from = toNumber(at(start)(scope)) - 1;
      if (from < 0) throw new ErrorValue();
      return toText(at(arg)(scope)).slice(from, from + toNumber(at(count)(scope)));
    }
  ],
  TRIM: [1, 1, ([arg], scope) => toText(at(arg)(scope)).replace(/ +/g, ' ').trim()],
  UPPER: [1, 1, ([arg], scope) => toText(at(arg)(scope)).toUpperCase()],
  LOWER: [1, 1, ([arg], scope) => toText(at(arg)(scope)).toLowerCase()],
  EXACT: [2, 2, ([a, b], scope) => toText(at(a)(scope)) === toText(at(b)(scope))],
  CONCATENATE: [1, 30, (args, scope) => args.map((arg) => toText(arg(scope))).join('')],
  VALUE: [1, 1, ([arg], scope) => toNumber(at(arg)(scope))],
  FIND: [
    2,
    3,
    ([find, text, start], scope) => position(toText(at(find)(scope)), toText(at(text)(scope)), start ? toNumber(start(scope)) : 1)
  ],
  SEARCH: [
    2,
    3,
    ([find, text, start], scope) =>
      position(toText(at(find)(scope)).toLowerCase(), toText(at(text)(scope)).toLowerCase(), start ? toNumber(start(scope)) : 1)
  ],
  MIN: [1, 30, (args, scope) => Math.min(...args.map((arg) => toNumber(arg(scope))))],
  MAX: [1, 30, (args, scope) => Math.max(...args.map((arg) => toNumber(arg(scope))))],
  SUM: [1, 30, (args, scope) => args.reduce((sum, arg) => sum + toNumber(arg(scope)), 0)],
  ABS: [1, 1, ([arg], scope) => Math.abs(toNumber(at(arg)(scope)))],
  INT: [1, 1, ([arg], scope) => Math.floor(toNumber(at(arg)(scope)))],
  MOD: [2, 2, ([a, b], scope) => modulo(toNumber(at(a)(scope)), toNumber(at(b)(scope)))],
  TODAY: [0, 0, (_args, { now }) => Math.floor(serialOf(now.getTime()))],
  NOW: [0, 0, (_args, { now }) => serialOf(now.getTime())],
  YEAR: [1, 1, ([arg], scope) => dateOf(toNumber(at(arg)(scope))).getUTCFullYear()],
  MONTH: [1, 1, ([arg], scope) => dateOf(toNumber(at(arg)(scope))).getUTCMonth() + 1],
  DAY: [1, 1, ([arg], scope) => dateOf(toNumber(at(arg)(scope))).getUTCDate()],
  WEEKDAY: [1, 1, ([arg], scope) => dateOf(toNumber(at(arg)(scope))).getUTCDay() + 1],
  DATE: [
    3,
    3,
    (args, scope) =>
      serialOf(Date.UTC(...(args.map((arg, index) => toNumber(arg(scope)) - Number(index === 1)) as [number, number, number])))
  ]
};

/** An argument that must be there: how many there are was checked when the formula was read. */
function at(node: Node | undefined): Node {
  if (!node) throw badFormula();
  return node;
}

function modulo(a: number, b: number): number {
  if (b === 0) throw new ErrorValue();
  return a - b * Math.floor(a / b);
}

const token = /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|\[([^[\]]+)\]|([A-Za-z_][\w.]*)|(<=|>=|<>|[-+*/&=<>(),^%]))/y;

type Token = { kind: 'number' | 'text' | 'column' | 'name' | 'sign'; value: string };

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const found = token.exec(text);
    if (!found) throw badFormula();
    const [, number, quoted, column, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.replace(/""/g, '"') });
    else if (column !== undefined) tokens.push({ kind: 'column', value: column });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else tokens.push({ kind: 'sign', value: String(sign) });
  }
  return tokens;
}

/** A formula in which a column has another title, as SharePoint keeps formulas in step with renamed columns. */
export const renameInFormula = (text: string, from: string, to: string): string =>
  text.replace(/"(?:[^"]|"")*"|\[([^[\]]+)\]|([A-Za-z_][\w.]*)(\s*\()?/g, (all: string, column?: string, name?: string, call?: string) => {
    const named = call === undefined ? (column ?? name) : undefined;
    return named?.toLowerCase() === from.toLowerCase() ? `[${to}]` : all;
  });

/** SharePoint's limit for a formula, in characters; and how deep functions may stand in one another. */
const longest = 1024;
const deepest = 64;

const levels: string[][] = [['=', '<>', '<', '<=', '>', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

function combine(sign: string, left: Node, right: Node): Node {
  switch (sign) {
    case '&':
      return (scope) => toText(left(scope)) + toText(right(scope));
    case '+':
      return (scope) => toNumber(left(scope)) + toNumber(right(scope));
    case '-':
      return (scope) => toNumber(left(scope)) - toNumber(right(scope));
    case '*':
      return (scope) => toNumber(left(scope)) * toNumber(right(scope));
    case '/':
      return (scope) => toNumber(toNumber(left(scope)) / toNumber(right(scope)));
    case '^':
      return (scope) => toNumber(toNumber(left(scope)) ** toNumber(right(scope)));
    default: {
      const holds: Record<string, (order: number) => boolean> = {
        '=': (order) => order === 0,
        '<>': (order) => order !== 0,
        '<': (order) => order < 0,
        '<=': (order) => order <= 0,
        '>': (order) => order > 0,
        '>=': (order) => order >= 0
      };
      const test = holds[sign];
      if (!test) throw badFormula();
      return (scope) => test(compare(left(scope), right(scope)));
    }
  }
}

/**
 * Reads a formula.
 *
 * @throws SharePointError for what is no formula, or uses functions that are not built
 */
export function parseFormula(text: string): Formula {
  if (text.length > longest) throw badFormula();
  const tokens = tokensOf(text.replace(/^\s*=/, ''));
  const columns: string[] = [];
  let next = 0;
  let depth = 0;
  const isSign = (...signs: string[]): boolean => tokens[next]?.kind === 'sign' && signs.includes(String(tokens[next]?.value));
  const expect = (sign: string): void => {
    if (!isSign(sign)) throw badFormula();
    next += 1;
  };

  const operand = (): Node => {
    const { kind, value } = tokens[next] ?? { kind: 'sign', value: '' };
    next += 1;
    if (kind === 'number') return () => Number(value);
    if (kind === 'text') return () => value;
    if (kind === 'sign') {
      if (value === '-') return negative(operand());
      if (value === '+') return operand();
      if (value !== '(') throw badFormula();
      const inside = expression(0);
      expect(')');
      return inside;
    }
    if (kind === 'name' && isSign('(')) return call(value.toUpperCase());
    if (kind === 'name' && /^(?:TRUE|FALSE)$/i.test(value)) return () => value.toUpperCase() === 'TRUE';
    columns.push(value);
    return ({ valueOf }) => valueOf(value);
  };
  const negative =
    (node: Node): Node =>
    (scope) =>
      -toNumber(node(scope));
  const call = (name: string): Node => {
    const known = Object.prototype.hasOwnProperty.call(functions, name) ? functions[name] : undefined;
    if (!known) throw badFormula();
    const [fewest, most, apply] = known;
    expect('(');
    const args: Node[] = [];
    while (!isSign(')')) {
      args.push(expression(0));
      if (!isSign(')')) expect(',');
    }
    expect(')');
    if (args.length < fewest || args.length > most) throw badFormula();
    return (scope) => apply(args, scope);
  };
  const expression = (level: number): Node => {
    depth += 1;
    if (depth > deepest * levels.length) throw badFormula();
    let left = level === levels.length ? operand() : expression(level + 1);
    const signs = levels[level] ?? [];
    while (level < levels.length && isSign(...signs)) {
      const sign = String(tokens[next]?.value);
      next += 1;
      left = combine(sign, left, expression(level + 1));
    }
    depth -= 1;
    return left;
  };

  const root = expression(0);
  if (next !== tokens.length) throw badFormula();
  return {
    columns,
    evaluate: (valueOf, now) => {
      try {
        return root({ valueOf, now });
      } catch (error) {
        if (error instanceof ErrorValue) return undefined;
        throw error;
      }
    }
  };
}
