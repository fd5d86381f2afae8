import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { Corrections } from '../../../data/corrections';
import { PageLink } from '../../../ui/pageLink';
import { OpenSuggestions } from '../../../ui/suggestions';
import { detailText } from './detailText';
import type { OfficerDirectoryProps, OfficerDirectoryState } from './OfficerDirectory/types';

/** Changes to the directory that wait for an owner. */
const OpenCorrections: React.FC<{ state: Extract<OfficerDirectoryState, { kind: 'corrections' }>; props: OfficerDirectoryProps }> = ({
  state,
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  return (
    <OpenSuggestions
      store={store}
      kinds={['officer', 'service']}
      sitePath={sitePath}
      isOwner={state.background?.isOwner ?? false}
      backLabel={strings.AllServices}
      backAddress={state.homeAddress}
      detailText={detailText}
      linkTo={({ kind, id, name }) => (
        <PageLink
          address={kind === 'service' ? state.serviceAddress({ id }) : state.officerAddress({ id })}
          onOpen={() => (kind === 'service' ? state.openService({ id }) : state.openOfficer({ id }))}
        >
          {name}
        </PageLink>
      )}
      onBack={state.goHome}
      onChanged={state.changed}
    />
  );
};
export default OpenCorrections;
