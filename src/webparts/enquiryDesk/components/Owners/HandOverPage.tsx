import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readHandOver, type HandOver } from '../../../../data/desk/owners/hand-over';
import { csvOf } from '../../../../domain/csv';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { Select } from '../../../../ui/fields';
import { format, plural } from '../../../../ui/format';
import { PrintAction, PrintFrame } from '../../../../ui/printing';
import { Problem, problemText } from '../../../../ui/problem';
import { readAgain, readOnce, startAgain } from '../../../../ui/reading';
import { useId } from '../../../../ui/useId';
import { BulkBar } from '../Bulk';
import type { DeskContext } from '../EnquiryDesk';
import { QueueTable } from '../Queues/QueueTable';
import { saveText } from '../saveText';
import { stateText } from '../words';
import styles from './Owners.module.scss';
import { OwnersFrame } from './OwnersFrame';

const cells = ({ row, constituent, constituentContact, description }: HandOver): string[] => [
  ...[referenceOf(row.id), row.summary, stateText(row.state), row.officer?.name ?? '', constituent, constituentContact, description]
];
const headings = (): string[] => [
  ...[
    strings.Reference,
    strings.Summary,
    strings.State,
    strings.OfficerColumn,
    strings.Constituent,
    strings.ConstituentReach,
    strings.Description
  ]
];

/** What a leaving member has open: told to who takes over, and closed where it is over. */
export const HandOverPage: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { source, start, address, go, props } = context;
  const { sp, sitePath } = source;
  const id = useId('hand-over');
  const member = start.members.find((one) => String(one.id) === address.member);
  const reading = useSWR<HandOver[], unknown>(
    member ? ['hand-over', sitePath, member.id] : null,
    () => readHandOver(sp, sitePath, member?.id ?? 0),
    readOnce
  );
  const [chosen, setChosen] = React.useState<ReadonlySet<number>>(new Set());
  const all = reading.data ?? [];
  const rows = all.map(({ row }) => row);
  const title = member ? format(strings.HandOverOf, member.name) : strings.HandOverTitle;
  const sheet = (onDone: () => void): React.ReactElement => (
    <PrintFrame organisation={props.organisation} title={title} onDone={onDone}>
      {all.map((one) => (
        <div key={one.row.id}>
          <h3>
            {referenceOf(one.row.id)} {one.row.summary}
          </h3>
          <p>
            {cells(one)
              .slice(2, 6)
              .filter((text) => text !== '')
              .join(' · ')}
          </p>
          <p>{one.description}</p>
        </div>
      ))}
    </PrintFrame>
  );
  return (
    <OwnersFrame title={strings.HandOverTitle} intro={strings.HandOverIntro} context={context}>
      <div className={styles.form}>
        <Select
          id={id}
          label={strings.Member}
          empty={strings.ChooseMember}
          choices={start.members.map((one) => ({
            value: String(one.id),
            label: one.isServing ? one.name : format(strings.FormerMember, one.name)
          }))}
          value={address.member}
          onChange={(value) => {
            setChosen(new Set());
            go({ member: value || undefined }, 'replace');
          }}
        />
      </div>
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.data && (
        <>
          <p role="status">{all.length === 0 ? strings.NothingToHandOver : plural(all.length, strings.OneEnquiry, strings.Enquiries)}</p>
          <BulkBar
            chosen={rows.filter((row) => chosen.has(row.id))}
            context={context}
            onDone={() => readAgain(reading)}
            onClear={() => setChosen(new Set())}
          />
          {rows.length > 0 && (
            <>
              <QueueTable
                rows={rows}
                label={title}
                context={context}
                choice={{
                  chosen,
                  toggle: (one) =>
                    setChosen((before) => new Set(before.has(one) ? [...before].filter((other) => other !== one) : [...before, one])),
                  toggleAll: () => setChosen(new Set(rows.every((row) => chosen.has(row.id)) ? [] : rows.map((row) => row.id)))
                }}
              />
              <div className={styles.bar}>
                <PrintAction sheet={sheet} />
                <button type="button" onClick={() => saveText(`${title}.csv`, csvOf([headings(), ...all.map(cells)]), 'text/csv')}>
                  {strings.SaveCsv}
                </button>
              </div>
            </>
          )}
        </>
      )}
    </OwnersFrame>
  );
};
