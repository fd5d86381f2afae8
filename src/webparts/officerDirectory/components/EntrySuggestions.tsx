import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { Corrections } from '../../../data/corrections';
import type { CorrectionSubject } from '../../../domain/correction';
import { Suggestions } from '../../../ui/suggestions';
import { detailText } from './detailText';
import type { Common, OfficerDirectoryProps } from './OfficerDirectory/types';

/** "Something is wrong here", beside an entry of the directory. */
export const EntrySuggestions: React.FC<{ subject: CorrectionSubject; state: Common; props: OfficerDirectoryProps }> = ({
  subject,
  state,
  props: { sp, sitePath }
}) => {
  const store = React.useMemo(() => new Corrections(sp, sitePath), [sp, sitePath]);
  return (
    <Suggestions
      subject={subject}
      store={store}
      sitePath={sitePath}
      isOwner={state.background?.isOwner ?? false}
      label={strings.Wrong}
      detailText={detailText}
      onChanged={state.changed}
    />
  );
};
