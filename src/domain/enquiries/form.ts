import type { PlainDate } from '../members/term';
import type { OfficerDirectory, Service } from '../officers/officer';
import { isDate, type Answer, type Answers } from '../protocol/answers';
import { kindOf, outcomeOf, questionsToAsk, type Outcome, type Rules } from '../protocol/outcome';
import type { EnquiryKind, ProtocolPack } from '../protocol/pack';
import { noticeBy, standardOf } from '../protocol/standards';
import { britishDateOf } from '../dates';
import type { IsClosed } from '../workingDays';
import { trimmed, type EnquiryAnswers } from './answers';
import { relevanceOf, type Relevance } from './relevance';

/** The member for whom an enquiry is raised. */
export interface FormMember {
  /** ID of the row in Members. */
  id: number;
  name: string;
  ward?: { id: number; name: string };
  /** How they like to be reached, from their profile; empty where it says nothing. */
  preferredContact: string;
  email: string;
  phone: string;
  /** Sits on the Cabinet, or holds a portfolio. */
  isExecutive: boolean;
}

/** The version of the protocol that the form follows. */
export interface FormProtocol {
  /** ID of the row in Protocols. */
  id: number;
  title: string;
  rules: Rules;
  standards: ProtocolPack['standards'];
}

/** What the form knows besides the answers. */
export interface FormContext {
  protocol: FormProtocol;
  /** Whom it is for: undefined for an officer who writes to a ward's members, or who has not said for whom they act. */
  member?: FormMember;
  /** Whoever fills it in is the member themselves: nobody has to be chosen. */
  isMember: boolean;
  /** May add to restricted folders: a member to their own; of officers only those of Restricted Enquiries. */
  mayRestrict: boolean;
  /** Services and officers; undefined while they are being read. */
  directory?: OfficerDirectory;
  now: Date;
}

/** Who raises it, as roles of packs are called. */
export function askedBy({ member }: Pick<FormContext, 'member'>): 'member' | 'executive' | 'officer' {
  if (!member) return 'officer';
  return member.isExecutive ? 'executive' : 'member';
}

/** The kinds of enquiry that somebody may raise. Members of the Cabinet are members too. */
export function kindsFor({ protocol, member }: Pick<FormContext, 'protocol' | 'member'>): EnquiryKind[] {
  const role = askedBy({ ...(member ? { member } : {}) });
  const roles: readonly string[] = role === 'executive' ? ['executive', 'member'] : [role];
  const kinds = protocol.rules.kinds.filter(({ askedBy: may = ['member', 'executive'] }) => may.some((one) => roles.includes(one)));
  // What officers alone raise is what they come for.
  return role === 'officer' ? [...kinds].sort((a, b) => (a.askedBy?.length ?? 0) - (b.askedBy?.length ?? 0)) : kinds;
}

/** The kind that was chosen, if this person may raise it. */
export function chosenKind(context: FormContext, { kind }: EnquiryAnswers): EnquiryKind | undefined {
  const found = kind === undefined ? undefined : kindOf(context.protocol.rules, kind);
  return found && kindsFor(context).includes(found) ? found : undefined;
}

export const relevanceFor = (context: FormContext, kind: EnquiryKind): Relevance =>
  relevanceOf(context.protocol.rules, kind, context.member === undefined);

export const isClosedFor =
  ({ directory }: FormContext): IsClosed =>
  (day) =>
    directory?.closures.has(day) ?? false;

/** The service that was chosen. */
export const chosenService = ({ directory }: FormContext, { serviceId }: EnquiryAnswers): Service | undefined =>
  directory?.services.find(({ id }) => id === serviceId);

/** The ward that it is about: the member's own unless they say another. */
export const wardOf = ({ member }: FormContext, { wardId }: EnquiryAnswers): number | undefined => wardId ?? member?.ward?.id;

/** Today, in the United Kingdom. */
export const todayOf = ({ now }: FormContext): PlainDate => britishDateOf(now);

/** Whether the date by which it is needed leaves the notice that the kind asks for; undefined without a date. */
export function noticeFor(
  context: FormContext,
  kind: EnquiryKind,
  { neededBy }: EnquiryAnswers
): { enough: boolean; workingDaysLeft: number } | undefined {
  if (!neededBy || !isDate(neededBy)) return undefined;
  return noticeBy(context.now, neededBy, kind.notice?.value ?? null, standardOf(context.protocol, kind.id), isClosedFor(context));
}

