import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { questionAnswer, longest } from '../../../../domain/enquiries/answers';
import type { Question } from '../../../../domain/protocol/pack';
import { format } from '../../../../ui/format';
import { Checkboxes, DateField, Radios, TextArea, TextField, YesNo } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import type { FormState } from '../RaiseEnquiry';

/** A question of the protocol, asked as its type wants it. */
const QuestionField: React.FC<{ question: Question; state: FormState }> = ({ question, state }) => {
  const { id, text, hint, type, options = [], optional = false } = question;
  const given = questionAnswer(state.answers, id);
  const field = {
    id: state.idOf(`question:${id}`),
    label: optional ? format(strings.Optional, text) : text,
    hint,
    fault: faultOf(`question:${id}`, state)
  };
  const put = (answer: string | number | boolean | readonly string[] | null): void => state.setQuestion(id, answer);
  const words = typeof given === 'string' ? given : '';
  switch (type) {
    case 'yes or no':
      return <YesNo {...field} value={typeof given === 'boolean' ? given : undefined} onChange={put} />;
    case 'one of':
      return <Radios {...field} choices={options} value={words} onChange={put} />;
    case 'some of':
      return <Checkboxes {...field} choices={options} values={Array.isArray(given) ? (given as readonly string[]) : []} onChange={put} />;
    case 'date':
      return <DateField {...field} value={words} onChange={put} />;
    case 'number':
      // What is no number is kept as it was typed, and said to be none.
      return (
        <TextField
          {...field}
          short
          value={given === undefined || given === null ? '' : String(given)}
          onChange={(typed) => put(typed.trim() === '' ? null : Number.isFinite(Number(typed)) ? Number(typed) : typed)}
        />
      );
    default:
      return <TextArea {...field} rows={3} most={longest.questionText} value={words} onChange={put} />;
  }
};

/** Questions of the kind, in their order. */
export const QuestionFields: React.FC<{ questions: readonly Question[]; state: FormState }> = ({ questions, state }) => (
  <>
    {questions.map((question) => (
      <QuestionField key={question.id} question={question} state={state} />
    ))}
  </>
);
