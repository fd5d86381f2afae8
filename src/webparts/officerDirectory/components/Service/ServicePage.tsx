import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import useSWR from 'swr';
import { readOfficersOf } from '../../../../data/officers/directory';
import { bySeniority, serviceAsSubject, type Officer } from '../../../../domain/officers/officer';
import { BackLink } from '../../../../ui/backLink';
import { format } from '../../../../ui/format';
import { Problem, problemText } from '../../../../ui/problem';
import { readOnce } from '../../../../ui/reading';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import styles from '../directory.module.scss';
import serviceStyles from './Service.module.scss';
import { EntrySuggestions } from '../EntrySuggestions';
import { OfficerRows } from '../OfficerRows';
import type { OfficerDirectoryProps, OfficerDirectoryState } from '../OfficerDirectory/types';
import { ServiceCard } from './ServiceCard';

/** A service with everybody who works in it, and what it deals with. */
const ServicePage: React.FC<{ state: Extract<OfficerDirectoryState, { kind: 'service' }>; props: OfficerDirectoryProps }> = ({
  state,
  props
}) => {
  const { service, moved } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus(service.id, service.title, heading, moved);
  const { data, error } = useSWR<Officer[], unknown>(
    ['officers of', props.sitePath, service.id],
    () => readOfficersOf(props.sp, props.sitePath, service.id),
    readOnce
  );
  return (
    <article>
      <BackLink address={state.homeAddress} label={state.isSearching ? strings.BackToFound : strings.AllServices} onBack={state.goHome} />
      <div className={styles.header}>
        <div>
          <h2 className={styles.heading} ref={heading} tabIndex={-1}>
            {service.title}
          </h2>
          <p className={styles.beside}>{service.directorate}</p>
        </div>
      </div>
      <div className={styles.parts}>
        <ServiceCard service={service} state={state} props={props} withTitle={false} />
        {service.topics.length > 0 && (
          <details className={serviceStyles.topics}>
            <summary>{format(strings.TopicCount, service.topics.length)}</summary>
            <p>{service.topics.join(' · ')}</p>
          </details>
        )}
        <section className={serviceStyles.staff}>
          <h3>{strings.Staff}</h3>
          {error !== undefined && <Problem {...problemText(error)} />}
          {!data && error === undefined && <p role="status">{strings.StaffLoading}</p>}
          {data &&
            (data.length === 0 ? (
              <p>{strings.NobodyThere}</p>
            ) : (
              <OfficerRows officers={[...data].sort(bySeniority)} state={state} withService={false} />
            ))}
        </section>
        <EntrySuggestions subject={serviceAsSubject(service)} state={state} props={props} />
      </div>
    </article>
  );
};
export default ServicePage;