/**
 * The answers as conditions of the protocol know them. A question that the form leaves out for this kind is answered:
 * with nothing, or no.
 *
 * @param whole nothing more is going to be asked: what was not answered was left empty
 */
export function protocolAnswers(context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers, whole = false): Answers {
  const relevance = relevanceFor(context, kind);
  const text = (value: string | undefined): Answer | undefined => (value === undefined ? undefined : trimmed(value) || null);
  const service = chosenService(context, answers)?.title;
  const { urgent, neededBy, forConstituent, authority, sensitive, othersNamed, otherWardIds, widerImpact } = answers;
  const constituents = <T>(value: T | undefined): T | null | undefined =>
    !relevance.constituent || forConstituent === false ? null : value;
  const notice = noticeFor(context, kind, answers);
  const common: Record<string, Answer | undefined> = {
    urgent,
    service: relevance.service ? (answers.serviceId === null ? null : service) : null,
    topic: relevance.service ? text(answers.topic) : null,
    otherWards: otherWardIds !== undefined || !relevance.place ? (otherWardIds ?? []).length > 0 || widerImpact === true : undefined,
    place: relevance.place ? text(answers.place) : null,
    description: text(answers.description),
    wanted: text(answers.wanted),
    earlierReference: text(answers.earlierReference),
    neededBy: text(neededBy),
    forConstituent: relevance.constituent ? forConstituent : false,
    authority: constituents(authority),
    sensitive: constituents(sensitive),
    othersNamed: constituents(othersNamed),
    askedBy: askedBy(context),
    enoughNotice: neededBy === undefined ? undefined : (notice?.enough ?? true),
    workingDaysLeft: neededBy === undefined ? undefined : (notice?.workingDaysLeft ?? null)
  };
  const empty: Record<string, Answer> = { otherWards: false, forConstituent: false, enoughNotice: true };
  const given = Object.entries({ ...common, ...answers.questions }).map(([name, value]): [string, Answer | undefined] => [
    name,
    value === undefined && whole ? (empty[name] ?? null) : value
  ]);
  return Object.fromEntries(given.filter((entry): entry is [string, Answer] => entry[1] !== undefined));
}

/** What follows from the answers so far. */
export const outcomeFor = (context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers, whole = false): Outcome =>
  outcomeOf(context.protocol.rules, kind, protocolAnswers(context, kind, answers, whole));

/** Ids of the questions of the kind that are asked, as far as the answers tell. */
export const askedQuestions = (context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers): ReadonlySet<string> =>
  new Set(questionsToAsk(context.protocol.rules, kind, protocolAnswers(context, kind, answers)).questions.map(({ id }) => id));

/**
 * The answers that count: what was answered and does not belong to this kind any more, or was for a constituent that there
 * is none of, is left out. It is what is stored, and nothing else is.
 */
export function relevantAnswers(context: FormContext, kind: EnquiryKind, answers: EnquiryAnswers): EnquiryAnswers {
  const { service, place, constituent } = relevanceFor(context, kind);
  const { about: _about, serviceId, topic, questions = {}, respondBy, ...given } = answers;
  const { constituent: name, constituentContact, authority, sensitive, othersNamed, forConstituent, ...rest } = given;
  const { wanted, earlierReference, neededBy, reach, place: where, ...common } = rest;
  const byOfficer = context.member === undefined;
  const asked = askedQuestions(context, kind, answers);
  const isForConstituent = constituent && forConstituent === true;
  const present = <T extends object>(values: T): T =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
  return present({
    ...common,
    ...(service ? { serviceId, topic } : {}),
    ...(place ? { place: where } : {}),
    ...(byOfficer ? { respondBy } : { wanted, earlierReference, neededBy, reach }),
    ...(constituent ? { forConstituent: forConstituent ?? false } : {}),
    ...(isForConstituent ? { authority, sensitive, othersNamed } : {}),
    ...(isForConstituent && authority !== 'nobody named' ? { constituent: name, constituentContact } : {}),
    questions: Object.fromEntries(Object.entries(questions).filter(([id]) => asked.has(id)))
  } as EnquiryAnswers);
}
