import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { kindsFor } from '../../../../domain/enquiries/form';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { addressWith } from '../../../../ui/useAddressState';
import { dayText } from '../../../../domain/dates';
import { Radios } from '../../../../ui/fields';
import { faultOf } from '../faultText';
import { Page, type PageProps } from '../Page';
import pageStyles from '../Page/Page.module.scss';
import { DraftsLink } from './DraftsLink';

/** The first sentence: the whole is shown with what was chosen. */
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;

/** What officers ask the members of the ward; nothing where they ask nothing. It comes once the page stands. */
const WardMatters: React.FC<{ state: PageProps['state'] }> = ({ state: { wardMatters, context, openEnquiry } }) =>
  wardMatters.length === 0 || !context.isMember ? null : (
    <div className={pageStyles.box}>
      <h3>{strings.WardMatters}</h3>
      <ul>
        {wardMatters.map(({ id, summary, folder, respondBy }) => (
          <li key={id}>
            <PageLink
              address={addressWith({ step: undefined, draft: undefined, sent: String(id), in: folder })}
              onOpen={() => openEnquiry({ id, folder })}
            >
              {summary}
            </PageLink>
            {respondBy && <>. {format(strings.AnswerBy, dayText(respondBy))}</>}
          </li>
        ))}
      </ul>
    </div>
  );

/** What do you need? The kinds of the adopted protocol. */
export const KindPage: React.FC<PageProps> = ({ state, props }) => {
  const { answers, context } = state;
  const title = context.isMember ? props.settings.title || strings.KindQuestion : strings.KindQuestion;
  return (
    <Page state={state} props={props} title={title} withAdvice={false}>
      <DraftsLink state={state} />
      <WardMatters state={state} />
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
        onChange={(kind) => state.set(kind === answers.kind ? {} : { kind, questions: {}, audience: undefined })}
      />
    </Page>
  );
};
