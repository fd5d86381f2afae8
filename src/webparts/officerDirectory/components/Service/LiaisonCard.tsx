import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { LivePerson } from '../../../../data/people';
import { teamsAddressOf } from '../../../../domain/members/member';
import { firstContact } from '../../../../domain/officers/contact';
import type { Officer, Service } from '../../../../domain/officers/officer';
import { numberToDial } from '../../../../domain/phone';
import { Avatar } from '../../../../ui/avatar';
import { format } from '../../../../ui/format';
import { TalkLink } from '../../../../ui/host';
import { mailto } from '../../../../ui/mailto';
import { answeringFor, availabilityText } from '../availabilityText';
import styles from '../directory.module.scss';
import serviceStyles from './Service.module.scss';
import type { Common } from '../OfficerDirectory/types';
import { OfficerLink } from '../OfficerLink';
import { presenceText } from '../presenceText';

/** What a liaison officer's card needs. */
export interface LiaisonCardProps {
  officer: Officer;
  service: Service | undefined;
  state: Common;
  person: LivePerson | undefined;
  /** The service's name, where cards of several services stand together. */
  withService?: boolean;
  /** Who they are, in their own words. */
  withProfile?: boolean;
  /** Those who are away and whom they cover. */
  coversFor?: readonly Officer[];
}

/** A liaison officer at a glance: whether they are there, how to reach them, or who covers. */
export const LiaisonCard: React.FC<LiaisonCardProps> = ({
  officer,
  service,
  state,
  person,
  withService = false,
  withProfile = false,
  coversFor = []
}) => {
  const { directory, today } = state;
  const { text, isIn } = availabilityText(officer, directory, today);
  const answering = answeringFor(officer, directory, today);
  const first = service && firstContact(service, today, directory);
  const instead = first && (first.kind === 'general' ? first.service?.title : first.officer.name);
  const dial = numberToDial(officer.phone);
  const teams = teamsAddressOf(officer);
  const presence = presenceText(person?.presence);
  return (
    <li>
      <div className={serviceStyles.contact}>
        <Avatar name={officer.name} photo={officer.photo || (person?.photo ?? '')} size={72} />
        <div>
          <p className={serviceStyles.name}>
            <OfficerLink officer={officer} state={state} />
          </p>
          <p className={styles.beside}>
            {withService && service
              ? service.title
              : officer.isLiaison && officer.serviceId === service?.id
                ? strings.Liaison
                : officer.job}
          </p>
          {coversFor.length > 0 && <p>{format(strings.CoversFor, coversFor.map(({ name }) => name).join(', '))}</p>}
          <p className={isIn ? styles.in : styles.out}>{text}</p>
          {answering === undefined && instead !== undefined && <p>{format(strings.NobodyCovers, instead)}</p>}
          {answering !== undefined && answering !== officer && (
            <p>
              {strings.CoveredBy} <OfficerLink officer={answering} state={state} />
            </p>
          )}
          {presence !== '' && (
            <p className={styles.beside}>
              {strings.Presence}: {presence}
            </p>
          )}
          {officer.workingPattern !== '' && <p className={styles.beside}>{officer.workingPattern}</p>}
          {officer.bestContact !== '' && (
            <p className={styles.beside}>
              {strings.Best}: {officer.bestContact}
            </p>
          )}
          {withProfile && officer.profile !== '' && <p>{officer.profile}</p>}
          {answering === officer && (
            <div className={serviceStyles.reach}>
              {teams !== '' && (
                <TalkLink kind="chat" address={teams}>
                  {uiStrings.Chat}
                </TalkLink>
              )}
              {dial !== undefined && <a href={`tel:${dial}`}>{officer.phone}</a>}
              {officer.email !== '' && <a href={mailto(officer.email)}>{uiStrings.Email}</a>}
            </div>
          )}
        </div>
      </div>
    </li>
  );
};
