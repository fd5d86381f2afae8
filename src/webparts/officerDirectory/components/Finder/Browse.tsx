import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import useSWR from 'swr';
import { readOfficersByLetter } from '../../../../data/officers/directory';
import { compareText } from '../../../../domain/members/member';
import { byName, type Officer, type Service } from '../../../../domain/officers/officer';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Problem, problemText } from '../../../../ui/problem';
import { readOnce } from '../../../../ui/reading';
import { browseNames } from '../../settings';
import { browseTitle } from '../browseTitle';
import serviceStyles from '../Service/Service.module.scss';
import finderStyles from './Finder.module.scss';
import { OfficerRows } from '../OfficerRows';
import type { HomeState, OfficerDirectoryProps } from '../OfficerDirectory/types';
import { LiaisonCard } from '../Service/LiaisonCard';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const ServiceTiles: React.FC<{ services: readonly Service[]; state: HomeState }> = ({ services, state }) => (
  <ul className={finderStyles.grid}>
    {services.map((service) => (
      <li key={service.id}>
        <div className={finderStyles.tile}>
          <PageLink address={state.serviceAddress(service)} onOpen={() => state.openService(service)}>
            {service.title}
          </PageLink>
          <p>{service.does}</p>
        </div>
      </li>
    ))}
  </ul>
);

const Directorates: React.FC<{ state: HomeState }> = ({ state }) => {
  const { services } = state.directory;
  const names = [...new Set(services.map(({ directorate }) => directorate))];
  names.sort((a, b) => Number(a === '') - Number(b === '') || compareText(a, b));
  return (
    <>
      {names.map((name) => (
        <React.Fragment key={name}>
          <h3>{name || strings.NoDirectorate}</h3>
          <ServiceTiles services={services.filter(({ directorate }) => directorate === name)} state={state} />
        </React.Fragment>
      ))}
    </>
  );
};

const ByLetter: React.FC<{ state: HomeState; props: OfficerDirectoryProps }> = ({ state, props: { sp, sitePath } }) => {
  const { letter } = state;
  const { data, error } = useSWR<Officer[], unknown>(
    letter === '' ? null : ['officers by letter', sitePath, letter],
    () => readOfficersByLetter(sp, sitePath, letter),
    readOnce
  );
  return (
    <>
      <div className={finderStyles.letters} role="group" aria-label={strings.AToZ}>
        {letters.map((one) => (
          <button key={one} type="button" aria-pressed={one === letter} onClick={() => state.setLetter(one)}>
            {one}
          </button>
        ))}
      </div>
      {letter !== '' && <h3>{format(strings.Letter, letter)}</h3>}
      {error !== undefined && <Problem {...problemText(error)} />}
      {letter !== '' && !data && error === undefined && <p role="status">{strings.OfficersLoading}</p>}
      {data?.length === 0 && <p>{strings.NobodyThere}</p>}
      {data && data.length > 0 && <OfficerRows officers={[...data].sort(byName)} state={state} />}
    </>
  );
};

const Liaison: React.FC<{ state: HomeState }> = ({ state }) => {
  const { services, officers } = state.directory;
  const liaison = [...officers.values()].filter(({ isLiaison }) => isLiaison).sort(byName);
  return liaison.length === 0 ? (
    <p>{strings.NobodyThere}</p>
  ) : (
    <ul className={serviceStyles.contacts}>
      {liaison.map((officer) => (
        <LiaisonCard
          key={officer.id}
          officer={officer}
          service={services.find(({ id }) => id === officer.serviceId)}
          state={state}
          person={undefined}
          withService
        />
      ))}
    </ul>
  );
};

/** The directory to look through, for who has no question. */
export const Browse: React.FC<{ state: HomeState; props: OfficerDirectoryProps }> = ({ state, props }) => (
  <div className={finderStyles.browse}>
    <div className={finderStyles.choices} role="group" aria-label={strings.Browse}>
      {browseNames.map((name) => (
        <button key={name} type="button" aria-pressed={name === state.browse} onClick={() => state.setBrowse(name)}>
          {browseTitle(name)}
        </button>
      ))}
    </div>
    {state.browse === 'services' && <ServiceTiles services={state.directory.services} state={state} />}
    {state.browse === 'directorates' && <Directorates state={state} />}
    {state.browse === 'letters' && <ByLetter state={state} props={props} />}
    {state.browse === 'liaison' && <Liaison state={state} />}
  </div>
);
