import * as React from 'react';
import * as strings from 'PeopleHubStrings';
import type { Place } from '../../../domain/teams';
import type { HostProps } from '../../MemberlinkWebPart';
import { HubNav } from '../../hubs/HubNav';
import { useHubView } from '../../hubs/useHubView';
import { peopleViews, type PeopleHubSettings, type PeopleView } from '../settings';

const MemberProfiles = React.lazy(() => import(/* webpackChunkName: 'member-profiles' */ '../../memberProfiles/components/MemberProfiles'));
const OfficerDirectory = React.lazy(
  () => import(/* webpackChunkName: 'officer-directory' */ '../../officerDirectory/components/OfficerDirectory')
);
const ProtocolGuide = React.lazy(() => import(/* webpackChunkName: 'protocol-guide' */ '../../protocolGuide/components/ProtocolGuide'));

/** What the web part hands to its screen. */
export interface PeopleHubProps extends HostProps {
  settings: PeopleHubSettings;
}

const viewOf = ({ kind }: Place): PeopleView | undefined =>
  kind === 'member' ? 'members' : kind === 'officer' || kind === 'service' ? 'officers' : kind === 'clause' ? 'protocol' : undefined;

const View: React.FC<{ view: PeopleView; props: PeopleHubProps }> = ({ view, props }) => {
  const { title, council, selection = 'all', selected, service } = props.settings;
  const common = { ...(title ? { title } : {}), ...(council ? { council } : {}) };
  switch (view) {
    case 'members':
      return <MemberProfiles {...props} settings={{ ...common, selection, ...(selected ? { selected } : {}) }} />;
    case 'officers':
      return <OfficerDirectory {...props} settings={common} firstService={Number(service) || undefined} />;
    case 'protocol':
      return <ProtocolGuide {...props} settings={common} />;
  }
};

/** People and how they work together: members, officers and the protocol, each as its own web part shows it. */
const PeopleHub: React.FC<PeopleHubProps> = (props) => {
  const { view, addressOf, open } = useHubView(peopleViews, viewOf, props.settings.first ?? 'members');
  const titles: Record<PeopleView, string> = { members: strings.Members, officers: strings.Officers, protocol: strings.Protocol };
  return (
    <>
      <HubNav
        label={strings.Views}
        views={peopleViews.map((name) => ({ name, title: titles[name] }))}
        {...{ current: view, addressOf, open }}
      />
      <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
        <View key={view} view={view} props={props} />
      </React.Suspense>
    </>
  );
};
export default PeopleHub;
