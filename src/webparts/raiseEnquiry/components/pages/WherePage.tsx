import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { wardOf } from '../../../../domain/enquiries/form';
import { format } from '../../../../ui/format';
import { Checkboxes, Select, TextField } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import styles from './pages.module.scss';

/** Where: the member's ward is filled in; other wards, the whole area, a place in words. */
export const WherePage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context, start, set } = state;
  const ward = wardOf(context, answers);
  const others = answers.otherWardIds ?? [];
  const byOfficer = context.member === undefined;
  return (
    <Page state={state} props={props} title={byOfficer ? strings.WhereQuestionOfficer : strings.WhereQuestion}>
      <Select
        id={state.idOf('wardId')}
        label={strings.Ward}
        hint={byOfficer ? strings.WardHintOfficer : undefined}
        fault={faultOf('wardId', state)}
        empty={strings.ChooseWard}
        choices={start.wards.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={ward === undefined ? '' : String(ward)}
        onChange={(value) =>
          set({ wardId: value === '' ? undefined : Number(value), otherWardIds: others.filter((id) => id !== Number(value)) })
        }
      />
      <TextField
        id={state.idOf('place')}
        label={format(strings.Optional, strings.Place)}
        hint={strings.PlaceHint}
        fault={faultOf('place', state)}
        value={answers.place}
        onChange={(place) => set({ place })}
      />
      {!byOfficer && (
        <Checkboxes
          id={state.idOf('widerImpact')}
          label={format(strings.Optional, strings.WiderLegend)}
          choices={[{ value: 'wider', label: strings.WiderImpact }]}
          values={answers.widerImpact === true ? ['wider'] : []}
          onChange={(values) => set({ widerImpact: values.length > 0 })}
        />
      )}
      <details className={styles.more} open={byOfficer || others.length > 0 || undefined}>
        <summary>{strings.OtherWards}</summary>
        <Checkboxes
          id={state.idOf('otherWardIds')}
          label={byOfficer ? strings.OtherWardsLegendOfficer : strings.OtherWardsLegend}
          choices={start.wards.filter(({ id }) => id !== ward).map(({ id, name }) => ({ value: String(id), label: name }))}
          values={others.map(String)}
          onChange={(values) => set({ otherWardIds: values.map(Number) })}
        />
      </details>
    </Page>
  );
};
