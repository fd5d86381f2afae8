import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readUnresolved } from '../../../data/officers/accounts';
import { teamsAddressOf } from '../../../domain/members/member';
import { healthOf } from '../../../domain/officers/health';
import { byName, type Officer, type Service } from '../../../domain/officers/officer';
import { BackLink } from '../../../ui/backLink';
import { PageLink } from '../../../ui/pageLink';
import { Problem, problemText } from '../../../ui/problem';
import { readOnce, startAgain } from '../../../ui/reading';
import { Section } from '../../../ui/section';
import { useScreenFocus } from '../../../ui/useScreenFocus';
import styles from './directory.module.scss';
import type { Common, OfficerDirectoryProps, OfficerDirectoryState } from './OfficerDirectory/types';
import { OfficerLink } from './OfficerLink';

const Entries: React.FC<{ title: string; officers?: readonly Officer[]; services?: readonly Service[]; state: Common }> = ({
  title,
  officers = [],
  services = [],
  state
}) =>
  officers.length + services.length === 0 ? null : (
    <Section title={`${title} (${officers.length + services.length})`}>
      <ul>
        {services.map((service) => (
          <li key={service.id}>
            <PageLink address={state.serviceAddress(service)} onOpen={() => state.openService(service)}>
              {service.title}
            </PageLink>
          </li>
        ))}
        {officers.map((officer) => (
          <li key={officer.id}>
            <OfficerLink officer={officer} state={state} /> <span className={styles.beside}>{officer.job}</span>
          </li>
        ))}
      </ul>
    </Section>
  );

/** What an owner should look at: gaps in the directory, old entries, people whom Microsoft 365 does not know any more. */
const HealthPanel: React.FC<{ state: Extract<OfficerDirectoryState, { kind: 'health' }>; props: OfficerDirectoryProps }> = ({
  state,
  props: { sp, sitePath }
}) => {
  const { directory, today, moved } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus('health', strings.Health, heading, moved);
  const health = React.useMemo(() => healthOf(directory, today), [directory, today]);
  const officers = React.useMemo(() => [...directory.officers.values()].sort(byName), [directory]);
  const accounts = useSWR<Officer[], unknown>(
    ['unresolved accounts', sitePath, officers.map(teamsAddressOf).join(' ')],
    () => readUnresolved(sp, officers),
    readOnce
  );
  const isWell =
    !health.noGeneralContact &&
    [health.withoutLiaison, health.withoutCover, health.services, health.officers, accounts.data ?? [{}]].every(
      (list) => list.length === 0
    );
  return (
    <section>
      <BackLink address={state.homeAddress} label={strings.AllServices} onBack={state.goHome} />
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {strings.Health}
      </h2>
      <p className={styles.quiet}>{strings.HealthScope}</p>
      <div className={styles.parts}>
        {isWell && <p>{strings.HealthNone}</p>}
        {health.noGeneralContact && (
          <Section title={strings.NoGeneralContact}>
            <p>{strings.NoGeneralAdvice}</p>
          </Section>
        )}
        <Entries title={strings.WithoutLiaison} services={health.withoutLiaison} state={state} />
        <Entries title={strings.WithoutCover} officers={health.withoutCover} state={state} />
        {accounts.error !== undefined && (
          <Problem {...problemText(accounts.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(accounts)} />
        )}
        <p role="status" className={styles.quiet}>
          {accounts.data
            ? accounts.data.length === 0
              ? strings.UnresolvedNone
              : ''
            : accounts.error === undefined && strings.UnresolvedChecking}
        </p>
        <Entries title={strings.Unresolved} officers={accounts.data ?? []} state={state} />
        <Entries title={strings.NotChecked} services={health.services} officers={health.officers} state={state} />
      </div>
    </section>
  );
};
export default HealthPanel;
