import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen, WithParts } from './Screen';

/** Research and case studies that the protocol names. */
const FurtherReading: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state }) => (
  <Screen name="reading" title={strings.Reading} state={state}>
    <WithParts state={state}>
      {({ pack: { reading = [] } }) =>
        reading.length === 0 ? (
          <p>{strings.NothingSaid}</p>
        ) : (
          <div className={styles.listCard}>
            <ul className={styles.points}>
              {reading.map(({ title, link, text }) => (
                <li key={link}>
                  <a href={link} target="_blank" rel="noreferrer">
                    {title}
                  </a>
                  {text !== undefined && <div>{text}</div>}
                </li>
              ))}
            </ul>
          </div>
        )
      }
    </WithParts>
  </Screen>
);
export default FurtherReading;
