import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { QueueChoice } from '../../../../domain/enquiries/desk';
import { plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Problem, problemText } from '../../../../ui/problem';
import { startAgain } from '../../../../ui/reading';
import { SearchField } from '../../../../ui/searchField';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import { BulkBar } from '../Bulk';
import type { DeskContext } from '../EnquiryDesk';
import { saveText } from '../saveText';
import { queueText } from '../words';
import { choiceIn, queuesFor } from './choice';
import { ColumnChoice } from './ColumnChoice';
import { readColumns } from './columns';
import { Filters } from './Filters';
import { Found } from './Found';
import { QueueNav } from './QueueNav';
import { queueCsv } from './queueCsv';
import { QueueTable, type RowChoice } from './QueueTable';
import styles from './Queues.module.scss';
import { useQueue, type QueueState } from './useQueue';

/** Further rows below those that are there: nothing jumps. */
const More: React.FC<{ more: QueueState['more'] }> = ({ more }) => {
  if (more.kind === 'none') return null;
  if (more.kind === 'reading') return <p role="status">{strings.Loading}</p>;
  return (
    <>
      {more.kind === 'failed' && <Problem {...problemText(more.error)} />}
      <button type="button" className={styles.more} onClick={more.load}>
        {more.kind === 'failed' ? uiStrings.TryAgain : strings.ShowMore}
      </button>
    </>
  );
};

/** Pages besides the queues, for who has use for them. */
const viewsFor = ({ access, start }: DeskContext): { view: string; text: string }[] => [
  ...(access.handles || access.restricts ? [{ view: 'report', text: strings.ReportTitle }] : []),
  ...(start.isSiteAdmin
    ? [
        { view: 'retention', text: strings.RetentionTitle },
        { view: 'held', text: strings.HeldTitle },
        { view: 'hand-over', text: strings.HandOverTitle }
      ]
    : [])
];

/** The officers' desk: queues, what narrows them, and their enquiries. */
export const QueueDesk: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { address, props, moved, go } = context;
  const choice = choiceIn(address, context);
  const state = useQueue(context, choice);
  const { counts } = state;
  const find = address.find ?? '';
  const heading = React.useRef<HTMLHeadingElement>(null);
  const name = queueText(choice.queue);
  const title = props.settings.title || strings.Heading;
  useScreenFocus(`queue ${choice.queue}`, name, heading, moved && find === '');
  return (
    <div className={styles.desk}>
      <aside>
        <h2 className={styles.title}>{title}</h2>
        <QueueNav queues={queuesFor(context)} current={find === '' ? choice.queue : undefined} counts={counts} context={context} />
        <nav className={styles.views} aria-label={strings.MorePages}>
          {viewsFor(context).map(({ view, text }) => (
            <PageLink key={view} address={context.addressOf({ view })} onOpen={() => go({ view })}>
              {text}
            </PageLink>
          ))}
        </nav>
      </aside>
      <section aria-label={name}>
        <SearchField
          label={strings.SearchLabel}
          placeholder={strings.SearchHint}
          value={find}
          onChange={(typed) => go({ find: typed || undefined }, 'replace')}
        />
        <h3 ref={heading} tabIndex={-1} className={styles.heading}>
          {find === '' ? name : strings.FoundTitle}
        </h3>
        {find === '' ? (
          <Queue key={JSON.stringify(choice)} choice={choice} state={state} name={name} context={context} />
        ) : (
          <Found typed={find} context={context} />
        )}
      </section>
    </div>
  );
};

/** The chosen queue, as far as it was read. */
const Queue: React.FC<{ choice: QueueChoice; state: QueueState; name: string; context: DeskContext }> = ({
  choice,
  state,
  name,
  context
}) => {
  const { reading, rows } = state;
  const { access } = context;
  const [columns, setColumns] = React.useState(readColumns);
  const [ids, setIds] = React.useState<ReadonlySet<number>>(new Set());
  // As they are shown now: only what one sees is chosen.
  const chosen = rows.filter(({ id }) => ids.has(id));
  const filtered = Object.keys(choice.filter).length > 0;
  const rowChoice: RowChoice | undefined =
    access.handles || access.restricts
      ? {
          chosen: ids,
          toggle: (id) => setIds((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id])),
          toggleAll: () => setIds(new Set(rows.every(({ id }) => ids.has(id)) ? [] : rows.map(({ id }) => id)))
        }
      : undefined;
  return (
    <>
      <Filters choice={choice} context={context} />
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.data === undefined && reading.error === undefined && <p role="status">{strings.Loading}</p>}
      <BulkBar chosen={chosen} context={context} onDone={state.refresh} onClear={() => setIds(new Set())} />
      {rows.length > 0 && <QueueTable rows={rows} label={name} context={context} choice={rowChoice} columns={columns} />}
      {reading.data && (
        <p role="status" className={styles.status}>
          {rows.length === 0
            ? filtered
              ? strings.NoneFiltered
              : strings.NoneInQueue
            : state.more.kind === 'none'
              ? plural(rows.length, strings.OneEnquiry, strings.Enquiries)
              : plural(rows.length, strings.OneEnquiry, strings.FirstEnquiries)}
        </p>
      )}
      <div className={styles.below}>
        {rows.length > 0 && <ColumnChoice columns={columns} onChange={setColumns} />}
        <More more={state.more} />
        {rows.length > 0 && (
          <button type="button" className={styles.more} onClick={() => saveText(`${name}.csv`, queueCsv(rows), 'text/csv')}>
            {strings.SaveCsv}
          </button>
        )}
      </div>
    </>
  );
};
