import { defaultStandard } from '../../domain/protocol/defaultStandard';
import type { ClauseEntry, EnquiryKind, ProtocolPack, Standard } from '../../domain/protocol/pack';
import type { PackFault } from '../../domain/protocol/packFault';
import { protocolParts } from '../../lists/protocols';
import {
  packColumns,
  partNames,
  standardNames,
  type ColumnKind,
  type PackList,
  type Plain,
  type PlainRow,
  type Row,
  type StandardName
} from './pack-columns';
import { toDate, toLines, toText } from '../values';

/** How a pack stands in the lists Protocols, ProtocolClauses and EnquiryKinds, and the other way. */

/** A row of SharePoint's as an import compares it. */
export function toPlain(list: PackList, row: Row): PlainRow {
  const columns: Record<string, ColumnKind> = packColumns[list];
  return Object.fromEntries(
    Object.entries(columns).map(([name, kind]): [string, Plain] => {
      const value = row[name];
      if (kind === 'number') return [name, typeof value === 'number' ? value : null];
      if (kind === 'date') return [name, toDate(value as string | null) ?? null];
      return [name, toText(value as string | null) || null];
    })
  );
}

const json = (value: unknown): string | null =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? null : JSON.stringify(value, null, 2);
const listed = (names: readonly string[] | undefined): string | null => (names ?? []).join(', ') || null;
const trimmed = (text: string): string => toText(text);

function standardRow(standard: Standard | undefined): { row: PlainRow; sources: Record<string, string> } {
  const names = Object.keys(standardNames) as StandardName[];
  const given = names.filter((name) => standard?.[name] !== undefined);
  return {
    row: Object.fromEntries(names.map((name) => [standardNames[name], standard?.[name]?.value ?? null])),
    sources: Object.fromEntries(given.map((name) => [name, standard?.[name]?.source ?? '']))
  };
}

/** The row of a pack in Protocols. */
export function protocolRow(pack: ProtocolPack): PlainRow {
  const { row, sources } = standardRow(pack.standards[defaultStandard]);
  return {
    Title: trimmed(pack.title),
    Council: trimmed(pack.council),
    Version: trimmed(pack.version),
    Adopted: pack.adopted.value,
    NextReview: pack.nextReview.value,
    OwnerRole: pack.ownerRole.value,
    Nation: pack.nation ?? 'england-and-wales',
    RetentionMonths: pack.retention?.value ?? null,
    ...row,
    ...Object.fromEntries(partNames.map((name) => [protocolParts[name], json(pack[name])])),
    Sources: json({
      source: pack.source,
      adopted: pack.adopted.source,
      nextReview: pack.nextReview.source,
      ownerRole: pack.ownerRole.source,
      ...(pack.retention ? { retention: pack.retention.source } : {}),
      ...sources
    })
  };
}

/** The row of a clause in ProtocolClauses. */
export const clauseRow = ({ number, heading, text, speaksTo, topics, source }: ClauseEntry, position: number): PlainRow => ({
  Title: trimmed(heading),
  Number: number,
  Position: position,
  Text: trimmed(text),
  SpeaksTo: listed(speaksTo),
  Topics: topics.map(trimmed).join('\n') || null,
  Source: source
});

/** The row of a kind in EnquiryKinds. */
export function kindRow(kind: EnquiryKind, standard: Standard | undefined, position: number): PlainRow {
  const { row, sources } = standardRow(standard);
  return {
    Title: trimmed(kind.title),
    KindId: kind.id,
    Position: position,
    Guidance: trimmed(kind.guidance),
    AskedBy: listed(kind.askedBy),
    NoticeDays: kind.notice?.value ?? null,
    ...row,
    Clauses: listed(kind.clauses),
    Questions: json(kind.questions),
    DeclineGrounds: json(kind.declineGrounds),
    Sources: json({ source: kind.source, ...(kind.notice ? { notice: kind.notice.source } : {}), ...sources })
  };
}

/** A pack as the lists have it: not yet checked, since owners edit it. Parts that are no JSON stand as texts, and are told of. */
export interface PackInLists {
  raw: Record<string, unknown>;
  faults: PackFault[];
}

const text = (row: Row, column: string): string => toText(row[column] as string | null);
const names = (row: Row, column: string): string[] =>
  text(row, column)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Puts a pack together from its rows, those of clauses and kinds in their order. */
