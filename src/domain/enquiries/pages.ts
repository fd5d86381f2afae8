import type { EnquiryAnswers } from './answers';
import { audiencesFor } from './audience';
import { faultsOn, type Fault } from './checks';
import { chosenKind, outcomeFor, relevanceFor, wardOf, type FormContext } from './form';
import { questionsOn, type PageName } from './pageQuestions';
import { rounds } from './relevance';

/**
 * The pages in their order, up to "check", as far as the answers tell: each is left out where its answer is known or does
 * not matter.
 */
export function pagesFor(context: FormContext, answers: EnquiryAnswers): PageName[] {
  const who: PageName[] = context.isMember ? [] : ['who'];
  const kind = chosenKind(context, answers);
  if (!kind) return [...who, 'kind'];
  const relevance = relevanceFor(context, kind);
  const later = rounds(context.protocol.rules, kind)
    .map((_, round): PageName => `questions-${round}`)
    .filter((page, round) => round > 0 && questionsOn(page, context, kind, answers).length > 0);
  // What officers raise stands in a ward's folder, and what only a member and the Monitoring Officer may see the member
  // sends. For anything else it is said whom to turn to.
  const wardId = answers.wardId ?? (context.member ? undefined : 0);
  const isRaisedHere = audiencesFor(context, kind, { ...answers, ...(wardId === undefined ? {} : { wardId }) }).choices.length > 0;
  if (!isRaisedHere) return [...who, 'kind', 'first', ...later, 'stop'];
  return [
    ...who,
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

/** Whether it depends on the service where a matter belongs that stops here: a signpost without a contact leads to the service's own. */
function needsService(context: FormContext, answers: EnquiryAnswers): boolean {
  const kind = chosenKind(context, answers);
  if (!kind || answers.urgent === true || answers.serviceId !== undefined || !relevanceFor(context, kind).service) return false;
  const { signpost } = outcomeFor(context, kind, answers);
  return signpost !== undefined && (signpost.contact === undefined || signpost.contact.seniority !== undefined);
}

/** A page with questions, rather than one that shows what came of them. */
const isAsked = (page: PageName): boolean => page !== 'check' && page !== 'stop';

/** The page that comes after "Continue": a stop, the first page that is not answered yet, or "check". */
export function nextPage(context: FormContext, answers: EnquiryAnswers): PageName {
  if (isStopped(context, answers)) return needsService(context, answers) ? 'service' : 'stop';
  const pages = pagesFor(context, answers);
  return pages.find((one) => isAsked(one) && faultsOn(one, context, answers).length > 0) ?? pages[pages.length - 1] ?? 'check';
}

/** The page before one; undefined for the first. */
export function pageBefore(page: PageName, context: FormContext, answers: EnquiryAnswers): PageName | undefined {
  const pages = pagesFor(context, answers);
  if (page === 'stop') return [...pages].reverse().find((one) => isAsked(one) && faultsOn(one, context, answers).length === 0) ?? pages[0];
  const index = pages.indexOf(page);
  return index < 0 ? 'check' : pages[index - 1];
}

/** Everything that has to be mended before it can be sent, with the page that it is on. */
export const faultsIn = (context: FormContext, answers: EnquiryAnswers): { page: PageName; fault: Fault }[] =>
  [...pagesFor(context, answers), 'audience' as const, 'reach' as const].flatMap((page) =>
    faultsOn(page, context, answers).map((fault) => ({ page, fault }))
  );
