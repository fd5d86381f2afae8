import type { CorrectionSubject } from '../correction';
import type { PlainDate } from '../members/term';
import type { ClauseEntry } from './pack';

/** A clause as it stands in the list. */
export interface Clause extends Omit<ClauseEntry, 'topics' | 'speaksTo'> {
  /** ID of the row in the list ProtocolClauses. */
  id: number;
  topics: readonly string[];
  /** Ids of roles. */
  speaksTo: readonly string[];
}

/** A version of the protocol, without what it says. */
export interface ProtocolVersion {
  /** ID of the row in the list Protocols. */
  id: number;
  title: string;
  council: string;
  version: string;
  isCurrent: boolean;
  adopted?: PlainDate;
  nextReview?: PlainDate;
  /** Post of who keeps it; empty where that is not set. */
  ownerRole: string;
}

/** The version that holds: of several marked so, the latest row. Undefined where none is. */
export const currentOf = (versions: readonly ProtocolVersion[]): ProtocolVersion | undefined =>
  versions.filter(({ isCurrent }) => isCurrent).sort((a, b) => b.id - a.id)[0];

/**
 * The version before another: of the same council the latest one adopted before it, or that was loaded before it where
 * dates are not known. Undefined where there is none.
 */
export function versionBefore(version: ProtocolVersion, versions: readonly ProtocolVersion[]): ProtocolVersion | undefined {
  const isBefore = (other: ProtocolVersion): boolean =>
    other.adopted !== undefined && version.adopted !== undefined && other.adopted !== version.adopted
      ? other.adopted < version.adopted
      : other.id < version.id;
  return versions
    .filter((other) => other.id !== version.id && other.council === version.council && isBefore(other))
    .sort((a, b) => (b.adopted ?? '').localeCompare(a.adopted ?? '') || b.id - a.id)[0];
}

/** Whether a review should have been held. */
export const isReviewOverdue = ({ nextReview }: ProtocolVersion, today: PlainDate): boolean =>
  nextReview !== undefined && nextReview < today;

/** The number of the section that a clause stands in: 7 for 7.3, the number itself where it has no parts. */
export const sectionOf = ({ number }: Pick<Clause, 'number'>): string => /^\d+/.exec(number)?.[0] ?? number;

/** A clause as something for which a change can be suggested. */
export const clauseAsSubject = ({ id, number, heading, text, topics }: Clause): CorrectionSubject => ({
  kind: 'clause',
  id,
  name: `${number} ${heading}`,
  texts: { Title: heading, Text: text, Topics: topics.join('\n') }
});

/** Paragraphs and lists of a clause's text: lines that begin with "- " are items. */
export type TextPart = { kind: 'paragraph'; text: string } | { kind: 'list'; items: string[] };

/** A clause's text as paragraphs and lists. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^[-•*]\s+(.*)$/.exec(line)?.[1];
    const last = parts[parts.length - 1];
    if (line === '') continue;
    if (item === undefined) parts.push({ kind: 'paragraph', text: line });
    else if (last?.kind === 'list') last.items.push(item);
    else parts.push({ kind: 'list', items: [item] });
  }
  return parts;
}
