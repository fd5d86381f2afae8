import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { BackLink } from '../../../../ui/backLink';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import type { DeskContext } from '../EnquiryDesk';
import styles from './Owners.module.scss';

/** A page for owners: back, heading, and what it is for. */
export const OwnersFrame: React.FC<{ title: string; intro: string; context: DeskContext }> = ({ title, intro, context, children }) => {
  const heading = React.useRef<HTMLHeadingElement>(null);
  const { addressOf, go, moved } = context;
  useScreenFocus(title, title, heading, moved);
  return (
    <div className={styles.page}>
      <BackLink address={addressOf({ view: '' })} label={strings.Heading} onBack={() => go({ view: undefined })} />
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{intro}</p>
      {children}
    </div>
  );
};
