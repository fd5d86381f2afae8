import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { groupByWard } from '../../../../domain/members/wards';
import { format, plural } from '../../../../ui/format';
import type { ListState } from '../MemberProfiles/types';
import { partyColour } from '../partyColour';
import { wardLabel } from '../wardLabel';
import { MemberCard } from './MemberCard';
import styles from './MemberCards.module.scss';

/** Members by ward; where nothing is narrowed also wards and seats that nobody holds. */
export const MembersByWard: React.FC<{ state: ListState; everyWard: boolean; returnTo: number | undefined }> = ({
  state: { found, directory, addressOf, open },
  everyWard,
  returnTo
}) => {
  const groups = React.useMemo(
    () =>
      groupByWard(
        found.map(({ member }) => member),
        directory.wards,
        everyWard
      ),
    [found, directory, everyWard]
  );
  return (
    <>
      {groups.map(({ ward, members }) => {
        const vacancies = everyWard ? (ward?.vacancies ?? 0) : 0;
        // Who sat there before fills no seat.
        const count = plural(members.filter(({ serving }) => serving).length, strings.OneMember, strings.Members);
        const vacant = plural(vacancies, strings.OneVacancy, strings.Vacancies);
        return (
          <section key={ward?.id ?? 0} className={styles.group}>
            <h3>
              {ward ? wardLabel(ward.name) : strings.NoWard}
              <span>{vacancies > 0 ? format(strings.SummaryWithVacancies, count, vacant) : count}</span>
            </h3>
            <ul className={styles.compactCards}>
              {members.map((member) => (
                <MemberCard
                  key={member.id}
                  member={member}
                  colour={partyColour(member, directory)}
                  focused={member.id === returnTo}
                  compact
                  address={addressOf(member)}
                  level={4}
                  onOpen={open}
                />
              ))}
              {Array.from({ length: vacancies }, (_, seat) => (
                <li key={`vacant ${seat}`}>
                  <div className={styles.vacant}>{strings.VacantSeat}</div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
};
