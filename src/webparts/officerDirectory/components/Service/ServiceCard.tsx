import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { availabilityOf, coverOf, firstContact, isAway } from '../../../../domain/officers/contact';
import { liaisonOfficersOf, type Officer, type Service } from '../../../../domain/officers/officer';
import { teamsAddressOf } from '../../../../domain/members/member';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import styles from '../directory.module.scss';
import serviceStyles from './Service.module.scss';
import type { Common, OfficerDirectoryProps } from '../OfficerDirectory/types';
import { OfficerLink } from '../OfficerLink';
import { usePeople } from '../usePeople';
import { LiaisonCard } from './LiaisonCard';

/** What a service's card needs. */
export interface ServiceCardProps {
  service: Service;
  state: Common;
  props: Pick<OfficerDirectoryProps, 'graph'>;
  /** On the service's own screen its name stands above. */
  withTitle?: boolean;
}

/** Whoever covers for liaison officers who are away, each once, and not if they stand there already. */
function coversOf(liaison: readonly Officer[], { directory, today }: Common): Officer[] {
  const covers = liaison.filter((officer) => isAway(officer, today)).flatMap((officer) => coverOf(officer, today, directory) ?? []);
  return [...new Set(covers)].filter((cover) => !liaison.includes(cover));
}

const Seniors: React.FC<{ service: Service; state: Common; first: Officer | undefined; heading: 'h3' | 'h4' }> = ({
  service,
  state,
  first,
  heading: Heading
}) => {
  const { officers } = state.directory;
  const seniors = [
    { title: strings.HeadOfService, officer: officers.get(service.headId ?? 0) },
    { title: strings.Director, officer: officers.get(service.directorId ?? 0) }
  ].filter((senior): senior is { title: string; officer: Officer } => senior.officer !== undefined && senior.officer !== first);
  return seniors.length === 0 ? null : (
    <div className={serviceStyles.part}>
      <Heading>{strings.NotFirst}</Heading>
      <p className={styles.beside}>
        {seniors.map(({ title, officer }, index) => (
          <React.Fragment key={title}>
            {index > 0 && ' · '}
            {title} <OfficerLink officer={officer} state={state} />
          </React.Fragment>
        ))}
      </p>
    </div>
  );
};

/** A service: whom to ask first, what is routine, what to do out of hours, and who is not asked first. */
export const ServiceCard: React.FC<ServiceCardProps> = ({ service, state, props, withTitle = true }) => {
  const { directory, today } = state;
  const first = firstContact(service, today, directory);
  const liaison = liaisonOfficersOf(service, directory);
  // Who is there comes first, and whoever is asked first before all.
  const rank = (officer: Officer): number =>
    first.kind !== 'general' && first.officer.id === officer.id ? 0 : availabilityOf(officer, today, directory).kind === 'in' ? 1 : 2;
  const senior = first.kind === 'senior' ? [first.officer] : [];
  const shown = [...new Set([...liaison, ...coversOf(liaison, state), ...senior])].sort((a, b) => rank(a) - rank(b));
  const people = usePeople(shown, props);
  const Heading = withTitle ? 'h4' : 'h3';
  const general = first.kind === 'general' ? first.service : undefined;
  return (
    <article className={serviceStyles.card} aria-label={service.title}>
      {withTitle && (
        <div className={serviceStyles.top}>
          <h3>
            <PageLink address={state.serviceAddress(service)} onOpen={() => state.openService(service)}>
              {service.title}
            </PageLink>
          </h3>
          <span className={styles.beside}>{service.directorate}</span>
        </div>
      )}
      {service.does !== '' && <p>{service.does}</p>}
      <div className={serviceStyles.part}>
        <Heading>{strings.AskFirst}</Heading>
        {first.kind === 'senior' && liaison.length === 0 && (
          <p className={serviceStyles.advice}>{format(strings.NoLiaison, first.officer.name)}</p>
        )}
        {first.kind === 'general' &&
          (general ? (
            <p>
              {strings.GeneralFirst}{' '}
              <PageLink address={state.serviceAddress(general)} onOpen={() => state.openService(general)}>
                {general.title}
              </PageLink>
            </p>
          ) : (
            <p>{strings.NobodyFirst}</p>
          ))}
        <ul className={serviceStyles.contacts}>
          {shown.map((officer) => (
            <LiaisonCard
              key={officer.id}
              officer={officer}
              service={service}
              state={state}
              withProfile={!withTitle}
              person={people.get(teamsAddressOf(officer))}
              coversFor={liaison.filter((one) => isAway(one, today) && coverOf(one, today, directory) === officer)}
            />
          ))}
        </ul>
      </div>
      {service.routine !== '' && (
        <p className={styles.notice}>
          <b>{strings.Routine}</b> {service.routine}{' '}
          {/^https?:\/\//i.test(service.routineLink) && (
            <a href={service.routineLink} target="_blank" rel="noreferrer">
              {strings.RoutineLink}
            </a>
          )}
        </p>
      )}
      {service.outOfHours !== '' && (
        <p>
          <b>{strings.OutOfHours}</b> {service.outOfHours}
        </p>
      )}
      <Seniors service={service} state={state} first={first.kind === 'general' ? undefined : first.officer} heading={Heading} />
      <p className={styles.beside}>{strings.Appointment}</p>
    </article>
  );
};
