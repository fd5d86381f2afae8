import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { Corrections } from '../../../data/corrections';
import { PageLink } from '../../../ui/pageLink';
import { OpenSuggestions } from '../../../ui/suggestions';
import { detailText } from './detailText';
import type { ProtocolGuideProps, ScreenState } from './ProtocolGuide/types';

/** Changes to clauses that wait for an owner. */
const ClauseSuggestions: React.FC<{ state: ScreenState; props: ProtocolGuideProps }> = ({ state, props: { sp, sitePath } }) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  return (
    <OpenSuggestions
      store={store}
      kinds={['clause']}
      sitePath={sitePath}
      isOwner={state.background?.isOwner ?? false}
      backLabel={strings.Home}
      backAddress={state.addressOf({})}
      detailText={detailText}
      linkTo={({ id, name }) => {
        const clause = state.clauses.find((one) => one.id === id);
        // Of another version.
        if (!clause) return name;
        return (
          <PageLink address={state.addressOf({ clause: clause.number })} onOpen={() => state.open({ clause: clause.number })}>
            {`${clause.number} ${clause.heading}`}
          </PageLink>
        );
      }}
      onBack={() => state.open({})}
      onChanged={state.changed}
    />
  );
};
export default ClauseSuggestions;
