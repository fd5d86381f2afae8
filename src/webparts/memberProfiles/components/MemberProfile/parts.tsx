import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { monthAndYear } from '../../../../domain/dates';
import type { Place } from '../../../../domain/members/place';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { PageLink } from '../../../../ui/pageLink';
import { Section } from '../../../../ui/section';
import type { ProfileState } from '../MemberProfiles/types';
import { roleBeside } from '../placeText';
import styles from './MemberProfile.module.scss';

/** "since May 2024", where it is known. */
const since = ({ from }: Place): string => (from === undefined ? '' : format(strings.PlaceSince, monthAndYear(from)));

/** Bodies that a member is on. A body leads to all who are on it. */
export const Places: React.FC<{ title: string; places: readonly Place[]; state: ProfileState }> = ({
  title,
  places,
  state: { bodyAddress, showBody }
}) =>
  places.length === 0 ? null : (
    <Section title={title}>
      <ul>
        {places.map((place, index) => {
          const { body } = place;
          return (
            <li key={`${body.id} ${index}`}>
              <PageLink address={bodyAddress(body.name)} onOpen={() => showBody(body.name)}>
                {body.name}
              </PageLink>{' '}
              {[roleBeside(place), since(place)]
                .filter((text) => text !== '')
                .map((text) => (
                  <span key={text} className={styles.beside}>
                    {text}
                  </span>
                ))}
              {body.linkOfficer && (
                <span className={styles.linkOfficer}>
                  {strings.LinkOfficer}{' '}
                  {body.linkOfficer.email === '' ? (
                    body.linkOfficer.name
                  ) : (
                    <a href={mailto(body.linkOfficer.email)}>{body.linkOfficer.name}</a>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
