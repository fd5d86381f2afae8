import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { audiencesFor } from '../../../../domain/enquiries/audience';
import { trimmed } from '../../../../domain/enquiries/answers';
import { chosenService, relevanceFor, wardOf } from '../../../../domain/enquiries/form';
import type { PageName } from '../../../../domain/enquiries/pageQuestions';
import { questionsOn } from '../../../../domain/enquiries/pageQuestions';
import { faultsIn, pagesFor } from '../../../../domain/enquiries/pages';
import { submissionOf } from '../../../../domain/enquiries/submission';
import { questionAnswer } from '../../../../domain/enquiries/answers';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { AlikeBox } from '../AlikeBox';
import { dayText } from '../../../../domain/dates';
import { answerText, audienceText, authorityText, usualReach, yesNoText } from '../answerText';
import { Page, type PageProps } from '../Page';
import { AdviceBox } from '../Page/AdviceBox';
import pageStyles from '../Page/Page.module.scss';
import { recipientText } from '../recipientText';
import { SendingPart } from './SendingPart';
import styles from './pages.module.scss';
import type { FormState } from '../RaiseEnquiry';

interface Row {
  label: string;
  text: string;
  page: PageName;
  /** It may be long. */
  long?: boolean;
}

/** Every answer with the page on which it can be changed. */
function rowsOf(state: FormState): Row[] {
  const { context, answers, enquiryKind: kind, start, documents } = state;
  if (!kind) return [];
  const relevance = relevanceFor(context, kind);
  const byOfficer = context.member === undefined;
  const or = (text: string | undefined): string => trimmed(text) || strings.NotProvided;
  const row = (label: string, text: string, page: PageName, long = false): Row => ({ label, text, page, long });
  const wardName = (id: number | undefined): string => start.wards.find((ward) => ward.id === id)?.name ?? strings.NotProvided;
  const others = (answers.otherWardIds ?? []).map(wardName).join(', ');
  const where = [
    wardName(wardOf(context, answers)),
    ...(answers.widerImpact ? [strings.WiderImpact] : []),
    ...(others ? [format(strings.AndWards, others)] : [])
  ];
  const questions = pagesFor(context, answers)
    .filter((page) => page === 'first' || page.startsWith('questions-'))
    .flatMap((page) =>
      questionsOn(page, context, kind, answers).map((question) =>
        row(question.text, answerText(question, questionAnswer(answers, question.id)), page)
      )
    );
  const { chosen } = audiencesFor(context, kind, answers);
  const service = chosenService(context, answers);
  return [
    ...(context.isMember
      ? []
      : [row(byOfficer ? strings.CheckTo : strings.CheckMember, byOfficer ? strings.WardMembers : (context.member?.name ?? ''), 'who')]),
    row(strings.CheckKind, kind.title, 'kind'),
    row(strings.CheckUrgent, yesNoText(answers.urgent), 'first'),
    ...questions,
    ...(relevance.service
      ? [row(strings.CheckService, [service?.title ?? strings.DoNotKnow, trimmed(answers.topic)].filter(Boolean).join(': '), 'service')]
      : []),
    row(strings.Ward, where.join('; '), 'where'),
    ...(relevance.place ? [row(strings.Place, or(answers.place), 'what')] : []),
    row(strings.Summary, or(answers.summary), 'what'),
    row(byOfficer ? strings.NoticeText : strings.Description, or(answers.description), 'what', true),
    ...(byOfficer
      ? [row(strings.RespondBy, answers.respondBy ? dayText(answers.respondBy) : strings.NotProvided, 'what')]
      : [
          row(strings.Wanted, or(answers.wanted), 'what', true),
          row(strings.EarlierReference, or(answers.earlierReference), relevance.early.has('earlierReference') ? 'first' : 'what'),
          row(strings.NeededBy, answers.neededBy ? dayText(answers.neededBy) : strings.NotProvided, 'what')
        ]),
    ...(relevance.constituent ? [row(strings.CheckConstituent, yesNoText(answers.forConstituent), 'what')] : []),
    ...(relevance.constituent && answers.forConstituent
      ? [
          row(strings.CheckAuthority, answers.authority ? authorityText(answers.authority) : strings.NotProvided, 'constituent'),
          ...(answers.authority === 'nobody named'
            ? []
            : [
                row(strings.Constituent, or(answers.constituent), 'constituent'),
                row(strings.ConstituentContact, or(answers.constituentContact), 'constituent')
              ]),
          row(strings.CheckSensitive, yesNoText(answers.sensitive), 'constituent'),
          row(strings.CheckOthers, yesNoText(answers.othersNamed), 'constituent')
        ]
      : []),
    row(strings.CheckAudience, chosen ? audienceText(chosen) : strings.NotProvided, 'audience'),
    ...(byOfficer ? [] : [row(strings.CheckReach, trimmed(answers.reach) || usualReach(context.member) || strings.NotProvided, 'reach')]),
    row(strings.Documents, documents.attached.length === 0 ? strings.NoDocuments : documents.attached.join(', '), 'documents')
  ];
}

