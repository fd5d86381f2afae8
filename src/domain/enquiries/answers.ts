import type { Answer, Answers } from '../protocol/answers';
import type { PlainDate } from '../members/term';

/** What a constituent lets a member do. */
export const authorities = ['asked', 'written', 'household', 'nobody named'] as const;
export type Authority = (typeof authorities)[number];

/**
 * What somebody has answered so far. What is absent has not been asked or answered yet; an empty text was left empty. It
 * is kept as JSON in a draft.
 */
export interface EnquiryAnswers {
  /** ID of the member for whom Member Support raises it; null for an officer who writes to a ward's members. */
  memberId?: number | null;
  /** Id of the kind. */
  kind?: string;
  urgent?: boolean;
  /** What was typed to find the service. */
  about?: string;
  /** ID of the service; null for "I do not know". */
  serviceId?: number | null;
  topic?: string;
  wardId?: number;
  otherWardIds?: readonly number[];
  widerImpact?: boolean;
  place?: string;
  summary?: string;
  description?: string;
  wanted?: string;
  earlierReference?: string;
  neededBy?: PlainDate | '';
  /** By when ward members are asked to answer. */
  respondBy?: PlainDate | '';
  forConstituent?: boolean;
  constituent?: string;
  constituentContact?: string;
  authority?: Authority;
  sensitive?: boolean;
  othersNamed?: boolean;
  /** To the questions of the kind, by id. */
  questions?: Answers;
  /** Id of the audience, where another was chosen than the protocol's. */
  audience?: string;
  /** How to reach the member about it, where that is not as in their profile. */
  reach?: string;
}

/** Fields of the form, by the names that faults and links to them have. */
export type FieldName = Exclude<keyof EnquiryAnswers, 'questions' | 'topic' | 'about'> | `question:${string}`;

/** Longest texts, in characters (UTF-16, as SharePoint counts). */
export const longest = {
  summary: 120,
  line: 255,
  description: 50_000,
  wanted: 10_000,
  reach: 1_000,
  questionText: 4_000
} as const;

/** What a note of SharePoint's holds at least, in characters. */
export const longestNote = 63_999;

/** What answers a question of the kind; undefined while it has not been asked. */
export const questionAnswer = ({ questions }: EnquiryAnswers, id: string): Answer | undefined => questions?.[id];

/** A text without blanks around it. */
export const trimmed = (text: string | undefined): string => (text ?? '').trim();
