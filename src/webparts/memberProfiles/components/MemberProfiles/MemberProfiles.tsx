import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { ErrorBoundary } from '../../../../ui/errorBoundary';
import { Problem } from '../../../../ui/problem';
import { useEdgeToEdge } from '../../../../ui/useEdgeToEdge';
import { themeVariables } from '../../../../ui/theme/themeVariables';
import { LoadingMembers } from '../MemberList/LoadingMembers';
import { MemberList } from '../MemberList';
import styles from './MemberProfiles.module.scss';
import { problemText } from './problemText';
import type { MemberProfilesProps, MemberProfilesState } from './types';
import { useMemberProfiles } from './useMemberProfiles';

/** Not needed until somebody opens a profile, or what is suggested for all of them. */
const MemberProfile = React.lazy(() => import(/* webpackChunkName: 'member-profile' */ '../MemberProfile'));
const OpenSuggestions = React.lazy(() =>
  import(/* webpackChunkName: 'member-profile' */ '../Suggestions').then(({ OpenSuggestions: component }) => ({ default: component }))
);

const Content: React.FC<{ state: MemberProfilesState; props: MemberProfilesProps }> = ({ state, props }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingMembers slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={strings.TryAgain} onRetry={state.retry} />;
    case 'not found':
      return <Problem title={strings.NotFound} advice={strings.NotFoundAdvice} retryLabel={strings.AllMembers} onRetry={state.showAll} />;
    case 'profile':
      return (
        <React.Suspense fallback={<p role="status">{strings.LoadingProfile}</p>}>
          <MemberProfile state={state} props={props} />
        </React.Suspense>
      );
    case 'suggestions':
      return (
        <React.Suspense fallback={<p role="status">{strings.SuggestionsLoading}</p>}>
          <OpenSuggestions state={state} props={props} />
        </React.Suspense>
      );
    case 'list':
      return <MemberList state={state} settings={props.settings} organisation={props.organisation} />;
  }
};

/** All that the web part shows. */
export const MemberProfiles: React.FC<MemberProfilesProps> = (props) => {
  const state = useMemberProfiles(props);
  const root = React.useRef<HTMLDivElement>(null);
  const edgeToEdge = useEdgeToEdge(root);
  return (
    <div ref={root} className={edgeToEdge ? styles.edgeToEdge : undefined} style={themeVariables(props.theme)}>
      <div className={styles.root}>
        <ErrorBoundary
          fallback={(error) => (
            <Problem {...problemText(error)} retryLabel={strings.LoadPageAgain} onRetry={() => window.location.reload()} />
          )}
        >
          <Content state={state} props={props} />
        </ErrorBoundary>
      </div>
    </div>
  );
};
