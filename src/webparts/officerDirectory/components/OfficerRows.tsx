import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { isNotFirstContact } from '../../../domain/officers/contact';
import type { Officer } from '../../../domain/officers/officer';
import { numberToDial } from '../../../domain/phone';
import { Avatar } from '../../../ui/avatar';
import styles from './directory.module.scss';
import type { Common } from './OfficerDirectory/types';
import { OfficerLink } from './OfficerLink';

/** Officers one below the other: name, job, service, phone. */
export const OfficerRows: React.FC<{ officers: readonly Officer[]; state: Common; withService?: boolean }> = ({
  officers,
  state,
  withService = true
}) => (
  <ul className={styles.rows}>
    {officers.map((officer) => {
      const service = state.directory.services.find(({ id }) => id === officer.serviceId);
      const dial = numberToDial(officer.phone);
      return (
        <li key={officer.id}>
          <Avatar name={officer.name} photo={officer.photo} size={32} />
          <OfficerLink officer={officer} state={state} />
          <span className={styles.beside}>
            {[officer.job, withService ? (service?.title ?? '') : '', isNotFirstContact(officer) ? strings.NotFirstShort : '']
              .filter((text) => text !== '')
              .join(', ')}
          </span>
          {dial === undefined ? <span>{officer.phone}</span> : <a href={`tel:${dial}`}>{officer.phone}</a>}
        </li>
      );
    })}
  </ul>
);
