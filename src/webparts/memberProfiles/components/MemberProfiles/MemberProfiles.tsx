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

/** Not needed until somebody opens a profile. */
const MemberProfile = React.lazy(() => import(/* webpackChunkName: 'member-profile' */ '../MemberProfile'));

const Content: React.FC<{ state: MemberProfilesState }> = ({ state }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingMembers slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.problem)} retryLabel={strings.TryAgain} onRetry={state.retry} />;
    case 'not found':
      return <Problem title={strings.NotFound} advice={strings.NotFoundAdvice} retryLabel={strings.AllMembers} onRetry={state.close} />;
    case 'profile':
      return (
        <React.Suspense fallback={<p role="status">{strings.LoadingProfile}</p>}>
          <MemberProfile member={state.member} parties={state.directory.parties} takeFocus={state.moved} onClose={state.close} />
        </React.Suspense>
      );
    case 'list':
      return <MemberList {...state} />;
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
            <Problem
              {...problemText({ kind: 'other', message: error.message })}
              retryLabel={strings.LoadPageAgain}
              onRetry={() => window.location.reload()}
            />
          )}
        >
          <Content state={state} />
        </ErrorBoundary>
      </div>
    </div>
  );
};
