import * as React from 'react';
import type { Officer } from '../../../domain/officers/officer';
import { PageLink } from '../../../ui/pageLink';
import type { Common } from './OfficerDirectory/types';

/** An officer's name as a link to their entry. */
export const OfficerLink: React.FC<{ officer: Officer; state: Pick<Common, 'officerAddress' | 'openOfficer'> }> = ({ officer, state }) => (
  <PageLink address={state.officerAddress(officer)} onOpen={() => state.openOfficer(officer)}>
    {officer.name}
  </PageLink>
);
