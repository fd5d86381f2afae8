import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { kindsFor } from '../../../../domain/enquiries/form';
import { plural } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { Radios } from '../fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import styles from './pages.module.scss';

/** The first sentence: the whole is shown with what was chosen. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

/** What do you need? The kinds of the adopted protocol. */
export const KindPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context, start } = state;
  const title = context.isMember ? props.settings.title || strings.KindQuestion : strings.KindQuestion;
  return (
    <Page state={state} props={props} title={title} withAdvice={false}>
      {start.drafts.length > 0 && (
        <p className={styles.drafts}>
          <PageLink address={state.draftsAddress} onOpen={state.openDrafts}>
            {plural(start.drafts.length, strings.OneDraft, strings.DraftsWaiting)}
          </PageLink>
        </p>
      )}
      <Radios
        id={state.idOf('kind')}
        label={strings.KindLegend}
        hidesLabel={title === strings.KindLegend}
        fault={faultOf('kind', state)}
        strong
        choices={kindsFor(context).map((kind) => ({
          value: kind.id,
          label: kind.title,
          hint: kind.id === answers.kind ? kind.guidance : firstSentence(kind.guidance)
        }))}
        value={answers.kind}
        // Questions of another kind are other questions.
        onChange={(kind) => state.set(kind === answers.kind ? {} : { kind, questions: {} })}
      />
    </Page>
  );
};
