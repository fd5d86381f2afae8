import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { format } from '../../../../ui/format';
import type { FormState } from '../RaiseEnquiry';
import styles from './pages.module.scss';

/** For what reasons a request may be declined, and what one can do then; nothing where the protocol names none. */
export const DeclineGrounds: React.FC<{ state: FormState }> = ({ state: { enquiryKind } }) => {
  const grounds = enquiryKind?.declineGrounds ?? [];
  if (grounds.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>{strings.Declined}</summary>
      <ul>
        {grounds.map(({ id, text, decidedBy, disputeTo }) => (
          <li key={id}>
            {text} {decidedBy && format(strings.DecidedBy, decidedBy)} {disputeTo && format(strings.DisputeTo, disputeTo)}
          </li>
        ))}
      </ul>
    </details>
  );
};
