import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import type { FormState } from '../RaiseEnquiry';
import styles from './pages.module.scss';

/** The way to what was begun and not sent; nothing where there is nothing. */
export const DraftsLink: React.FC<{ state: FormState }> = ({ state: { start, draft, draftsAddress, openDrafts } }) => {
  // The one that is open is no other.
  const others = start.drafts.filter(({ id }) => id !== draft?.id).length;
  return others === 0 ? null : (
    <p className={styles.drafts}>
      <PageLink address={draftsAddress} onOpen={openDrafts}>
        {plural(others, strings.OneDraft, strings.DraftsWaiting)}
      </PageLink>
    </p>
  );
};
