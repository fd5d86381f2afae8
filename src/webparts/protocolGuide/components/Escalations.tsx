import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { format } from '../../../ui/format';
import { PageLink } from '../../../ui/pageLink';
import { Section } from '../../../ui/section';
import { ClauseLinks } from './ClauseLinks';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { oneOf } from './roleText';
import { Screen, WithParts } from './Screen';

/** What to do when something goes wrong, as steps, for a member or for an officer. */
const Escalations: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state }) => {
  const role = state.role ?? 'member';
  return (
    <Screen name={`wrong ${role}`} title={strings.Wrong} state={state}>
      <WithParts state={state}>
        {(parts) => {
          const all = parts.pack.escalation ?? [];
          const others = [...new Set(all.flatMap((one) => one.for))].filter((one) => one !== role);
          const own = all.filter((one) => one.for.includes(role));
          return (
            <>
              <p className={styles.quiet}>{format(strings.Role, oneOf(parts, role))}.</p>
              {own.length === 0 && <p>{strings.NothingSaid}</p>}
              {own.map(({ id, title, steps }) => (
                <Section key={id} title={title}>
                  <ol className={styles.steps}>
                    {steps.map(({ text, to, clauses }) => (
                      <li key={text} className={styles.step}>
                        {text}
                        <ClauseLinks numbers={clauses} state={state} />
                        {to !== undefined && <span className={styles.to}>{format(strings.To, to)}</span>}
                      </li>
                    ))}
                  </ol>
                </Section>
              ))}
              <div className={styles.links}>
                {others.map((other) => (
                  <PageLink
                    key={other}
                    address={state.addressOf({ screen: 'wrong', role: other })}
                    onOpen={() => state.open({ screen: 'wrong', role: other })}
                  >
                    {format(strings.WrongOther, oneOf(parts, other))}
                  </PageLink>
                ))}
              </div>
            </>
          );
        }}
      </WithParts>
    </Screen>
  );
};
export default Escalations;
