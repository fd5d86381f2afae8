import type { EnquiryKind, Question } from '../protocol/pack';
import type { EnquiryAnswers } from './answers';
import { askedQuestions, type FormContext } from './form';
import { rounds } from './relevance';

/** A page of the form. Questions of the kind stand on "first" and on pages of their own, by round. */
export type PageName =
  /** For whom: asked of who is no member. */
  | 'who'
  | 'kind'
  | 'first'
  | `questions-${number}`
  | 'service'
  | 'where'
  | 'what'
  | 'constituent'
  /** The matter belongs elsewhere, or cannot be raised. */
  | 'stop'
  | 'check'
  // Reached from "Check your answers" only.
  | 'audience'
  | 'reach'
  | 'documents';

/** The questions of the kind that stand on a page: the first round on "first", the others each on its own. */
export function questionsOn(page: PageName, context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers): Question[] {
  const round = page === 'first' ? 0 : Number(/^questions-(\d+)$/.exec(page)?.[1] ?? -1);
  const asked = askedQuestions(context, kind, answers);
  return (rounds(context.protocol.rules, kind)[round] ?? []).filter(({ id }) => asked.has(id));
}
