import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import styles from './LoadingScreen.module.scss';

/** What stands in place of a web part until its lists are read. */
export const LoadingScreen: React.FC<{ title: string; text: string; slow: boolean }> = ({ title, text, slow }) => (
  <div>
    <h2 className={styles.heading}>{title}</h2>
    <p role="status" className={styles.quiet}>
      {slow ? strings.LoadingSlowly : text}
    </p>
  </div>
);
