import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { keptFrom, readDue, removeEnquiry, type DueRow } from '../../../../data/desk/owners/retention';
import { britishDateOf } from '../../../../domain/dates';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { format, plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Problem, problemText, savingProblemText } from '../../../../ui/problem';
import { readAgain, readOnce, startAgain } from '../../../../ui/reading';
import { dayText } from '../../../../domain/dates';
import type { DeskContext } from '../EnquiryDesk';
import styles from './Owners.module.scss';
import { OwnersFrame } from './OwnersFrame';

/** How removing goes. */
type Removing =
  | { kind: 'no' }
  | { kind: 'asks' }
  | { kind: 'removing'; done: number; of: number }
  | { kind: 'failed'; error: unknown }
  | { kind: 'done'; count: number };

/** What the time for keeping is over for, and removing it. */
export const RetentionPage: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { source, start, access, now, addressOf, go } = context;
  const { sp, sitePath, persistence } = source;
  const months = start.protocol?.retentionMonths;
  const before = months === undefined ? undefined : keptFrom(britishDateOf(now()), months);
  const reading = useSWR<DueRow[], unknown>(
    before === undefined ? null : ['enquiries due for removal', sitePath, before],
    () => readDue(sp, sitePath, before ?? '', access.lastEnquiry),
    { ...readOnce, revalidateOnMount: true }
  );
  const [chosen, setChosen] = React.useState<ReadonlySet<number>>(new Set());
  const [removing, setRemoving] = React.useState<Removing>({ kind: 'no' });
  const sure = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => {
    if (removing.kind === 'asks') sure.current?.focus();
  }, [removing.kind]);
  const rows = reading.data ?? [];
  const wanted = rows.filter(({ row }) => chosen.has(row.id));
  const toggle = (id: number): void => {
    setRemoving({ kind: 'no' });
    setChosen((all) => new Set(all.has(id) ? [...all].filter((one) => one !== id) : [...all, id]));
  };
  const remove = async (): Promise<void> => {
    for (const [index, one] of wanted.entries()) {
      setRemoving({ kind: 'removing', done: index, of: wanted.length });
      await removeEnquiry(sp, sitePath, one, persistence);
    }
    setRemoving({ kind: 'done', count: wanted.length });
    setChosen(new Set());
  };
  const begin = (): void => {
    remove()
      .catch((error: unknown) => setRemoving({ kind: 'failed', error }))
      .then(
        () => readAgain(reading),
        () => undefined
      );
  };
  const busy = removing.kind === 'removing';
  return (
    <OwnersFrame
      title={strings.RetentionTitle}
      intro={months === undefined ? strings.NoRetention : format(strings.RetentionIntro, months)}
      context={context}
    >
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {before !== undefined && reading.data === undefined && reading.error === undefined && <p role="status">{strings.Loading}</p>}
      {reading.data && rows.length === 0 && <p>{strings.NothingDue}</p>}
      {rows.length > 0 && (
        <>
          <div className={styles.bar}>
            <button type="button" disabled={busy} onClick={() => setChosen(new Set(rows.map(({ row }) => row.id)))}>
              {format(strings.ChooseAllDue, rows.length)}
            </button>
            <button type="button" disabled={busy || wanted.length === 0} onClick={() => setRemoving({ kind: 'asks' })}>
              {format(strings.RemoveChosen, wanted.length)}
            </button>
          </div>
          {removing.kind === 'asks' && (
            <div className={styles.confirm} role="alertdialog" aria-label={strings.RemoveSure}>
              <p>{format(strings.RemoveAdvice, plural(wanted.length, strings.OneEnquiry, strings.Enquiries))}</p>
              <button ref={sure} type="button" className={styles.danger} onClick={begin}>
                {strings.RemoveNow}
              </button>
              <button type="button" onClick={() => setRemoving({ kind: 'no' })}>
                {uiStrings.Cancel}
              </button>
            </div>
          )}
          {busy && <progress aria-label={strings.Removing} max={removing.of} value={removing.done} />}
          <ul className={styles.list}>
            {rows.map(({ row, ended }) => (
              <li key={row.id}>
                <label>
                  <input type="checkbox" checked={chosen.has(row.id)} disabled={busy} onChange={() => toggle(row.id)} />
                  <span>
                    {referenceOf(row.id)} {row.summary}
                    <span className={styles.quiet}>{format(strings.EndedOn, `${dayText(ended)} ${ended.slice(0, 4)}`)}</span>
                  </span>
                </label>
                <PageLink address={addressOf({ enquiry: String(row.id) })} onOpen={() => go({ enquiry: String(row.id) })}>
                  {strings.Open}
                  <span className={styles.hidden}> {referenceOf(row.id)}</span>
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {removing.kind === 'failed' && <Problem {...savingProblemText(removing.error)} />}
      <p role="status">
        {busy ? format(strings.RemovedSoFar, removing.done, removing.of) : ''}
        {removing.kind === 'done' ? format(strings.Removed, plural(removing.count, strings.OneEnquiry, strings.Enquiries)) : ''}
      </p>
    </OwnersFrame>
  );
};
