import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { longest } from '../../../../domain/enquiries/answers';
import { noticeFor, relevanceFor, todayOf } from '../../../../domain/enquiries/form';
import { personalDataIn, type PersonalDatum } from '../../../../domain/enquiries/personalData';
import { format } from '../../../../ui/format';
import { useLater } from '../../../../ui/useLater';
import { DateField, TextArea, TextField, YesNo } from '../../../../ui/fields';
import fieldStyles from '../../../../ui/fields/fields.module.scss';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import { DeclineGrounds } from './DeclineGrounds';
import styles from './pages.module.scss';

/** Personal information is looked for when typing pauses. In milliseconds. */
const pause = 800;

const datumText = (datum: PersonalDatum): string =>
  ({
    phone: strings.DatumPhone,
    'e-mail': strings.DatumEmail,
    'National Insurance number': strings.DatumInsurance,
    'NHS number': strings.DatumNhs
  })[datum];

/** What happened, and what is wanted. */
export const WhatPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context, enquiryKind, set } = state;
  const texts = [answers.summary, answers.description, answers.wanted].join('\n');
  const settled = useLater(texts, texts, pause);
  const found = React.useMemo(() => personalDataIn(settled).map(datumText).join(', '), [settled]);
  if (!enquiryKind) return null;
  const relevance = relevanceFor(context, enquiryKind);
  const byOfficer = context.member === undefined;
  const field = (
    name: 'summary' | 'description' | 'wanted' | 'place' | 'earlierReference' | 'neededBy' | 'respondBy'
  ): { id: string; fault: string | undefined; value: string | undefined; onChange(value: string): void } => ({
    id: state.idOf(name),
    fault: faultOf(name, state),
    value: answers[name],
    onChange: (value: string) => set({ [name]: value })
  });
  const optional = (label: string): string => format(strings.Optional, label);
  const notice = enquiryKind.notice?.value ?? null;
  const left = noticeFor(context, enquiryKind, answers);
  const neededBy = (
    <>
      <DateField
        {...field('neededBy')}
        label={optional(strings.NeededBy)}
        hint={notice === null ? undefined : format(strings.NoticeHint, notice)}
        min={todayOf(context)}
      />
      <p className={styles.notice} role="status">
        {left?.enough === false ? format(strings.NoticeShort, left.workingDaysLeft, notice ?? 0) : ''}
      </p>
    </>
  );
  const wantsDate = notice !== null || relevance.named.has('neededBy') || relevance.named.has('enoughNotice');
  const wantsReference = relevance.named.has('earlierReference') && !relevance.early.has('earlierReference');
  const reference = (
    <TextField {...field('earlierReference')} label={optional(strings.EarlierReference)} hint={strings.EarlierReferenceHint} short />
  );
  const isOpen = (['earlierReference', 'neededBy'] as const).some(
    (name) => (answers[name] ?? '') !== '' || faultOf(name, state) !== undefined
  );
  return (
    <Page state={state} props={props} title={byOfficer ? strings.NoticeQuestion : strings.WhatQuestion} intro={enquiryKind.guidance}>
      <TextField {...field('summary')} label={strings.Summary} hint={strings.SummaryHint} />
      <TextArea {...field('description')} label={byOfficer ? strings.NoticeText : strings.Description} rows={6} most={longest.description}>
        <p className={fieldStyles.note} role="status">
          {found === '' ? '' : format(strings.PersonalHint, found)}
        </p>
      </TextArea>
      {!byOfficer && <TextArea {...field('wanted')} label={optional(strings.Wanted)} rows={2} most={longest.wanted} />}
      {relevance.place && <TextField {...field('place')} label={optional(strings.Place)} hint={strings.PlaceHint} />}
      {byOfficer && (
        <DateField {...field('respondBy')} label={optional(strings.RespondBy)} hint={strings.RespondByHint} min={todayOf(context)} />
      )}
      {wantsReference && reference}
      {wantsDate && !byOfficer && neededBy}
      {!byOfficer && (!wantsReference || !wantsDate) && (
        <details className={styles.more} open={isOpen || undefined}>
          <summary>{strings.MoreToSay}</summary>
          {!wantsReference && !relevance.early.has('earlierReference') && reference}
          {!wantsDate && neededBy}
        </details>
      )}
      {relevance.constituent && (
        <YesNo
          id={state.idOf('forConstituent')}
          label={strings.ForConstituentQuestion}
          hint={strings.ForConstituentHint}
          fault={faultOf('forConstituent', state)}
          value={answers.forConstituent}
          onChange={(forConstituent) => set({ forConstituent })}
        />
      )}
      <DeclineGrounds state={state} />
    </Page>
  );
};
