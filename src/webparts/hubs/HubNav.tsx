import * as React from 'react';
import { PageLink } from '../../ui/pageLink';
import styles from './HubNav.module.scss';

/** A view of a hub. */
export interface HubView<Name extends string> {
  name: Name;
  title: string;
}

/** The views of a hub: one line, on phones too. */
export function HubNav<Name extends string>({
  label,
  views,
  current,
  addressOf,
  open
}: {
  label: string;
  views: readonly HubView<Name>[];
  current: Name;
  addressOf(name: Name): string;
  open(name: Name): void;
}): React.ReactElement {
  return (
    <nav className={styles.nav} aria-label={label}>
      <ul>
        {views.map(({ name, title }) => (
          <li key={name}>
            <PageLink className={styles.link} address={addressOf(name)} current={name === current} onOpen={() => open(name)}>
              {title}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
