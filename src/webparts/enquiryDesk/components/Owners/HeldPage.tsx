import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { findHeld, type Held } from '../../../../data/desk/owners/held';
import { csvOf } from '../../../../domain/csv';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { TextField } from '../../../../ui/fields';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Problem, problemText } from '../../../../ui/problem';
import { useId } from '../../../../ui/useId';
import type { DeskContext } from '../EnquiryDesk';
import { saveText } from '../saveText';
import styles from './Owners.module.scss';
import { OwnersFrame } from './OwnersFrame';

type Looking =
  | { kind: 'no' }
  | { kind: 'looking'; read: number; of: number }
  | { kind: 'found'; name: string; held: readonly Held[] }
  | { kind: 'failed'; error: unknown };

const whereText = (where: Held['where']): string =>
  ({
    enquiry: strings.HeldEnquiry,
    message: strings.HeldMessage,
    note: strings.HeldNote,
    draft: strings.HeldDraft,
    document: strings.HeldDocument
  })[where];

const foundText = (count: number, name: string): string =>
  count === 1 ? format(strings.HeldOne, name) : format(strings.HeldMany, count, name);

const referenceIn = ({ enquiryId }: Held): string => (enquiryId === undefined ? '' : referenceOf(enquiryId));

/** All that is held about somebody, for a subject access request. */
export const HeldPage: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { source, addressOf, go } = context;
  const id = useId('held');
  const [name, setName] = React.useState('');
  const [fault, setFault] = React.useState<string | undefined>();
  const [looking, setLooking] = React.useState<Looking>({ kind: 'no' });
  const stopped = React.useRef(false);
  React.useEffect(
    () => () => {
      stopped.current = true;
    },
    []
  );
  const look = (event: React.FormEvent): void => {
    event.preventDefault();
    const given = name.trim();
    const wrong = given.length < 2 ? strings.FaultName : undefined;
    setFault(wrong);
    if (wrong !== undefined) setLooking({ kind: 'no' });
    if (wrong !== undefined || looking.kind === 'looking') return;
    stopped.current = false;
    setLooking({ kind: 'looking', read: 0, of: 0 });
    const progress = (read: number, of: number): void => {
      if (!stopped.current) setLooking({ kind: 'looking', read, of });
    };
    findHeld(source.sp, source.sitePath, given, progress, () => stopped.current).then(
      (held) => setLooking(stopped.current ? { kind: 'no' } : { kind: 'found', name: given, held }),
      (error: unknown) => setLooking({ kind: 'failed', error })
    );
  };
  const save = (found: readonly Held[], of: string): void =>
    saveText(
      `${of}.csv`,
      csvOf([
        [strings.Reference, strings.HeldWhere, strings.HeldExcerpt],
        ...found.map((one) => [referenceIn(one), whereText(one.where), one.excerpt])
      ]),
      'text/csv'
    );
  return (
    <OwnersFrame title={strings.HeldTitle} intro={strings.HeldIntro} context={context}>
      <form noValidate onSubmit={look} className={styles.form}>
        <TextField id={id} label={strings.HeldName} hint={strings.HeldHint} fault={fault} value={name} onChange={setName} />
        <div className={styles.bar}>
          <button type="submit" disabled={looking.kind === 'looking'}>
            {strings.HeldLook}
          </button>
          {looking.kind === 'looking' && (
            <button
              type="button"
              onClick={() => {
                stopped.current = true;
              }}
            >
              {strings.Stop}
            </button>
          )}
        </div>
      </form>
      {looking.kind === 'looking' && (
        <progress aria-label={strings.HeldLooking} {...(looking.of > 0 ? { max: looking.of, value: looking.read } : {})} />
      )}
      {looking.kind === 'failed' && <Problem {...problemText(looking.error)} />}
      <p role="status">
        {looking.kind === 'looking' ? strings.HeldLooking : ''}
        {looking.kind === 'found' ? foundText(looking.held.length, looking.name) : ''}
      </p>
      {looking.kind === 'found' && looking.held.length > 0 && (
        <>
          <ul className={styles.list}>
            {looking.held.map((one) => (
              <li key={`${one.where} ${one.id}`}>
                <span>
                  <strong>{[referenceIn(one), whereText(one.where)].filter((part) => part !== '').join(', ')}</strong>
                  {!one.isWhole && <span className={styles.quiet}>{strings.HeldApart}</span>}
                  <span className={styles.quiet}>{one.excerpt}</span>
                </span>
                {one.enquiryId !== undefined && (
                  <PageLink address={addressOf({ enquiry: String(one.enquiryId) })} onOpen={() => go({ enquiry: String(one.enquiryId) })}>
                    {strings.Open}
                    <span className={styles.hidden}> {referenceIn(one)}</span>
                  </PageLink>
                )}
              </li>
            ))}
          </ul>
          <div className={styles.bar}>
            <button type="button" onClick={() => save(looking.held, looking.name)}>
              {strings.SaveCsv}
            </button>
          </div>
        </>
      )}
      <p className={styles.quiet}>{strings.HeldLimits}</p>
    </OwnersFrame>
  );
};
