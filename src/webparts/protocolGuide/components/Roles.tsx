import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import type { ProtocolRole } from '../../../domain/protocol/pack';
import { Section } from '../../../ui/section';
import { ClauseLinks } from './ClauseLinks';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen, WithParts } from './Screen';

type Points = ProtocolRole['does'];

const PointList: React.FC<{ title: string; points: Points; state: ScreenState }> = ({ title, points, state }) =>
  points.length === 0 ? null : (
    <>
      <h4>{title}</h4>
      <ul>
        {points.map(({ text, clauses }) => (
          <li key={text}>
            {text}
            <ClauseLinks numbers={clauses} state={state} />
          </li>
        ))}
      </ul>
    </>
  );

/** What members, executive members and officers do, and what is not theirs, side by side. */
const Roles: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state }) => {
  const { role: chosen } = state;
  return (
    <Screen
      name={`roles ${chosen ?? ''}`}
      title={chosen === undefined ? strings.ByRole : strings.Does}
      state={state}
      wide={chosen === undefined}
    >
      <WithParts state={state}>
        {({ pack }) => {
          const roles = chosen === undefined ? pack.roles : pack.roles.filter(({ id }) => id === chosen);
          if (roles.length === 0) return <p>{strings.NothingSaid}</p>;
          return (
            <div className={styles.sideBySide}>
              {roles.map((role) => (
                <Section key={role.id} title={role.name}>
                  <PointList title={strings.DoesTitle} points={role.does} state={state} />
                  <PointList title={strings.DoesNotTitle} points={role.doesNot ?? []} state={state} />
                  <h4>{strings.ClausesFor}</h4>
                  <p>
                    <ClauseLinks
                      numbers={state.clauses.filter(({ speaksTo }) => speaksTo.includes(role.id)).map(({ number }) => number)}
                      state={state}
                      wrapping
                    />
                  </p>
                </Section>
              ))}
            </div>
          );
        }}
      </WithParts>
    </Screen>
  );
};
export default Roles;
