import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { format } from '../../../ui/format';
import { Section } from '../../../ui/section';
import { ClauseLinks } from './ClauseLinks';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { roleInSentence } from './roleText';
import { Screen, WithParts } from './Screen';
import { Standards } from './Standards';

/** What members and officers can expect of one another, and how to behave; first what the reader's role can expect. */
const Expectations: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state }) => {
  const { role } = state;
  return (
    <Screen name={`expect ${role ?? ''}`} title={strings.Expect} state={state}>
      <WithParts state={state}>
        {(parts) => {
          const { expectations = [], behaviours = [], principles = [] } = parts.pack;
          const pairs = [...new Map(expectations.map(({ who, of }) => [`${who} ${of}`, { who, of }])).values()];
          pairs.sort((a, b) => Number(b.who === role) - Number(a.who === role));
          if (pairs.length + behaviours.length + principles.length === 0) return <p>{strings.NothingSaid}</p>;
          return (
            <>
              <div className={styles.sideBySide}>
                {pairs.map(({ who, of }) => (
                  <Section key={`${who} ${of}`} title={format(strings.ExpectTitle, roleInSentence(parts, who), roleInSentence(parts, of))}>
                    <ul>
                      {expectations
                        .filter((one) => one.who === who && one.of === of)
                        .map(({ text, clauses }) => (
                          <li key={text}>
                            {text}
                            <ClauseLinks numbers={clauses} state={state} />
                          </li>
                        ))}
                    </ul>
                  </Section>
                ))}
              </div>
              <Standards parts={parts} />
              {behaviours.length > 0 && (
                <Section title={strings.BehaveTitle}>
                  <table className={styles.pairs}>
                    <thead>
                      <tr>
                        <th scope="col">{strings.Be}</th>
                        <th scope="col">{strings.NotToBe}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {behaviours.map(({ be, notToBe, clauses }) => (
                        <tr key={be}>
                          <td>
                            {be}
                            <ClauseLinks numbers={clauses} state={state} />
                          </td>
                          <td>{notToBe ?? ''}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </Section>
              )}
              {principles.length > 0 && (
                <Section title={strings.Principles}>
                  <ul>
                    {principles.map(({ heading, text, clauses }) => (
                      <li key={heading}>
                        <b>{heading}.</b> {text}
                        <ClauseLinks numbers={clauses} state={state} />
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
            </>
          );
        }}
      </WithParts>
    </Screen>
  );
};
export default Expectations;
