import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import type { Advice } from '../../../../domain/protocol/outcome';
import type { FormState, RaiseEnquiryProps } from '../RaiseEnquiry';
import { Clauses } from '../../../shared/clauses';
import styles from './Page.module.scss';

/** What the protocol advises, with the clauses that say so; nothing where it advises nothing. */
export const AdviceBox: React.FC<{ advice: readonly Advice[]; state: FormState; props: RaiseEnquiryProps }> = ({ advice, state, props }) =>
  advice.length === 0 ? null : (
    <div className={styles.box} role="status">
      <h3>{strings.Advice}</h3>
      {advice.map(({ id, text, clauses }) => (
        <React.Fragment key={id}>
          <p>{text}</p>
          <Clauses numbers={clauses} versionId={state.context.protocol.id} props={props} />
        </React.Fragment>
      ))}
    </div>
  );
