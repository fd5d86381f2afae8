import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { currentOf } from '../../../domain/protocol/protocol';
import { format } from '../../../ui/format';
import { PageLink } from '../../../ui/pageLink';
import styles from './guide.module.scss';
import type { Common } from './ProtocolGuide/types';

/** Says that the version on the screen is not the current one, and leads to that. */
export const EarlierVersion: React.FC<{ state: Common }> = ({ state: { version, versions, versionAddress, openVersion } }) => {
  if (version.isCurrent) return null;
  const current = currentOf(versions);
  return (
    <p className={styles.notice}>
      {format(strings.Earlier, version.version)}{' '}
      {current && (
        <PageLink address={versionAddress(current)} onOpen={() => openVersion(current)}>
          {strings.ToCurrent}
        </PageLink>
      )}
    </p>
  );
};