export function packFromRows(protocol: Row, clauses: readonly Row[], kinds: readonly Row[]): PackInLists {
  const faults: PackFault[] = [];
  const parse = (row: Row, column: string, at: (string | number)[]): unknown => {
    const written = text(row, column);
    if (written === '') return undefined;
    try {
      return JSON.parse(written);
    } catch {
      // The reason is the browser's own words, in any language; what helps is where.
      faults.push({ at, message: 'This is not JSON: look for a comma, quotation mark or bracket too many or too few' });
      // The checks see that something is there, so that what names it is not wrong because of that.
      return written;
    }
  };
  const sourcesOf = (row: Row, at: (string | number)[]): Record<string, unknown> => {
    const sources = parse(row, 'Sources', [...at, 'source']);
    return typeof sources === 'object' && sources !== null ? (sources as Record<string, unknown>) : {};
  };
  const present = (entries: [string, unknown][]): Record<string, unknown> =>
    Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  /** A value with its source: ours where nothing is said, as for what an owner filled in. */
  const sourced = (value: Plain, source: unknown): { value: Plain; source: unknown } =>
    value === null
      ? { value, source: 'not set' }
      : { value, source: source === undefined || source === 'not set' ? 'our default' : source };
  const standard = (row: Row, list: 'protocol' | 'kind', sources: Record<string, unknown>): Record<string, unknown> => {
    const plain = toPlain(list, row);
    return present(
      (Object.keys(standardNames) as StandardName[]).map((name): [string, unknown] => {
        const value = plain[standardNames[name]] ?? null;
        // A kind without a value of its own has the general one, unless it is left open for this kind.
        const own = list === 'protocol' || value !== null || sources[name] === 'not set';
        return [name, own ? sourced(value, sources[name]) : undefined];
      })
    );
  };
  const plain = toPlain('protocol', protocol);
  const sources = sourcesOf(protocol, []);
  const standards: Record<string, unknown> = { [defaultStandard]: standard(protocol, 'protocol', sources) };
  const kindEntries = kinds.map((row, index) => {
    const own = sourcesOf(row, ['kinds', index]);
    const values = standard(row, 'kind', own);
    if (Object.keys(values).length > 0) standards[text(row, 'KindId')] = values;
    const notice = toPlain('kind', row).NoticeDays ?? null;
    return present([
      ['id', text(row, 'KindId')],
      ['title', text(row, 'Title')],
      ['guidance', text(row, 'Guidance')],
      ['askedBy', text(row, 'AskedBy') === '' ? undefined : names(row, 'AskedBy')],
      ['questions', parse(row, 'Questions', ['kinds', index, 'questions'])],
      ['notice', notice === null && own.notice === undefined ? undefined : sourced(notice, own.notice)],
      ['declineGrounds', parse(row, 'DeclineGrounds', ['kinds', index, 'declineGrounds'])],
      ['clauses', text(row, 'Clauses') === '' ? undefined : names(row, 'Clauses')],
      ['source', own.source ?? 'our default']
    ]);
  });
  const raw = present([
    ['council', text(protocol, 'Council')],
    ['nation', text(protocol, 'Nation') || undefined],
    ['title', text(protocol, 'Title')],
    ['version', text(protocol, 'Version')],
    ['source', sources.source ?? 'our default'],
    ...(['adopted', 'nextReview', 'ownerRole'] as const).map((name): [string, unknown] => [
      name,
      sourced(plain[`${name.charAt(0).toUpperCase()}${name.slice(1)}`] ?? null, sources[name])
    ]),
    [
      'clauses',
      clauses.map((row) => ({
        number: text(row, 'Number'),
        heading: text(row, 'Title'),
        text: text(row, 'Text'),
        speaksTo: names(row, 'SpeaksTo'),
        topics: toLines(row.Topics as string | null),
        source: text(row, 'Source') || 'our default'
      }))
    ],
    ...partNames.map((name): [string, unknown] => [name, parse(protocol, protocolParts[name], [name])]),
    [
      'retention',
      plain.RetentionMonths === null && sources.retention === undefined
        ? undefined
        : sourced(plain.RetentionMonths ?? null, sources.retention)
    ],
    ['standards', standards],
    ['kinds', kindEntries]
  ]);
  return { raw, faults };
}
