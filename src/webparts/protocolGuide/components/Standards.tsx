import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { defaultStandard } from '../../../domain/protocol/defaultStandard';
import { standardOf, type KindStandard } from '../../../domain/protocol/standards';
import type { RightParts } from '../../../data/protocol/parts';
import { format, plural } from '../../../ui/format';
import { Section } from '../../../ui/section';
import styles from './guide.module.scss';

const daysText = (days: number | null): string =>
  days === null ? strings.NotSet : plural(days, strings.OneWorkingDay, strings.WorkingDays);

const Row: React.FC<{ title: string; standard: KindStandard }> = ({ title, standard: { acknowledge, reply } }) => (
  <tr>
    <th scope="row">{title}</th>
    <td>{daysText(acknowledge)}</td>
    <td>{daysText(reply)}</td>
  </tr>
);

/** By when enquiries are acknowledged and answered: in general, and for kinds that have days of their own. */
export const Standards: React.FC<{ parts: RightParts }> = ({ parts: { standards, pack } }) => {
  const general = standardOf({ standards }, defaultStandard);
  const own = pack.kinds.filter(({ id }) => standards[id] !== undefined);
  return (
    <Section title={strings.StandardsTitle}>
      <table className={styles.pairs}>
        <thead>
          <tr>
            <td />
            <th scope="col">{strings.Acknowledged}</th>
            <th scope="col">{strings.Answered}</th>
          </tr>
        </thead>
        <tbody>
          <Row title={strings.EveryEnquiry} standard={general} />
          {own.map(({ id, title }) => (
            <Row key={id} title={title} standard={standardOf({ standards }, id)} />
          ))}
        </tbody>
      </table>
      {general.dayEnds !== null && <p className={styles.to}>{format(strings.DayEnds, general.dayEnds)}</p>}
    </Section>
  );
};
