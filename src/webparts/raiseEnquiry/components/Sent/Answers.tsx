import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import type { EnquiryView } from '../../../../data/enquiries/read-enquiry';
import { WardAnswers, type WardAnswer } from '../../../../data/enquiries/ward-answers';
import { longest } from '../../../../domain/enquiries/answers';
import { format } from '../../../../ui/format';
import { Problem, problemText, savingProblemText } from '../../../../ui/problem';
import { readAgain, readOnce, startAgain } from '../../../../ui/reading';
import { useId } from '../../../../ui/useId';
import { TextArea } from '../../../../ui/fields';
import pageStyles from '../Page/Page.module.scss';
import type { RaiseEnquiryProps } from '../RaiseEnquiry';
import { newKey } from '../../../../ui/newKey';
import styles from './Sent.module.scss';

/** How often it is tried before somebody is asked to. */
const tries = 3;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const moment = (date: Date): string =>
  date.toLocaleString('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** What ward members answered to officers, and one's own answer. */
export const Answers: React.FC<{ view: EnquiryView; folder: string; props: RaiseEnquiryProps }> = ({
  view: { id, summary },
  folder,
  props: { sp, sitePath }
}) => {
  const field = useId('answer');
  const store = React.useMemo(() => new WardAnswers(sp, sitePath, folder, id), [sp, sitePath, folder, id]);
  const reading = useSWR<WardAnswer[], unknown>(['ward answers', sitePath, folder, id], () => store.all(), readOnce);
  const [text, setText] = React.useState('');
  const [fault, setFault] = React.useState<string | undefined>();
  const [failure, setFailure] = React.useState<unknown>();
  const [said, setSaid] = React.useState('');
  const [sending, setSending] = React.useState(false);
  /** The key of the answer that is written, and whether it was tried. */
  const written = React.useRef({ key: newKey(), tried: false });
  const send = (event: React.FormEvent): void => {
    event.preventDefault();
    if (sending) return;
    const given = text.trim();
    const wrong =
      given === ''
        ? strings.FaultAnswer
        : given.length > longest.wanted
          ? format(strings.FaultTooLong, strings.YourAnswer, longest.wanted.toLocaleString('en-GB'))
          : undefined;
    setFault(wrong);
    if (wrong !== undefined) {
      document.getElementById(field)?.focus();
      return;
    }
    setSending(true);
    setFailure(undefined);
    setSaid('');
    const { key, tried } = written.current;
    written.current.tried = true;
    store
      .add(key, summary, given, { tries, wait }, !tried)
      .then(() => {
        written.current = { key: newKey(), tried: false };
        setText('');
        setSaid(strings.AnswerSent);
        readAgain(reading);
      }, setFailure)
      .then(
        () => setSending(false),
        () => undefined
      );
  };
  return (
    <section aria-label={strings.AnswersTitle}>
      <h3>{strings.AnswersTitle}</h3>
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.data?.length === 0 && <p>{strings.NoAnswers}</p>}
      <ul className={styles.next}>
        {reading.data?.map((answer) => (
          <li key={answer.id}>
            <strong>{answer.author}</strong>, {moment(answer.created)}
            <p className={styles.text} dir="auto">
              {answer.text}
            </p>
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={send}>
        <TextArea id={field} label={strings.YourAnswer} fault={fault} rows={3} most={longest.wanted} value={text} onChange={setText} />
        {failure !== undefined && <Problem {...savingProblemText(failure)} />}
        <div className={pageStyles.buttons}>
          <button type="submit" className={pageStyles.button} disabled={sending}>
            {sending ? strings.SendingButton : strings.SendAnswer}
          </button>
          <span role="status">{said}</span>
        </div>
      </form>
    </section>
  );
};
