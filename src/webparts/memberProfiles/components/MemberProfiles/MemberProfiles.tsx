import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { Problem, problemText } from '../../../../ui/problem';
import { LoadingMembers } from '../MemberList/LoadingMembers';
import { MemberList } from '../MemberList';
import type { MemberProfilesProps, MemberProfilesState } from './types';
import { useMemberProfiles } from './useMemberProfiles';

/** Not needed until somebody opens a profile, or what is suggested for all of them. */
const MemberProfile = React.lazy(() => import(/* webpackChunkName: 'member-profile' */ '../MemberProfile'));
const OpenCorrections = React.lazy(() => import(/* webpackChunkName: 'member-profile' */ '../OpenCorrections'));

const Content: React.FC<{ state: MemberProfilesState; props: MemberProfilesProps }> = ({ state, props }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingMembers slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={uiStrings.TryAgain} onRetry={state.retry} />;
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
        <React.Suspense fallback={<p role="status">{uiStrings.SuggestionsLoading}</p>}>
          <OpenCorrections state={state} props={props} />
        </React.Suspense>
      );
    case 'list':
      return <MemberList state={state} settings={props.settings} organisation={props.organisation} />;
  }
};

/** All that the web part shows within its frame. */
const MemberProfiles: React.FC<MemberProfilesProps> = (props) => <Content state={useMemberProfiles(props)} props={props} />;
export default MemberProfiles;
