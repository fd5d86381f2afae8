import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import styles from './MemberList.module.scss';

const places = Array.from({ length: 8 }, (_, index) => index);

/** The screen while members are loaded: cards without anything in them, and words for who does not see them. */
export const LoadingMembers: React.FC<{ slow: boolean }> = ({ slow }) => (
  <div>
    <h2 className={styles.heading}>{strings.Heading}</h2>
    <p className={styles.summary} role="status">
      {slow ? uiStrings.LoadingSlowly : strings.Loading}
    </p>
    <div className={styles.cards} aria-hidden="true">
      {places.map((place) => (
        <div key={place} className={styles.placeholder} />
      ))}
    </div>
  </div>
);
