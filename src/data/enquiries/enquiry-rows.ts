import type { Submission } from '../../domain/enquiries/submission';
import { trimmed, type EnquiryAnswers } from '../../domain/enquiries/answers';
import type { PlainDate } from '../../domain/members/term';
import { enquiryState } from '../../lists/enquiries';

/** A value of a form as AddValidateUpdateItemUsingPath takes it: everything is text. */
export interface FormValue {
  FieldName: string;
  FieldValue: string;
}

/** A date as forms of any language of SharePoint's take it, in the site's time. */
const dateText = (date: PlainDate | undefined): string => (date === undefined ? '' : `${date} 00:00:00`);
const yesNo = (value: boolean | undefined): string => (value === true ? '1' : '0');
/** Several lookups: "1;#;#2". ("1;#2" silently keeps one.) */
const lookups = (ids: readonly number[]): string =>
  ids
    .map((id) => `${id};#`)
    .join(';#')
    .replace(/;#$/, '');
const lookup = (id: number | undefined): string => (id === undefined ? '' : String(id));
const person = (login: string): string => JSON.stringify([{ Key: login }]);

/** What a member answered about a constituent; nothing where it is for none. */
const constituentOf = ({
  forConstituent,
  constituent,
  constituentContact,
  authority,
  sensitive,
  othersNamed
}: EnquiryAnswers): Record<string, string> =>
  forConstituent === true
    ? {
        ForConstituent: '1',
        Constituent: trimmed(constituent),
        ConstituentContact: trimmed(constituentContact),
        Authority: authority ?? '',
        Sensitive: yesNo(sensitive),
        OthersNamed: yesNo(othersNamed)
      }
    : { ForConstituent: '0' };

/** The form values of a record of texts; what is empty is left out, so that columns that owners deleted are not missed. */
const toValues = (texts: Record<string, string>): FormValue[] =>
  Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([FieldName, FieldValue]) => ({ FieldName, FieldValue }));

/** The row of an enquiry in Enquiries. */
export function enquiryValues(
  submission: Submission,
  { key, wardId, login }: { key: string; wardId: number | undefined; login: string }
): FormValue[] {
  const { answers, kind, audience, due, recipient, questions } = submission;
  return toValues({
    Title: trimmed(answers.summary),
    SubmissionKey: key,
    State: enquiryState.new,
    Kind: kind.id,
    Protocol: String(submission.protocolId),
    AskedBy: submission.askedBy,
    Member: lookup(submission.memberId),
    RaisedBy: person(login),
    Ward: lookup(wardId),
    OtherWards: lookups(submission.otherWardIds),
    WiderImpact: yesNo(answers.widerImpact),
    Place: trimmed(answers.place),
    Service: lookup(submission.serviceId),
    Topic: trimmed(answers.topic),
    Description: trimmed(answers.description),
    Wanted: trimmed(answers.wanted),
    EarlierReference: trimmed(answers.earlierReference),
    NeededBy: dateText(submission.neededBy),
    RespondBy: dateText(submission.respondBy),
    Urgent: yesNo(answers.urgent),
    ...constituentOf(answers),
    Answers: questions.length === 0 ? '' : JSON.stringify(questions),
    Audience: audience.id,
    Reach: trimmed(answers.reach),
    Officer: lookup(recipient.officer?.id),
    Came: dateText(due.come),
    AcknowledgeBy: dateText(due.acknowledge),
    ReplyBy: dateText(due.reply),
    ExtendedBy: dateText(due.extended),
    Clauses: submission.clauses.join(', ')
  });
}

/** The key of the message that says that an enquiry was sent. */
export const sentKey = (key: string): string => `${key}:sent`;

/** The message "sent" of an enquiry. It is the record: what was asked, of whom, and what the member was told. */
export function sentValues(
  submission: Submission,
  { key, enquiryId, documents }: { key: string; enquiryId: number; documents: readonly { name: string; size?: number }[] }
): FormValue[] {
  const { answers, recipient, due, route, audience, advice, problems, folder } = submission;
  const { description, ...others } = answers;
  return toValues({
    Title: trimmed(answers.summary),
    Enquiry: String(enquiryId),
    MessageKey: sentKey(key),
    Event: 'sent',
    Text: trimmed(description),
    Details: JSON.stringify({
      answers: others,
      questions: submission.questions,
      audience: audience.id,
      folder: folder.kind,
      officer: recipient.officer?.id,
      post: recipient.post,
      route: route?.id,
      due,
      advice: advice.map(({ id }) => id),
      // Officers look at what the rules could not say.
      ...(problems.length > 0 ? { problems } : {}),
      ...(documents.length > 0 ? { documents: documents.map(({ name, size }) => ({ name, size })) } : {})
    })
  });
}