/** Check your answers: every answer with a link to change it, what the protocol advises, and who gets it. */
export const CheckPage: React.FC<PageProps> = ({ state, props }) => {
  const { context, answers } = state;
  const submission = submissionOf(context, answers);
  const open = faultsIn(context, answers);
  const isSending = state.sending.kind === 'sending';
  const { uploads } = state.documents;
  const isUploading = uploads.some((upload) => upload.state.kind === 'sending');
  const notAdded = uploads.filter((upload) => upload.state.kind === 'failed').map(({ name }) => name);
  const isReady = submission !== undefined && (open.length === 0 || state.isLocked) && !isUploading && notAdded.length === 0;
  const send = (): void => {
    const [first] = open;
    if (first && !state.isLocked) state.goTo(first.page);
    else state.send();
  };
  return (
    <Page
      state={state}
      props={props}
      title={strings.CheckTitle}
      withAdvice={false}
      button={
        isSending
          ? strings.SendingButton
          : isUploading
            ? strings.DocumentsBusy
            : state.isLocked
              ? strings.SendOn
              : context.member
                ? strings.SendEnquiry
                : strings.SendToWard
      }
      busy={isSending || !isReady}
      onSubmit={send}
    >
      <dl className={styles.rows}>
        {rowsOf(state).map(({ label, text, page, long }) => (
          <div key={`${page} ${label}`} className={styles.row}>
            <dt>{label}</dt>
            {/* Long texts scroll, so that the button stays in reach; a keyboard reaches them. */}
            <dd
              dir="auto"
              className={long && text.length > 1000 ? styles.long : undefined}
              tabIndex={long && text.length > 1000 ? 0 : undefined}
            >
              {text}
            </dd>
            {!state.isLocked && (
              <dd className={styles.change}>
                <PageLink address={state.addressOf(page)} onOpen={() => state.goTo(page)}>
                  {strings.Change}
                  <span className={pageStyles.hidden}> {label}</span>
                </PageLink>
              </dd>
            )}
          </div>
        ))}
      </dl>
      <AdviceBox advice={submission?.advice ?? []} state={state} props={props} />
      {submission && submission.problems.length > 0 && <p>{strings.RuleProblem}</p>}
      <AlikeBox state={state} />
      {submission && <p>{recipientText(submission.recipient, strings.WillGoTo)}</p>}
      {submission?.route && <p className={styles.quiet}>{submission.route.text}</p>}
      {!submission && <p role="status">{state.directoryError === undefined ? strings.DirectoryLoading : strings.DirectoryMissing}</p>}
      {notAdded.length > 0 && (
        <div className={pageStyles.box} role="alert">
          <p>{format(strings.NotAdded, notAdded.join(', '))}</p>
          <PageLink address={state.addressOf('documents')} onOpen={() => state.goTo('documents')}>
            {strings.DocumentsQuestion}
          </PageLink>
        </div>
      )}
      {state.isLocked && !isSending && state.sending.kind !== 'failed' && <p>{strings.Locked}</p>}
      <SendingPart state={state} />
    </Page>
  );
};
