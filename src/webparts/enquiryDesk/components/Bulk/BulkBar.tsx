import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { longest } from '../../../../domain/enquiries/answers';
import type { EnquirySummary } from '../../../../domain/enquiries/desk';
import { outcomes, type Need } from '../../../../domain/enquiries/life';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { Radios, TextArea } from '../../../../ui/fields';
import { format, plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { useId } from '../../../../ui/useId';
import styles from '../Action/Action.module.scss';
import { actionWords, faultText, needLabel } from '../Action/actionText';
import { OfficerField } from '../Action/OfficerField';
import type { DeskContext } from '../EnquiryDesk';
import { outcomeText } from '../Enquiry/eventText';
import { bulkActions, useBulk, type Bulk, type BulkResult } from './useBulk';

const resultText = (result: BulkResult): string =>
  ({
    waits: strings.BulkWaits,
    done: strings.BulkDone,
    changed: strings.BulkChanged,
    refused: strings.BulkRefused,
    failed: strings.BulkFailed
  })[result];

const Fields: React.FC<{ bulk: Bulk; chosen: readonly EnquirySummary[]; context: DeskContext; id: string }> = ({
  bulk,
  chosen,
  context,
  id
}) => {
  const { action, input, set, faults } = bulk;
  if (!action) return null;
  const field = (need: Need, optional = false): { id: string; label: string; fault: string | undefined } => {
    const fault = faults.find((one) => one.need === need);
    const label = needLabel(action, need);
    return { id: `${id}-${need}`, label: optional ? format(strings.Optional, label) : label, fault: fault && faultText(action, fault) };
  };
  const services = new Set(chosen.map(({ service }) => service?.id));
  const officer = (
    <OfficerField
      {...field('officer')}
      value={input.officer}
      onChange={(one) => set({ officer: one })}
      current={undefined}
      context={context}
      serviceId={services.size === 1 ? chosen[0]?.service?.id : undefined}
      preselects={action === 'acknowledge'}
    />
  );
  const text = (
    <TextArea {...field('text', true)} rows={4} most={longest.description} value={input.text} onChange={(one) => set({ text: one })} />
  );
  switch (action) {
    case 'acknowledge':
      return (
        <>
          {officer}
          {text}
        </>
      );
    case 'assign':
      return (
        <>
          {officer}
          <TextArea {...field('reason')} rows={3} most={4000} value={input.reason} onChange={(one) => set({ reason: one })} />
        </>
      );
    case 'close':
      return (
        <>
          <Radios
            {...field('outcome')}
            choices={outcomes.map((outcome) => ({ value: outcome, label: outcomeText(outcome) }))}
            value={input.outcome}
            onChange={(outcome) => set({ outcome: outcome as (typeof outcomes)[number] })}
          />
          {text}
        </>
      );
  }
};

/** What is done with the enquiries that are chosen, how far it is, and what became of each. */
export const BulkBar: React.FC<{ chosen: readonly EnquirySummary[]; context: DeskContext; onDone(): void; onClear(): void }> = ({
  chosen,
  context,
  onDone,
  onClear
}) => {
  const id = useId('bulk');
  const bulk = useBulk(context, chosen, onDone);
  const { action, results, busy, sent } = bulk;
  const over = [...results.values()].filter((result) => result !== 'waits').length;
  if (chosen.length === 0 && sent.length === 0) return null;
  const close = (): void => {
    bulk.open(undefined);
    onClear();
  };
  return (
    <section className={`${styles.form} ${styles.bulk}`} aria-label={strings.BulkTitle}>
      <div className={styles.bar}>
        <strong>{plural(chosen.length, strings.OneChosen, strings.ManyChosen)}</strong>
        {sent.length === 0 &&
          bulkActions.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.button}
              aria-expanded={action === one}
              disabled={busy}
              onClick={() => bulk.open(one)}
            >
              {actionWords(one).button}
            </button>
          ))}
        <button type="button" className={styles.button} disabled={busy} onClick={close}>
          {strings.ClearChoice}
        </button>
      </div>
      {action && (
        <form
          noValidate
          aria-label={actionWords(action).title}
          onSubmit={(event) => {
            event.preventDefault();
            bulk.send();
          }}
        >
          {results.size === 0 && <Fields bulk={bulk} chosen={chosen} context={context} id={id} />}
          {results.size > 0 && (
            <>
              {!busy && <p>{strings.BulkTold}</p>}
              <progress aria-label={strings.BulkTitle} max={sent.length} value={over} />
              <ul className={styles.results}>
                {sent.map((row) => (
                  <li key={row.id}>
                    <PageLink
                      address={context.addressOf({ enquiry: String(row.id) })}
                      onOpen={() => context.go({ enquiry: String(row.id) })}
                    >
                      {referenceOf(row.id)}
                    </PageLink>{' '}
                    {row.summary}: <strong>{resultText(results.get(row.id) ?? 'waits')}</strong>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className={styles.buttons}>
            {(results.size === 0 || [...results.values()].includes('failed')) && (
              <button type="submit" className={styles.filled} disabled={busy}>
                {busy
                  ? strings.Sending
                  : results.size === 0
                    ? format(strings.BulkSend, actionWords(action).send, chosen.length)
                    : uiStrings.TryAgain}
              </button>
            )}
            <button type="button" className={styles.button} disabled={busy} onClick={() => (over > 0 ? close() : bulk.open(undefined))}>
              {over > 0 ? strings.BulkClose : uiStrings.Cancel}
            </button>
            <span role="status">{results.size > 0 ? format(strings.BulkProgress, over, sent.length) : ''}</span>
          </div>
        </form>
      )}
    </section>
  );
};
