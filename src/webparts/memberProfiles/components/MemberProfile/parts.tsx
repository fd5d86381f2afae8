import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { monthAndYear } from '../../../../domain/dates';
import type { Place } from '../../../../domain/members/place';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { isPlainClick } from '../../../../ui/useAddressState';
import type { ProfileState } from '../MemberProfiles/types';
import { roleBeside } from '../placeText';
import styles from './MemberProfile.module.scss';

/** A part of a profile with its heading. */
export const Section: React.FC<{ title: string }> = ({ title, children }) => (
  <section className={styles.part}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** A fact with its name in front; nothing where it is not known. */
export const Fact: React.FC<{ label: string; text: string; href?: string }> = ({ label, text, href }) =>
  text === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{text}</a> : text}</dd>
    </>
  );

/** Entries one below the other, or side by side as tags; nothing where there are none. */
export const Part: React.FC<{ title: string; entries: string[]; tags?: boolean }> = ({ title, entries, tags }) =>
  entries.length === 0 ? null : (
    <Section title={title}>
      <ul className={tags ? styles.tags : undefined}>
        {entries.map((entry, index) => (
          // The same entry may stand there twice; entries have nothing else that tells them apart.
          <li key={`${index} ${entry}`}>{entry}</li>
        ))}
      </ul>
    </Section>
  );

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
          const show = (event: React.MouseEvent): void => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            showBody(body.name);
          };
          return (
            <li key={`${body.id} ${index}`}>
              <a href={bodyAddress(body.name)} onClick={show}>
                {body.name}
              </a>{' '}
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
