import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { Authority } from '../../../domain/enquiries/answers';
import type { FormMember } from '../../../domain/enquiries/form';
import type { Answer } from '../../../domain/protocol/answers';
import type { Audience, Question } from '../../../domain/protocol/pack';

export const authorityText = (authority: Authority): string =>
  ({
    asked: strings.AuthorityAsked,
    written: strings.AuthorityWritten,
    household: strings.AuthorityHousehold,
    'nobody named': strings.AuthorityNobody
  })[authority];

export const yesNoText = (answer: boolean | undefined): string =>
  answer === undefined ? strings.NotProvided : answer ? uiStrings.Yes : uiStrings.No;

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
