import * as React from 'react';
import { PageLink } from '../pageLink';
import styles from './BackLink.module.scss';

/** What a link back needs. */
export interface BackLinkProps {
  address: string;
  label: string;
  onBack(): void;
}

/** The way back to the screen before, at the top of a screen. */
export const BackLink: React.FC<BackLinkProps> = ({ address, label, onBack }) => (
  <PageLink className={styles.back} address={address} onOpen={onBack}>
    <span aria-hidden="true">‹ </span>
    {label}
  </PageLink>
);
