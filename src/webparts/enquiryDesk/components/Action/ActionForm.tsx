import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import type { RestrictStep } from '../../../../data/desk/restrict';
import { documentEndings } from '../../../../domain/enquiries/documents';
import { needsOf, transitionOf, type Need } from '../../../../domain/enquiries/life';
import { format } from '../../../../ui/format';
import { Problem, savingProblemText } from '../../../../ui/problem';
import { sizeText } from '../../../../ui/sizeText';
import { useId } from '../../../../ui/useId';
import { documentFaultText } from '../../../shared/documentFaultText';
import type { DeskContext } from '../EnquiryDesk';
import styles from './Action.module.scss';
import { actionWords, faultText, refusalText, type DeskAction } from './actionText';
import { NeedField } from './NeedField';
import type { Acting, ActingStatus } from './useActing';

/** What an action asks for, in the order of its table. */
function needsFor(action: DeskAction, enquiry: OneEnquiry): { need: Need; isNeeded: boolean }[] {
  if (action === 'note') return [{ need: 'text', isNeeded: true }];
  const needed = needsOf(action, { hasOfficer: enquiry.life.officer !== undefined });
  const { optional = [] } = transitionOf(action);
  return [...needed.map((need) => ({ need, isNeeded: true })), ...optional.map((need) => ({ need, isNeeded: false }))];
}

/** How far an enquiry has moved that becomes restricted. */
export const stepText = ({ kind, done, of }: RestrictStep): string =>
  format(
    { documents: strings.MovingDocuments, messages: strings.MovingMessages, notes: strings.MovingNotes, enquiry: strings.MovingEnquiry }[
      kind
    ],
    done + 1,
    of
  );

/** What became of the last try. */
const Status: React.FC<{ status: ActingStatus }> = ({ status }) => {
  switch (status.kind) {
    case 'failed':
      return <Problem {...savingProblemText(status.error)} />;
    case 'changed':
      return <Problem title={strings.ChangedTitle} advice={strings.ChangedAdvice} />;
    case 'refused':
      return <Problem title={strings.RefusedTitle} advice={refusalText(status.reason)} />;
    default:
      return null;
  }
};

/** The form of the action that is open. */
export const ActionForm: React.FC<{ acting: Acting; enquiry: OneEnquiry; context: DeskContext }> = ({ acting, enquiry, context }) =>
  acting.action ? <Form key={acting.action} action={acting.action} acting={acting} enquiry={enquiry} context={context} /> : null;

const Form: React.FC<{ action: DeskAction; acting: Acting; enquiry: OneEnquiry; context: DeskContext }> = ({
  action,
  acting,
  enquiry,
  context
}) => {
  const id = useId('action');
  const heading = React.useRef<HTMLHeadingElement>(null);
  const { faults, documents, status } = acting;
  const needs = needsFor(action, enquiry);
  const words = actionWords(action);
  const busy = status.kind === 'sending';
  const idOf = (need: Need): string => `${id}-${need}`;
  // At once: later, the focus would be taken from who types already.
  React.useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  const first = faults[0] ? idOf(faults[0].need) : undefined;
  React.useEffect(() => {
    if (first !== undefined) document.getElementById(first)?.focus();
  }, [faults, first]);
  const withDocuments = action !== 'note' && transitionOf(action).documents === true;
  return (
    <form
      noValidate
      className={action === 'note' ? styles.noteForm : styles.form}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        acting.send();
      }}
    >
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      {action === 'restrict' && <p className={styles.hint}>{strings.RestrictHint}</p>}
      {words.hint && action !== 'note' && needs.length === 0 && <p className={styles.hint}>{words.hint}</p>}
      {needs.map(({ need, isNeeded }) => {
        const fault = faults.find((one) => one.need === need);
        return (
          <NeedField
            key={need}
            {...{ action, need, isNeeded, acting, enquiry, context }}
            id={idOf(need)}
            fault={fault && faultText(action, fault)}
          />
        );
      })}
      {withDocuments && (
        <div className={styles.attach}>
          <label className={styles.pick}>
            {strings.Attach}
            <input
              type="file"
              multiple
              accept={documentEndings.map((ending) => `.${ending}`).join()}
              onChange={({ target }) => {
                acting.addFiles(Array.from(target.files ?? []));
                target.value = '';
              }}
            />
          </label>
          <ul aria-label={strings.Documents}>
            {documents.map(({ name, file, fault }) => (
              <li key={name}>
                {name} <span className={styles.quiet}>{sizeText(file.size)}</span>
                <button type="button" onClick={() => acting.removeFile(name)}>
                  {strings.Remove}
                  <span className={styles.hidden}> {name}</span>
                </button>
                {fault && <p className={styles.fault}>{documentFaultText(fault)}</p>}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Status status={status} />
      <div className={styles.buttons}>
        <button type="submit" className={styles.filled} disabled={busy}>
          {busy ? strings.Sending : words.send}
        </button>
        <button type="button" className={styles.button} onClick={acting.close} disabled={busy}>
          {uiStrings.Cancel}
        </button>
        <span role="status">
          {status.kind === 'sending' && status.step ? stepText(status.step) : ''}
          {status.kind === 'sending' && status.waits ? strings.WaitsForSharePoint : ''}
          {status.kind === 'sending' && !status.waits && status.share !== undefined
            ? format(strings.SendingDocuments, Math.round(status.share * 100))
            : ''}
        </span>
      </div>
    </form>
  );
};
