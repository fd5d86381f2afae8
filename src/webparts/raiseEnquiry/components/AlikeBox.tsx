import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { referenceOf } from '../../../domain/enquiries/reference';
import { addressWith } from '../../../ui/useAddressState';
import type { FormState } from './RaiseEnquiry';
import styles from './Page/Page.module.scss';

/** Open enquiries that look like the same matter, before another one is sent. */
export const AlikeBox: React.FC<{ state: FormState }> = ({ state: { alike } }) => (
  <div role="status">
    {alike.length > 0 && (
      <div className={styles.box}>
        <p>{alike.length === 1 ? strings.AlikeOne : strings.AlikeSome}</p>
        <ul>
          {alike.map(({ id, summary, folder }) => (
            <li key={id}>
              <strong>{referenceOf(id)}</strong> {summary}.{' '}
              <a href={addressWith({ step: undefined, draft: undefined, sent: String(id), in: folder })} target="_blank" rel="noreferrer">
                {strings.LookAtIt}
                <span className={styles.hidden}>
                  {' '}
                  {referenceOf(id)}, {strings.NewTab}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    )}
  </div>
);
