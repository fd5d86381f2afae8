import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { generalContactOf } from '../../../../domain/officers/officer';
import { format, plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { SearchField } from '../../../../ui/searchField';
import styles from '../directory.module.scss';
import finderStyles from './Finder.module.scss';
import { OfficerRows } from '../OfficerRows';
import type { HomeState, OfficerDirectoryProps } from '../OfficerDirectory/types';
import { ServiceCard } from '../Service/ServiceCard';
import { Browse } from './Browse';

/** More officers than these are shown only when somebody wants them. */
const firstOfficers = 10;

const Results: React.FC<{ state: HomeState; props: OfficerDirectoryProps }> = ({ state, props }) => {
  const { found, question, directory, more } = state;
  const [all, setAll] = React.useState(false);
  React.useEffect(() => setAll(false), [question]);
  const nothing = found.services.length === 0 && found.officers.length === 0;
  const general = nothing ? generalContactOf(directory) : undefined;
  const officers = all ? found.officers : found.officers.slice(0, firstOfficers);
  return (
    <div className={finderStyles.results}>
      {nothing && more !== 'loading' && (
        <>
          <div>
            <h3>{format(strings.NoneFound, question.trim())}</h3>
            <p>{general ? strings.NoneFoundAdvice : strings.NoGeneral}</p>
          </div>
          {general && <ServiceCard service={general} state={state} props={props} />}
        </>
      )}
      {found.services.map(({ service }) => (
        <ServiceCard key={service.id} service={service} state={state} props={props} />
      ))}
      {officers.length > 0 && (
        <>
          <h3>{strings.OfficersFound}</h3>
          <OfficerRows officers={officers} state={state} />
          {officers.length < found.officers.length && (
            <button type="button" className={finderStyles.more} onClick={() => setAll(true)}>
              {format(strings.MoreOfficers, found.officers.length)}
            </button>
          )}
        </>
      )}
      {more === 'loading' && nothing && <p role="status">{strings.OfficersLoading}</p>}
      {more === 'failed' && <p role="alert">{strings.OfficersFailed}</p>}
    </div>
  );
};

/** What owners look after. */
const OwnersLinks: React.FC<{ state: HomeState }> = ({
  state: { background, healthAddress, openHealth, correctionsAddress, openCorrections }
}) =>
  background?.isOwner ? (
    <div className={finderStyles.links}>
      {background.openCorrections > 0 && (
        <PageLink address={correctionsAddress} onOpen={openCorrections}>
          {plural(background.openCorrections, strings.OneSuggestion, strings.Suggestions)}
        </PageLink>
      )}
      <PageLink address={healthAddress} onOpen={openHealth}>
        {strings.Health}
      </PageLink>
    </div>
  ) : null;

/** The first screen: one question, and what it finds; the directory to browse where there is none. */
export const Finder: React.FC<{ state: HomeState; props: OfficerDirectoryProps }> = ({ state, props }) => {
  const { question, found, directory, moved, more } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (moved) heading.current?.focus();
    // Only when the screen appears.
  }, []);
  const title = props.settings.title || strings.Heading;
  const isAsking = question.trim() !== '';
  const services = plural(found.services.length, strings.OneService, strings.Services);
  const count =
    found.officers.length === 0
      ? services
      : format(strings.Count, services, plural(found.officers.length, strings.OneOfficer, strings.Officers));
  if (directory.services.length === 0 && directory.officers.size === 0) {
    return (
      <section aria-label={title}>
        <h2 className={styles.heading}>{strings.Empty}</h2>
        <p>{strings.EmptyAdvice}</p>
      </section>
    );
  }
  return (
    <section aria-label={title}>
      <div className={finderStyles.title}>
        <h2 className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <OwnersLinks state={state} />
      </div>
      <p className={styles.quiet}>{strings.Intro}</p>
      <div role="search" className={finderStyles.search}>
        <SearchField label={strings.Intro} placeholder={strings.SearchPlaceholder} value={question} onChange={state.setQuestion} />
      </div>
      <p role="status" className={finderStyles.count}>
        {isAsking && (more === 'loading' && found.officers.length === 0 ? format(strings.StillSearching, count) : count)}
      </p>
      {isAsking ? <Results state={state} props={props} /> : <Browse state={state} props={props} />}
    </section>
  );
};
