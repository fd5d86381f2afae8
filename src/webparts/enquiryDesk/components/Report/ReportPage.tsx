import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { groupings, smallest, type Grouping, type ShownReport } from '../../../../domain/enquiries/report';
import { BackLink } from '../../../../ui/backLink';
import { format } from '../../../../ui/format';
import { Pill } from '../../../../ui/pill';
import { PrintAction, PrintFrame } from '../../../../ui/printing';
import { Problem, problemText } from '../../../../ui/problem';
import { startAgain } from '../../../../ui/reading';
import { dayText } from '../../../../domain/dates';
import { useId } from '../../../../ui/useId';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import type { DeskContext, Parameter } from '../EnquiryDesk';
import { saveText } from '../saveText';
import { Bars, Trend } from './Charts';
import styles from './Report.module.scss';
import { columnTexts, figureTexts, groupName, groupingText, outcomeName, reportCsv, shownText } from './reportText';
import { useReport, type ReportChoice } from './useReport';

/** The period in words. */
const periodText = ({ from, to }: ReportChoice): string =>
  format(strings.Period, `${dayText(from)} ${from.slice(0, 4)}`, `${dayText(to)} ${to.slice(0, 4)}`);

/** The figures as a table, and how enquiries ended. */
const Tables: React.FC<{ report: ShownReport; by: Grouping }> = ({ report, by }) => (
  <>
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={strings.FiguresTitle}>
      <table className={styles.table}>
        <caption>{format(strings.FiguresBy, groupingText(by))}</caption>
        <thead>
          <tr>
            <th scope="col">{groupingText(by)}</th>
            {columnTexts().map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.groups.map(({ name, figures }) => (
            <tr key={name}>
              <th scope="row">{groupName(name, by)}</th>
              {figureTexts(figures).map((text, index) => (
                <td key={columnTexts()[index]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{strings.AllTogether}</th>
            {figureTexts(report.all).map((text, index) => (
              <td key={columnTexts()[index]}>{text}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
    {report.all.outcomes.size > 0 && (
      <table className={styles.table}>
        <caption>{strings.HowEnded}</caption>
        <tbody>
          {[...report.all.outcomes].map(([outcome, count]) => (
            <tr key={outcome}>
              <th scope="row">{outcomeName(outcome)}</th>
              <td>{shownText(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <p className={styles.quiet}>{format(strings.ReportNotes, smallest)}</p>
  </>
);

/** The report on paper. */
const Sheet: React.FC<{ report: ShownReport; choice: ReportChoice; organisation: string; onDone(): void }> = ({
  report,
  choice,
  organisation,
  onDone
}) => (
  <PrintFrame organisation={organisation} title={`${strings.ReportTitle}, ${periodText(choice)}`} onDone={onDone}>
    <Trend report={report} />
    <Bars report={report} by={choice.by} />
    <Tables report={report} by={choice.by} />
  </PrintFrame>
);

/** Reports for Cabinet, committees and ward members. */
const ReportPage: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { go, addressOf, start, access, address, props, moved } = context;
  const { choice, reading, report, share, slow } = useReport(context);
  const id = useId('report');
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus('report', strings.ReportTitle, heading, moved);
  const set = (name: Parameter, value: string): void => go({ [name]: value || undefined }, 'replace');
  const pill = (name: Parameter, label: string, options: { value: string; text: string }[]): React.ReactElement => {
    const value = address[name] ?? '';
    const chosen = options.find((option) => option.value === value);
    return (
      <Pill
        label={label}
        text={chosen ? format(strings.Chosen, label, chosen.text) : label}
        value={chosen ? value : ''}
        options={options}
        noneText={strings.All}
        clearLabel={format(strings.ClearOne, label)}
        onChange={(next) => set(name, next)}
      />
    );
  };
  const named = (rows: readonly { id: number; name: string }[]): { value: string; text: string }[] =>
    rows.map((row) => ({ value: String(row.id), text: row.name }));
  return (
    <div className={styles.report}>
      <BackLink
        address={addressOf({ view: '' })}
        label={strings.Heading}
        onBack={() => go({ view: undefined, by: undefined, from: undefined, to: undefined })}
      />
      <h2 ref={heading} tabIndex={-1}>
        {strings.ReportTitle}
      </h2>
      <div className={styles.filters}>
        <Pill
          label={strings.GroupBy}
          text={format(strings.Chosen, strings.GroupBy, groupingText(choice.by))}
          value={choice.by}
          options={groupings.map((by) => ({ value: by, text: groupingText(by) }))}
          onChange={(by) => set('by', by)}
        />
        {pill('service', strings.Service, named(start.services))}
        {pill('ward', strings.Ward, named(start.wards))}
        {pill(
          'kind',
          strings.Kind,
          start.kinds.map((kind) => ({ value: kind.id, text: kind.title }))
        )}
        <label htmlFor={`${id}-from`}>{strings.CameFrom}</label>
        <input id={`${id}-from`} type="date" value={choice.from} max={choice.to} onChange={({ target }) => set('from', target.value)} />
        <label htmlFor={`${id}-to`}>{strings.CameTo}</label>
        <input id={`${id}-to`} type="date" value={choice.to} min={choice.from} onChange={({ target }) => set('to', target.value)} />
      </div>
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {!report && reading.error === undefined && (
        <div role="status">
          <p>{slow ? uiStrings.LoadingSlowly : strings.Counting}</p>
          <progress aria-label={strings.Counting} max={100} {...(share > 0 ? { value: Math.round(share * 100) } : {})} />
        </div>
      )}
      {report && report.all.count === 0 && <p role="status">{strings.NoneInPeriod}</p>}
      {report && report.all.count !== 0 && (
        <>
          <p className={styles.headline} role="status">
            {format(strings.Headline, shownText(report.all.count), periodText(choice))}
          </p>
          <div className={styles.charts}>
            <Trend report={report} />
            <Bars report={report} by={choice.by} />
          </div>
          <Tables report={report} by={choice.by} />
          {!access.restricts && <p className={styles.quiet}>{strings.WithoutRestricted}</p>}
          <div className={styles.buttons}>
            <PrintAction sheet={(onDone) => <Sheet report={report} choice={choice} organisation={props.organisation} onDone={onDone} />} />
            <button
              type="button"
              onClick={() => saveText(`enquiries-${choice.from}-${choice.to}.csv`, reportCsv(report, choice.by), 'text/csv')}
            >
              {strings.SaveCsv}
            </button>
          </div>
        </>
      )}
    </div>
  );
};
export default ReportPage;
