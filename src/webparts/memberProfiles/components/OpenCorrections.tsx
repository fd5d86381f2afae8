import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { Corrections } from '../../../data/corrections';
import { OpenSuggestions } from '../../../ui/suggestions';
import { detailText } from './detailText';
import { MemberLink } from './MemberLink';
import type { MemberProfilesProps, MemberProfilesState } from './MemberProfiles/types';

/** Changes to profiles that wait for an owner. */
const OpenCorrections: React.FC<{ state: Extract<MemberProfilesState, { kind: 'suggestions' }>; props: MemberProfilesProps }> = ({
  state: { directory, addressOf, open, close, listAddress, changed, isOwner },
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  return (
    <OpenSuggestions
      store={store}
      kinds={['member']}
      sitePath={sitePath}
      isOwner={isOwner}
      backLabel={strings.AllMembers}
      backAddress={listAddress}
      detailText={detailText}
      linkTo={({ id, name }) => {
        const member = directory.members.find((one) => one.id === id);
        return member ? <MemberLink member={member} address={addressOf(member)} onOpen={open} /> : name;
      }}
      onBack={close}
      onChanged={changed}
    />
  );
};
export default OpenCorrections;
