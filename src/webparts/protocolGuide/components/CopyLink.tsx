import * as React from 'react';
import * as uiStrings from 'MemberlinkUiStrings';
import type { Clause, ProtocolVersion } from '../../../domain/protocol/protocol';
import styles from './guide.module.scss';
import { LinkByHand, useCopyLink } from '../../../ui/copyLink';
import { useHost } from '../../../ui/host';

/** The address of a clause in an earlier version, without search and screens. */
function addressIn({ number }: Clause, { id }: ProtocolVersion): string {
  const parameters = new URLSearchParams({ clause: number, version: String(id) });
  return `${window.location.origin}${window.location.pathname}?${parameters.toString()}`;
}

/** Copies a link to a clause. */
export const CopyLink: React.FC<{ clause: Clause; version: ProtocolVersion }> = ({ clause, version }) => {
  const host = useHost();
  // Links of Teams lead to what holds today.
  const address = version.isCurrent ? host.linkTo({ kind: 'clause', number: clause.number }) : addressIn(clause, version);
  const { said, link, copy } = useCopyLink(address);
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
