import type { EnquiryAnswers } from './answers';
import { faultsOn, type Fault } from './checks';
import { chosenKind, outcomeFor, relevanceFor, wardOf, type FormContext } from './form';
import { questionsOn, type PageName } from './pageQuestions';
import { rounds } from './relevance';

/**
 * The pages in their order, up to "check", as far as the answers tell: each is left out where its answer is known or does
 * not matter.
 */
export function pagesFor(context: FormContext, answers: EnquiryAnswers): PageName[] {
  const kind = chosenKind(context, answers);
  if (!kind) return ['kind'];
  const relevance = relevanceFor(context, kind);
  const later = rounds(context.protocol.rules, kind)
    .map((_, round): PageName => `questions-${round}`)
    .filter((page, round) => round > 0 && questionsOn(page, context, kind, answers).length > 0);
  return [
    ...(['kind', 'first'] as const),
    ...later,
    ...(relevance.service ? (['service'] as const) : []),
    // A member's own ward is known; another is chosen from "Check your answers".
    ...(relevance.place && (context.member === undefined || wardOf(context, {}) === undefined) ? (['where'] as const) : []),
    'what',
    ...(relevance.constituent && answers.forConstituent === true ? (['constituent'] as const) : []),
    'check'
  ];
}

/** Whether the matter belongs elsewhere, as far as the answers tell. Somebody at risk is asked about before anything else. */
export function isStopped(context: FormContext, answers: EnquiryAnswers): boolean {
  const kind = chosenKind(context, answers);
  if (!kind || answers.urgent === undefined) return false;
  const outcome = outcomeFor(context, kind, answers).kind;
  return outcome === 'signpost' || outcome === 'not an enquiry';
}

/** The page that comes after "Continue": a stop, the first page that is not answered yet, or "check". */
export function nextPage(context: FormContext, answers: EnquiryAnswers): PageName {
  if (isStopped(context, answers)) return 'stop';
  return pagesFor(context, answers).find((one) => one !== 'check' && faultsOn(one, context, answers).length > 0) ?? 'check';
}

/** The page before one; undefined for the first. */
export function pageBefore(page: PageName, context: FormContext, answers: EnquiryAnswers): PageName | undefined {
  const pages = pagesFor(context, answers);
  if (page === 'stop') return [...pages].reverse().find((one) => one !== 'check' && faultsOn(one, context, answers).length === 0) ?? 'kind';
  const index = pages.indexOf(page);
  return index < 0 ? 'check' : pages[index - 1];
}

/** Everything that has to be mended before it can be sent, with the page that it is on. */
export const faultsIn = (context: FormContext, answers: EnquiryAnswers): { page: PageName; fault: Fault }[] =>
  [...pagesFor(context, answers), 'audience' as const, 'reach' as const].flatMap((page) =>
    faultsOn(page, context, answers).map((fault) => ({ page, fault }))
  );
