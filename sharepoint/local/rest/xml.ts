import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { badRequest } from '../errors';

/** One element of an XML text, with its children in their order. */
export interface Element {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: Element[];
  /** Its text, without that of its children. */
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Numbers of characters (&#60;) count as names of them (&lt;).
  htmlEntities: true
});

/** More than any real view has; keeps a hostile one from using up the stack. */
const deepest = 100;

type Node = Record<string, Node[] | Record<string, string> | string>;

function toElement(node: Node, depth: number): Element | undefined {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined || name.startsWith('?')) return undefined;
  if (depth > deepest) throw badRequest('The XML is nested too deeply.');
  const nodes = (node[name] ?? []) as Node[];
  return {
    name,
    attributes: new Map(Object.entries((node[':@'] ?? {}) as Record<string, string>).map(([key, value]) => [key, String(value)])),
    children: nodes.map((child) => toElement(child, depth + 1)).filter((child): child is Element => child !== undefined),
    text: nodes.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('')
  };
}

/**
 * Reads an XML text as its elements.
 *
 * @param what what the text should be, for the message
 * @throws SharePointError 400 where it is not well-formed, or declares entities
 */
export function readXml(source: string, what: string): Element[] {
  const invalid = (): Error => badRequest(`The ${what} is not valid XML.`);
  if (/<!(DOCTYPE|ENTITY)/i.test(source)) throw invalid();
  // Several elements beside one another are read as if one held them.
  const whole = `<_>${source.replace(/^\s*<\?xml[^>]*\?>/, '')}</_>`;
  if (XMLValidator.validate(whole) !== true) throw invalid();
  const depth = deepestIn(source);
  if (depth > deepest * 2) throw invalid();
  let nodes: Node[];
  try {
    nodes = parser.parse(whole) as Node[];
  } catch {
    // The parser refuses names that mean something in JavaScript.
    throw invalid();
  }
  const [root] = nodes.map((node) => toElement(node, 0));
  return root?.children ?? [];
}

/** How deeply tags are nested at most, counted without recursion: the parser itself recurses. */
function deepestIn(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of source.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** The first child of a name. */
export const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((one) => one.name === name);

/** Whether an attribute says TRUE. */
export const isTrue = (element: Element | undefined, name: string): boolean => /^true$/i.test(element?.attributes.get(name) ?? '');
