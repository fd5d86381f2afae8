import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { authorities, type Authority } from '../../../../domain/enquiries/answers';
import { format } from '../../../../ui/format';
import { authorityText } from '../answerText';
import { Radios, TextField, YesNo } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';

/** On whose behalf, and with what authority: officers give out personal information only if that is clear. */
export const ConstituentPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, set } = state;
  const field = (
    name: 'constituent' | 'constituentContact' | 'authority' | 'sensitive' | 'othersNamed'
  ): { id: string; fault: string | undefined } => ({
    id: state.idOf(name),
    fault: faultOf(name, state)
  });
  return (
    <Page state={state} props={props} title={strings.ConstituentQuestion} intro={strings.ConstituentIntro}>
      <Radios
        {...field('authority')}
        label={strings.AuthorityQuestion}
        choices={authorities.map((authority) => ({ value: authority, label: authorityText(authority) }))}
        value={answers.authority}
        onChange={(authority) => set({ authority: authority as Authority })}
      />
      {answers.authority !== 'nobody named' && (
        <>
          <TextField
            {...field('constituent')}
            label={strings.Constituent}
            hint={strings.ConstituentHint}
            value={answers.constituent}
            onChange={(constituent) => set({ constituent })}
          />
          <TextField
            {...field('constituentContact')}
            label={format(strings.Optional, strings.ConstituentContact)}
            hint={strings.ConstituentContactHint}
            value={answers.constituentContact}
            onChange={(constituentContact) => set({ constituentContact })}
          />
        </>
      )}
      <YesNo
        {...field('sensitive')}
        label={strings.SensitiveQuestion}
        hint={strings.SensitiveHint}
        value={answers.sensitive}
        onChange={(sensitive) => set({ sensitive })}
      />
      <YesNo
        {...field('othersNamed')}
        label={strings.OthersNamedQuestion}
        hint={strings.OthersNamedHint}
        value={answers.othersNamed}
        onChange={(othersNamed) => set({ othersNamed })}
      />
    </Page>
  );
};
