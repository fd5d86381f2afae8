import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { questionsOn } from '../../../../domain/enquiries/pageQuestions';
import { Page, type PageProps } from '../Page';
import { QuestionFields } from './QuestionFields';

/** The questions of the kind that follow from earlier ones. */
export const QuestionsPage: React.FC<PageProps> = ({ state, props }) => {
  const { enquiryKind, context, answers, page } = state;
  if (!enquiryKind) return null;
  return (
    <Page state={state} props={props} title={enquiryKind.title} intro={strings.QuestionsIntro}>
      <QuestionFields questions={questionsOn(page, context, enquiryKind, answers)} state={state} />
    </Page>
  );
};
