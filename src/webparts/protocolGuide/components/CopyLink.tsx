import * as React from 'react';
import * as uiStrings from 'MemberlinkUiStrings';
import type { Clause, ProtocolVersion } from '../../../domain/protocol/protocol';
import styles from './guide.module.scss';
import { LinkByHand, useCopyLink } from '../../../ui/copyLink';

/** The address of a clause, without search and screens: what somebody else is sent. Without a version it is the current one's. */
function shareAddress({ number }: Clause, { id, isCurrent }: ProtocolVersion): string {
  const parameters = new URLSearchParams({ clause: number, ...(isCurrent ? {} : { version: String(id) }) });
  return `${window.location.origin}${window.location.pathname}?${parameters.toString()}`;
}

/** Copies a link to a clause. */
export const CopyLink: React.FC<{ clause: Clause; version: ProtocolVersion }> = ({ clause, version }) => {
  const { said, link, copy } = useCopyLink(shareAddress(clause, version));
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
