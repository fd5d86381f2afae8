import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import type { FaultPlace } from '../../../data/protocol/fault-place';
import { pathText } from '../../../domain/protocol/packFault';
import styles from './guide.module.scss';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';
import { Screen, WithParts } from './Screen';

/** "ProtocolClauses, 7.3, Speaks to" */
const placeText = (place: FaultPlace | undefined): string =>
  place ? [place.list, place.row, place.column, place.within].filter((text) => text !== '').join(', ') : '';

/** For owners: what is wrong in the rules, each with its place. A rule that cannot be worked out never counts as one that does not apply. */
const Faults: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state }) => (
  <Screen name="faults" title={strings.FaultsTitle} state={state}>
    <p>{strings.FaultsIntro}</p>
    <WithParts state={state}>
      {({ pack: { faults }, places }) =>
        faults.length === 0 ? (
          <p>{strings.FaultsNone}</p>
        ) : (
          <ul className={styles.points}>
            {faults.map(({ at, message }, index) => (
              // The same may be wrong twice at one place.
              <li key={`${index} ${pathText(at)}`}>
                <b>{placeText(places[index])}</b>: {message}
              </li>
            ))}
          </ul>
        )
      }
    </WithParts>
  </Screen>
);
export default Faults;
