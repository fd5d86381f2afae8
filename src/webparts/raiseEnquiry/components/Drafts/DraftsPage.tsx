import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { Drafts, oldDrafts } from '../../../../data/enquiries/drafts';
import type { Draft } from '../../../../data/enquiries/draft-rows';
import { BackLink } from '../../../../ui/backLink';
import { format, plural } from '../../../../ui/format';
import { Problem, savingProblemText } from '../../../../ui/problem';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import pageStyles from '../Page/Page.module.scss';
import type { RaiseEnquiryProps, RaiseEnquiryState } from '../RaiseEnquiry';
import styles from '../pages/pages.module.scss';

const moment = (date: Date): string =>
  date.toLocaleString('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });

/** What is not sent yet: to go on with, or to delete. Drafts that were left alone for 30 days are removed. */
const DraftsPage: React.FC<{ state: Extract<RaiseEnquiryState, { kind: 'drafts' }>; props: RaiseEnquiryProps }> = ({
  state: { start, moved, backAddress, back, open, removed },
  props: { sp, sitePath }
}) => {
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus('drafts', strings.DraftsTitle, heading, moved);
  const [drafts, setDrafts] = React.useState(start.drafts);
  const [asking, setAsking] = React.useState<number | undefined>();
  const [said, setSaid] = React.useState('');
  const [failure, setFailure] = React.useState<unknown>();
  const store = React.useMemo(() => new Drafts(sp, sitePath, start.user.id), [sp, sitePath, start.user.id]);
  const without = (gone: readonly Draft[]): void => setDrafts((before) => before.filter((draft) => !gone.includes(draft)));
  React.useEffect(() => {
    // As they stand now: they may have changed since the form was opened, here or elsewhere.
    const read = async (): Promise<void> => {
      const all = await store.all();
      const old = oldDrafts(all, new Date());
      setDrafts(all);
      await Promise.all(old.map(({ id }) => store.remove(id)));
      if (old.length === 0) return;
      without(old);
      old.forEach(removed);
      setSaid(plural(old.length, strings.OldDraftRemoved, strings.OldDraftsRemoved));
    };
    read().catch(setFailure);
  }, [store]);
  const remove = (draft: Draft): void => {
    setFailure(undefined);
    store.remove(draft.id).then(() => {
      without([draft]);
      setAsking(undefined);
      setSaid(format(strings.DraftDeleted, draft.title));
      heading.current?.focus();
      removed(draft);
    }, setFailure);
  };
  return (
    <section className={pageStyles.page} aria-label={strings.DraftsTitle}>
      <BackLink address={backAddress} label={strings.Back} onBack={back} />
      <h2 className={pageStyles.heading} ref={heading} tabIndex={-1}>
        {strings.DraftsTitle}
      </h2>
      <p className={pageStyles.intro}>{strings.DraftsIntro}</p>
      <p role="status">{said}</p>
      {failure !== undefined && <Problem {...savingProblemText(failure)} />}
      {drafts.length === 0 && <p>{strings.NoDrafts}</p>}
      <ul className={styles.contacts}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <strong>{draft.title || strings.DraftUntitled}</strong>
            <br />
            <span className={styles.quiet}>
              {format(strings.DraftSavedOn, moment(draft.modified))} {draft.isSending && strings.DraftInterrupted}
            </span>
            <div className={pageStyles.buttons}>
              <button type="button" className={pageStyles.button} onClick={() => open(draft)}>
                {strings.GoOn}
                <span className={pageStyles.hidden}> {draft.title}</span>
              </button>
              {asking === draft.id ? (
                <>
                  <button type="button" className={pageStyles.button} autoFocus onClick={() => remove(draft)}>
                    {strings.DeleteForGood}
                    <span className={pageStyles.hidden}> {draft.title}</span>
                  </button>
                  <button type="button" className={pageStyles.button} onClick={() => setAsking(undefined)}>
                    {strings.KeepIt}
                  </button>
                </>
              ) : (
                <button type="button" className={pageStyles.button} onClick={() => setAsking(draft.id)}>
                  {strings.Delete}
                  <span className={pageStyles.hidden}> {draft.title}</span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
export default DraftsPage;
