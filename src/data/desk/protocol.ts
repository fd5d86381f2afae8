import type { KindStandard } from '../../domain/protocol/standards';
import type { EscalationStep } from '../../domain/enquiries/life';
import { protocolParts } from '../../lists/protocols';
import { standardNames, type Row } from '../protocol/pack-columns';
import { toText } from '../values';

/** What the desk needs of a version of the protocol. */
export interface DeskProtocol {
  /** ID of the row in Protocols. */
  id: number;
  standard: KindStandard;
  /** Replies to begin with; those without kinds are for all. */
  templates: readonly { id: string; title: string; kinds: readonly string[]; text: string }[];
  /** How many months an enquiry is kept after it was closed; undefined where the protocol does not say. */
  retentionMonths: number | undefined;
  /** Situations in which something goes wrong, with whose steps they are. */
  escalation: readonly { id: string; title: string; roles: readonly string[]; steps: readonly EscalationStep[] }[];
}

/** What the desk needs of a kind of enquiry. */
export interface DeskKind {
  id: string;
  title: string;
  /** What it has of its own; null where the protocol's standard holds. */
  standard: KindStandard;
  grounds: readonly { id: string; text: string; decidedBy?: string; disputeTo?: string }[];
}

export const protocolColumns = [
  'Title',
  ...Object.values(standardNames),
  protocolParts.escalation,
  protocolParts.templates,
  'RetentionMonths'
];
export const kindColumns = ['KindId', 'Title', 'Position', 'DeclineGrounds', ...Object.values(standardNames)];

const standardIn = (row: Row): KindStandard => {
  const days = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null);
  return {
    acknowledge: days(standardNames.acknowledge),
    reply: days(standardNames.reply),
    keepOpen: days(standardNames.keepOpen),
    extension: days(standardNames.extension),
    dayEnds: toText(row[standardNames.dayEnds] as string | null) || null
  };
};

/** Entries of a column of JSON. What is wrong in it is told to owners in the protocol guide, so here there is none. */
function entries(value: unknown): Record<string, unknown>[] {
  try {
    const parsed: unknown = JSON.parse(String(value ?? '[]'));
    return Array.isArray(parsed) ? (parsed.filter((one) => typeof one === 'object' && one !== null) as Record<string, unknown>[]) : [];
  } catch {
    return [];
  }
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const readProtocol = (row: Row): DeskProtocol => ({
  id: Number(row.Id),
  standard: standardIn(row),
  templates: entries(row[protocolParts.templates]).map((entry) => ({
    ...{ id: textOf(entry.id), title: textOf(entry.title), text: textOf(entry.text) },
    kinds: Array.isArray(entry.kinds) ? entry.kinds.map(textOf) : []
  })),
  retentionMonths: typeof row.RetentionMonths === 'number' ? row.RetentionMonths : undefined,
  escalation: entries(row[protocolParts.escalation]).map((entry) => {
    const [id, title] = [textOf(entry.id), textOf(entry.title)];
    const steps = Array.isArray(entry.steps) ? (entry.steps as Record<string, unknown>[]) : [];
    return {
      ...{ id, title },
      roles: Array.isArray(entry.for) ? entry.for.map(textOf) : [],
      steps: steps.map((one, step) => ({ ...{ situation: id, title, step }, text: textOf(one?.text) }))
    };
  })
});

export const readKind = (row: Row): DeskKind => ({
  id: textOf(row.KindId),
  title: textOf(row.Title),
  standard: standardIn(row),
  grounds: entries(row.DeclineGrounds).map((ground) => ({
    ...{ id: textOf(ground.id), text: textOf(ground.text) },
    ...(textOf(ground.decidedBy) === '' ? {} : { decidedBy: textOf(ground.decidedBy) }),
    ...(textOf(ground.disputeTo) === '' ? {} : { disputeTo: textOf(ground.disputeTo) })
  }))
});

/** What an enquiry of a kind is held to: the kind's own values, and the protocol's for those that it has not got. */
export const standardFor = (protocol: DeskProtocol | undefined, kind: DeskKind | undefined): KindStandard => ({
  acknowledge: kind?.standard.acknowledge ?? protocol?.standard.acknowledge ?? null,
  reply: kind?.standard.reply ?? protocol?.standard.reply ?? null,
  keepOpen: kind?.standard.keepOpen ?? protocol?.standard.keepOpen ?? null,
  extension: kind?.standard.extension ?? protocol?.standard.extension ?? null,
  dayEnds: kind?.standard.dayEnds ?? protocol?.standard.dayEnds ?? null
});
