import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { documentEndings, largestDocument } from '../../../../domain/enquiries/documents';
import { format } from '../../../../ui/format';
import { problemText } from '../../../../ui/problem';
import { sizeText } from '../../../../ui/sizeText';
import { documentFaultText } from '../../../shared/documentFaultText';
import { Page, type PageProps } from '../Page';
import pageStyles from '../Page/Page.module.scss';
import type { Upload } from '../RaiseEnquiry';
import styles from './pages.module.scss';

/** A document on its way: how far it is, or why it does not come. */
const OnItsWay: React.FC<{ upload: Upload; retry(): void; dismiss(): void }> = ({ upload: { name, size, state }, retry, dismiss }) => (
  <li>
    <span>
      {name} <span className={styles.quiet}>{sizeText(size)}</span>
    </span>
    {state.kind === 'sending' ? (
      <progress aria-label={format(strings.SendingDocument, name)} max={100} value={Math.round(state.share * 100)} />
    ) : (
      <button type="button" className={styles.button} onClick={dismiss}>
        {strings.LeaveOut}
        <span className={pageStyles.hidden}> {name}</span>
      </button>
    )}
    {state.kind === 'refused' && <p>{documentFaultText(state.fault)}</p>}
    {state.kind === 'failed' && (
      <p>
        {problemText(state.error).title}.{' '}
        <button type="button" className={styles.button} onClick={retry}>
          {uiStrings.TryAgain}
          <span className={pageStyles.hidden}> {name}</span>
        </button>
      </p>
    )}
  </li>
);

/** Documents and photographs: chosen, dropped, or taken with the camera. */
export const DocumentsPage: React.FC<PageProps> = ({ state, props }) => {
  const { attached, uploads, said, add, retry, dismiss, remove } = state.documents;
  const [over, setOver] = React.useState(false);
  const take = (list: FileList | null): void => add(Array.from(list ?? []));
  const busy = uploads.some((upload) => upload.state.kind === 'sending');
  const choose = (label: string, camera: boolean): React.ReactElement => (
    <label className={styles.pick}>
      {label}
      <input
        type="file"
        multiple={!camera}
        accept={camera ? 'image/*' : documentEndings.map((ending) => `.${ending}`).join()}
        {...(camera ? { capture: 'environment' as const } : { id: state.idOf('documents') })}
        onChange={({ target }) => {
          take(target.files);
          // The same one may be chosen again after it was taken away.
          target.value = '';
        }}
      />
    </label>
  );
  return (
    <Page
      state={state}
      props={props}
      title={strings.DocumentsQuestion}
      intro={format(strings.DocumentsIntro, sizeText(largestDocument))}
      withAdvice={false}
      busy={busy}
      button={busy ? strings.DocumentsBusy : strings.Continue}
    >
      <div
        className={over ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <span className={styles.quiet}>{strings.DropHere}</span>
        {choose(strings.ChooseDocuments, false)}
        {choose(strings.TakePhoto, true)}
      </div>
      <p role="status" className={styles.quiet}>
        {said}
      </p>
      <ul className={styles.files} aria-label={strings.Documents}>
        {attached.map((name) => (
          <li key={name}>
            <span>{name}</span>
            <button type="button" className={styles.button} onClick={() => remove(name)}>
              {strings.Remove}
              <span className={pageStyles.hidden}> {name}</span>
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <OnItsWay key={upload.name} upload={upload} retry={() => retry(upload.name)} dismiss={() => dismiss(upload.name)} />
        ))}
      </ul>
    </Page>
  );
};
