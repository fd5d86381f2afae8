import type { MessagingExtensionResponse } from '@microsoft/teams.api';
import type { Ask } from '../ask';
import type { result } from '../cards/parts';

/** A search as it was asked. */
export interface Query {
  text: string;
  /** How many results are skipped, and how many are wanted. */
  skip: number;
  count: number;
}

/** A result of a search. */
export type Result = ReturnType<typeof result>;

/** Answers a search. */
export type Search = (query: Query, ask: Ask) => Promise<MessagingExtensionResponse>;

/** The part of some results that a query wants. */
export const pageOf = <T>(all: readonly T[], { skip, count }: Query): readonly T[] => all.slice(skip, skip + count);

/** Results, as a list; none for Teams to say so in its own words. */
export const results = (attachments: readonly Result[]): MessagingExtensionResponse => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [...attachments] }
});

/** A sentence in place of results. */
export const said = (text: string): MessagingExtensionResponse => ({ composeExtension: { type: 'message', text } });
