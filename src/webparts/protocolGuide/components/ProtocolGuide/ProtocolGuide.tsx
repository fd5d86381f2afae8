import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { format } from '../../../../ui/format';
import { LoadingScreen } from '../../../../ui/loadingScreen';
import { Problem, problemText } from '../../../../ui/problem';
import { ClausePage } from '../Clause/ClausePage';
import styles from '../guide.module.scss';
import { Home } from '../Home';
import type { ProtocolGuideProps, ProtocolGuideState, ScreenState } from './types';
import { useProtocolGuide } from './useProtocolGuide';

/** Not needed until somebody opens one of them. */
const lazily = {
  roles: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Roles')),
  expect: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Expectations')),
  wrong: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Escalations')),
  whole: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../WholeProtocol')),
  changes: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Changes')),
  reading: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../FurtherReading')),
  readers: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Readers')),
  faults: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../Faults')),
  suggestions: React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ '../ClauseSuggestions'))
} satisfies Record<ScreenState['screen'], unknown>;

const Content: React.FC<{ state: ProtocolGuideState; props: ProtocolGuideProps }> = ({ state, props }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingScreen title={props.settings.title || strings.Heading} text={strings.Loading} slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={uiStrings.TryAgain} onRetry={state.retry} />;
    case 'empty':
      return (
        <section aria-label={props.settings.title || strings.Heading}>
          <h2 className={styles.heading}>{strings.Empty}</h2>
          <p>{strings.EmptyAdvice}</p>
        </section>
      );
    case 'gone':
      return (
        <Problem
          title={state.what === 'version' ? strings.VersionGone : format(strings.ClauseGone, state.number)}
          advice={strings.GoneAdvice}
          retryLabel={strings.Home}
          onRetry={state.goHome}
        />
      );
    case 'home':
      return <Home state={state} props={props} />;
    case 'clause':
      return <ClausePage key={state.clause.id} state={state} props={props} />;
    default: {
      const Screen = lazily[state.screen];
      return (
        <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
          <Screen state={state} props={props} />
        </React.Suspense>
      );
    }
  }
};

/** All that the web part shows within its frame. */
const ProtocolGuide: React.FC<ProtocolGuideProps> = (props) => <Content state={useProtocolGuide(props)} props={props} />;
export default ProtocolGuide;
