import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { Problem } from '../../../../ui/problem';
import { useEdgeToEdge } from '../../../../ui/useEdgeToEdge';
import { themeVariables } from '../../../../ui/theme/themeVariables';
import { LoadingMembers } from '../MemberList/LoadingMembers';
import { MemberList } from '../MemberList';
import { MemberProfile } from '../MemberProfile';
import styles from './MemberProfiles.module.scss';
import { problemText } from './problemText';
import type { MemberProfilesProps, MemberProfilesState } from './types';
import { useMemberProfiles } from './useMemberProfiles';

const Content: React.FC<{ state: MemberProfilesState }> = ({ state }) => {
  switch (state.kind) {
    case 'loading':
      return <LoadingMembers slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.problem)} retryLabel={strings.TryAgain} onRetry={state.retry} />;
    case 'not found':
      return <Problem title={strings.NotFound} advice={strings.NotFoundAdvice} retryLabel={strings.AllMembers} onRetry={state.close} />;
    case 'profile':
      return <MemberProfile member={state.member} partyColours={state.directory.partyColours} onClose={state.close} />;
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
        <Content state={state} />
      </div>
    </div>
  );
};
