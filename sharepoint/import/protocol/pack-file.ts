import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { ProtocolPack } from '../../../src/domain/protocol/pack';
import { pathText, type PackFault, type Steps } from '../../../src/domain/protocol/packFault';
import { readPack } from '../../../src/domain/protocol/readPack';

/** A pack that a file holds, or everything that is wrong with it, in the order of the file. */
export type PackFile = { pack: ProtocolPack; faults: [] } | { pack: undefined; faults: FaultInFile[] };

/** A fault and where it is in the file. */
export interface FaultInFile extends PackFault {
  /** From 1. */
  line: number;
}

/** A fault as a line of text. */
export const describeFault = ({ line, at, message }: FaultInFile): string =>
  `line ${line}${at.length > 0 ? `, ${pathText(at)}` : ''}: ${message}`;

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The line of a value; of what it should be in where it is missing. */
function lineAt(text: string, tree: Node, at: Steps): number {
  for (let length = at.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(tree, at.slice(0, length) as (string | number)[]);
    if (node) return lineOf(text, node.offset);
  }
  return 1;
}

/** Keys that stand twice in one object: JSON would take the last and say nothing. */
function doubleKeys(node: Node, at: Steps = []): PackFault[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, index) => doubleKeys(child, [...at, index]));
  if (node.type !== 'object') return [];
  const seen = new Set<string>();
  return children.flatMap(({ children: [key, value] = [] }) => {
    const name = String(key?.value);
    const here = [...at, name];
    const again = seen.has(name) ? [{ at: here, message: `"${name}" stands twice here` }] : [];
    seen.add(name);
    return value ? [...again, ...doubleKeys(value, here)] : again;
  });
}

/** Reads a pack from a file, which has to be in UTF-8. */
export function readPackFile(bytes: Uint8Array): PackFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'The file is not in UTF-8: save it with that encoding (in Notepad: Save as, Encoding, UTF-8)';
    return { pack: undefined, faults: [{ at: [], line: 1, message }] };
  }
  return readPackText(text);
}

/** Reads a pack from a file's text. */
export function readPackText(given: string): PackFile {
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { pack: undefined, faults: [{ at: [], line: 1, message: 'The file is empty' }] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  if (!tree || errors[0]) {
    const line = lineOf(text, errors[0]?.offset ?? 0);
    return {
      pack: undefined,
      faults: [{ at: [], line, message: 'This is not JSON: look for a comma, quotation mark or bracket too many or too few' }]
    };
  }
  const { pack, faults } = readPack(JSON.parse(text));
  const all = [...doubleKeys(tree), ...faults].map((fault) => ({ ...fault, line: lineAt(text, tree, fault.at) }));
  if (pack && all.length === 0) return { pack, faults: [] };
  return { pack: undefined, faults: all.sort((a, b) => a.line - b.line) };
}
