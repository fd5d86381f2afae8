import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { LoadingScreen } from '../../../../ui/loadingScreen';
import { Problem, problemText } from '../../../../ui/problem';
import { Finder } from '../Finder';
import type { OfficerDirectoryProps, OfficerDirectoryState } from './types';
import { useOfficerDirectory } from './useOfficerDirectory';

/** Not needed until somebody opens an entry, or an owner looks after the directory. */
const OfficerPage = React.lazy(() => import(/* webpackChunkName: 'officer-entry' */ '../OfficerPage'));
const ServicePage = React.lazy(() => import(/* webpackChunkName: 'officer-entry' */ '../Service/ServicePage'));
const HealthPanel = React.lazy(() => import(/* webpackChunkName: 'officer-entry' */ '../HealthPanel'));
const OpenCorrections = React.lazy(() => import(/* webpackChunkName: 'officer-entry' */ '../OpenCorrections'));

const Content: React.FC<{ state: OfficerDirectoryState; props: OfficerDirectoryProps }> = ({ state, props }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingScreen title={props.settings.title || strings.Heading} text={strings.Loading} slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={uiStrings.TryAgain} onRetry={state.retry} />;
    case 'gone':
      return (
        <Problem
          title={state.what === 'officer' ? strings.OfficerGone : strings.ServiceGone}
          advice={strings.GoneAdvice}
          retryLabel={strings.AllServices}
          onRetry={state.goHome}
        />
      );
    case 'home':
      return <Finder state={state} props={props} />;
    default:
      return (
        <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
          {state.kind === 'officer' && <OfficerPage key={state.officer.id} state={state} props={props} />}
          {state.kind === 'service' && <ServicePage key={state.service.id} state={state} props={props} />}
          {state.kind === 'health' && <HealthPanel state={state} props={props} />}
          {state.kind === 'corrections' && <OpenCorrections state={state} props={props} />}
        </React.Suspense>
      );
  }
};

/** All that the web part shows within its frame. */
const OfficerDirectory: React.FC<OfficerDirectoryProps> = (props) => <Content state={useOfficerDirectory(props)} props={props} />;
export default OfficerDirectory;
