import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import type { Fault } from '../../../../domain/enquiries/checks';
import { faultText } from '../faultText';
import type { FormState } from '../RaiseEnquiry';
import styles from './Page.module.scss';

/** What has to be mended on a page: takes the focus, each line leads to its field. */
export const ErrorSummary: React.FC<{ state: FormState }> = ({ state }) => {
  const { faults, idOf } = state;
  const summary = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  React.useEffect(() => {
    if (faults.length === 0) return undefined;
    const before = document.title;
    document.title = `${strings.ErrorTitle} ${before}`;
    return () => {
      document.title = before;
    };
  }, [faults]);
  if (faults.length === 0) return null;
  const lead = (event: React.MouseEvent, { field }: Fault): void => {
    event.preventDefault();
    document.getElementById(idOf(field))?.focus();
  };
  return (
    <div ref={summary} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={`${idOf('documents')}-problem`}>
      <h3 id={`${idOf('documents')}-problem`}>{strings.ThereIsAProblem}</h3>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a href={`#${idOf(fault.field)}`} onClick={(event) => lead(event, fault)}>
              {faultText(fault, state)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
