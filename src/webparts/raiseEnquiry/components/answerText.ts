import * as strings from 'RaiseEnquiryStrings';
import type { Authority } from '../../../domain/enquiries/answers';
import type { FormMember } from '../../../domain/enquiries/form';
import type { Answer } from '../../../domain/protocol/answers';
import type { Audience, Question } from '../../../domain/protocol/pack';
import type { PlainDate } from '../../../domain/members/term';

export const authorityText = (authority: Authority): string =>
  ({
    asked: strings.AuthorityAsked,
    written: strings.AuthorityWritten,
    household: strings.AuthorityHousehold,
    'nobody named': strings.AuthorityNobody
  })[authority];

export const yesNoText = (answer: boolean | undefined): string =>
  answer === undefined ? strings.NotProvided : answer ? strings.Yes : strings.No;

/** What was answered to a question of the kind, as it reads. */
export function answerText({ options = [] }: Question, answer: Answer | undefined): string {
  const label = (value: string): string => options.find((option) => option.value === value)?.label ?? value;
  if (answer === undefined || answer === null || answer === '') return strings.NotProvided;
  if (typeof answer === 'boolean') return yesNoText(answer);
  if (Array.isArray(answer)) return answer.length === 0 ? strings.NotProvided : (answer as string[]).map(label).join(', ');
  return label(String(answer));
}

/** What an audience is called; the protocol names it where it has audiences. */
export const audienceText = ({ title }: Pick<Audience, 'title'>): string => title || strings.OnlyMeAndOfficers;

/** How the profile says that a member is reached. */
export const usualReach = (member: FormMember | undefined): string =>
  [member?.preferredContact, member?.email, member?.phone].filter((part) => part !== undefined && part !== '').join(', ');

/** "Mon 23 November" */
export const dayText = (date: PlainDate): string =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' });

/** Sizes as people read them: 2.4 MB. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB'];
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const value = bytes / 1024 ** step;
  return `${step === 2 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? ''}`;
}
