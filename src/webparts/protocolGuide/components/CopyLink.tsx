import * as React from 'react';
import * as uiStrings from 'MemberlinkUiStrings';
import type { Clause } from '../../../domain/protocol/protocol';
import styles from './guide.module.scss';
import { LinkByHand, useCopyLink } from '../../../ui/copyLink';

/** The address of a clause, without search and screens: what somebody else is sent. It stays with the current version. */
const shareAddress = ({ number }: Clause): string =>
  `${window.location.origin}${window.location.pathname}?clause=${encodeURIComponent(number)}`;

/** Copies a link to a clause. */
export const CopyLink: React.FC<{ clause: Clause }> = ({ clause }) => {
  const { said, link, copy } = useCopyLink(shareAddress(clause));
  return (
    <>
      <button type="button" onClick={copy}>
        {uiStrings.CopyLink}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <LinkByHand link={link} />
    </>
  );
};
