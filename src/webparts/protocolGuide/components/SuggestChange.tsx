import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { Corrections } from '../../../data/corrections';
import { clauseAsSubject, type Clause } from '../../../domain/protocol/protocol';
import { Suggestions } from '../../../ui/suggestions';
import { detailText } from './detailText';
import type { Common, ProtocolGuideProps } from './ProtocolGuide/types';

/** "Suggest a change", beside a clause. */
const SuggestChange: React.FC<{ clause: Clause; startOpen: boolean; state: Common; props: ProtocolGuideProps }> = ({
  clause,
  startOpen,
  state,
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  const subject = React.useMemo(() => clauseAsSubject(clause), [clause]);
  return (
    <Suggestions
      subject={subject}
      store={store}
      sitePath={sitePath}
      isOwner={state.background?.isOwner ?? false}
      startOpen={startOpen}
      label={strings.SuggestChange}
      detailText={detailText}
      onChanged={state.changed}
    />
  );
};
export default SuggestChange;
