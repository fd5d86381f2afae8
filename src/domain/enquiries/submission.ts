import type { PlainDate } from '../members/term';
import { routeOf, type Advice, type RuleProblem } from '../protocol/outcome';
import type { Audience, EnquiryKind, Route } from '../protocol/pack';
import { dueDates, standardOf, type DueDates } from '../protocol/standards';
import { questionAnswer, trimmed, type EnquiryAnswers } from './answers';
import { audiencesFor, folderOf } from './audience';
import type { EnquiryFolder } from './folders';
import {
  askedBy,
  askedQuestions,
  chosenKind,
  chosenService,
  isClosedFor,
  outcomeFor,
  protocolAnswers,
  relevanceFor,
  relevantAnswers,
  todayOf,
  wardOf,
  type FormContext
} from './form';
import { recipientOf, restrictedPost, type Recipient } from './recipient';

/** A restricted enquiry goes to whoever may see it. */
const restrictedRoute: Route = { id: 'restricted', to: [{ post: restrictedPost }], text: '', source: 'our default' };

/** A question of the kind as it was asked and answered. */
export interface AnsweredQuestion {
  id: string;
  question: string;
  /** As it reads: the label of an option, "Yes" and "No" as the pack's type has them. */
  answer: string | boolean | number | readonly string[] | null;
}

/** Everything that an enquiry is when it is sent: worked out from the answers, so that the screen only shows it. */
export interface Submission {
  /** Of all its rows, those of other wards included. */
  folder: EnquiryFolder;
  kind: EnquiryKind;
  protocolId: number;
  askedBy: string;
  memberId: number | undefined;
  wardId: number | undefined;
  otherWardIds: readonly number[];
  serviceId: number | undefined;
  answers: EnquiryAnswers;
  questions: AnsweredQuestion[];
  audience: Audience;
  /** Who has it. Of a restricted enquiry: who may see it. */
  recipient: Recipient;
  /** Why they have it, in the protocol's words. */
  route: Route | undefined;
  due: DueDates;
  clauses: string[];
  advice: Advice[];
  problems: RuleProblem[];
  neededBy: PlainDate | undefined;
  respondBy: PlainDate | undefined;
}

/**
 * What an enquiry is when it is sent now; undefined while a kind is not chosen, or where there is no folder for it, as for
 * an officer's matter that is not to ward members.
 */
export function submissionOf(context: FormContext, answers: EnquiryAnswers): Submission | undefined {
  const kind = chosenKind(context, answers);
  if (!kind || !context.directory) return undefined;
  const { chosen: audience, problems: audienceProblems } = audiencesFor(context, kind, answers);
  const folder = audience && folderOf(audience, context, answers);
  if (!audience || !folder) return undefined;
  const relevance = relevanceFor(context, kind);
  const { rules } = context.protocol;
  const { route, problems: routeProblems } = routeOf(rules, kind, protocolAnswers(context, kind, answers, true));
  const outcome = outcomeFor(context, kind, answers, true);
  const service = relevance.service ? chosenService(context, answers) : undefined;
  const today = todayOf(context);
  const toWhom = folder.kind === 'restricted' ? restrictedRoute : route;
  const asked = askedQuestions(context, kind, answers);
  const date = (text: string | undefined): PlainDate | undefined => trimmed(text) || undefined;
  return {
    ...{ folder, kind, audience },
    // Where only the Monitoring Officer sees it, the route of others does not apply.
    route: folder.kind === 'restricted' ? undefined : route,
    // The audience is fixed, whatever the protocol would choose when sending is tried again.
    answers: { ...relevantAnswers(context, kind, answers), audience: audience.id },
    protocolId: context.protocol.id,
    askedBy: askedBy(context),
    memberId: context.member?.id,
    wardId: wardOf(context, answers),
    otherWardIds: answers.otherWardIds ?? [],
    serviceId: service?.id,
    questions: (kind.questions ?? [])
      .filter(({ id }) => asked.has(id))
      .map(({ id, text, options = [] }) => {
        const label = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
        const given = questionAnswer(answers, id) ?? null;
        const answer = typeof given === 'string' ? label(given) : Array.isArray(given) ? (given as string[]).map(label) : given;
        return { id, question: text, answer };
      }),
    // What goes to ward members is its writer's to follow.
    recipient: !context.member ? {} : recipientOf(toWhom, service, today, context.directory),
    due: dueDates(context.now, standardOf(context.protocol, kind.id), isClosedFor(context)),
    clauses: [...new Set([...(kind.clauses ?? []), ...(toWhom?.clauses ?? []), ...(audience.clauses ?? []), ...outcome.clauses])],
    advice: outcome.advice,
    problems: [...outcome.problems, ...audienceProblems, ...routeProblems],
    neededBy: date(answers.neededBy),
    respondBy: date(answers.respondBy)
  };
}

/**
 * The rows that an enquiry becomes: one, and for a matter that officers bring before ward members one for each further
 * ward, in its own folder (Uttlesford 6.1: members of all wards affected). Each has a key of its own.
 */
export function submissionRows(submission: Submission, key: string): { key: string; folder: EnquiryFolder; wardId: number | undefined }[] {
  const own = { key, folder: submission.folder, wardId: submission.wardId };
  if (submission.folder.kind !== 'ward' || submission.memberId !== undefined) return [own];
  const others = submission.otherWardIds.filter((id) => id !== submission.wardId);
  return [own, ...others.map((wardId) => ({ key: `${key}:ward-${wardId}`, folder: { kind: 'ward' as const, wardId }, wardId }))];
}
