import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { LoadingScreen } from '../../../../ui/loadingScreen';
import { Problem, problemText } from '../../../../ui/problem';
import { KindPage } from '../pages/KindPage';
import { WhoPage } from '../pages/WhoPage';
import type { FormState, RaiseEnquiryProps, RaiseEnquiryState } from './types';
import { useRaiseEnquiry } from './useRaiseEnquiry';

type Page = React.ComponentType<{ state: FormState; props: RaiseEnquiryProps }>;

/** What comes after the first question is loaded while one reads it. */
const later = (): Promise<typeof import('../pages/later')> => import(/* webpackChunkName: 'enquiry-pages' */ '../pages/later');
const lazily = (name: keyof Awaited<ReturnType<typeof later>>): React.LazyExoticComponent<Page> =>
  React.lazy(async () => ({ default: (await later())[name] as Page }));
const pages: Record<string, Page | React.LazyExoticComponent<Page>> = {
  ...{ who: WhoPage, kind: KindPage, first: lazily('FirstPage'), service: lazily('ServicePage'), where: lazily('WherePage') },
  ...{ what: lazily('WhatPage'), constituent: lazily('ConstituentPage'), check: lazily('CheckPage'), stop: lazily('StopPage') },
  ...{ audience: lazily('AudiencePage'), reach: lazily('ReachPage'), documents: lazily('DocumentsPage') }
};
const QuestionsPage = lazily('QuestionsPage');
const SentPage = React.lazy(() => import(/* webpackChunkName: 'enquiry-pages' */ '../Sent/SentPage'));
const DraftsPage = React.lazy(() => import(/* webpackChunkName: 'enquiry-pages' */ '../Drafts/DraftsPage'));

const Form: React.FC<{ state: FormState; props: RaiseEnquiryProps }> = ({ state, props }) => {
  // So that a connection that goes meanwhile does not keep anybody from going on.
  React.useEffect(() => {
    // One that could not be loaded now is asked for again when it is opened, and says so then.
    later().catch(() => undefined);
  }, []);
  const Shown = state.page.startsWith('questions-') ? QuestionsPage : (pages[state.page] ?? KindPage);
  return <Shown key={state.page} state={state} props={props} />;
};

const Content: React.FC<{ state: RaiseEnquiryState; props: RaiseEnquiryProps }> = ({ state, props }) => {
  const title = props.settings.title || strings.Heading;
  switch (state.kind) {
    case 'loading':
      return <LoadingScreen title={title} text={strings.Loading} slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={uiStrings.TryAgain} onRetry={state.retry} />;
    case 'no protocol':
      return <Problem title={strings.NoProtocol} advice={strings.NoProtocolAdvice} />;
    case 'may not send':
      return (
        <Problem
          title={state.isMember ? strings.NoFolder : strings.NotForYou}
          advice={state.isMember ? strings.NoFolderAdvice : strings.NotForYouAdvice}
          {...(state.isMember ? { retryLabel: uiStrings.TryAgain, onRetry: state.retry } : {})}
        />
      );
    case 'draft gone':
      return <Problem title={strings.DraftGone} advice={strings.DraftGoneAdvice} retryLabel={strings.BeginAnew} onRetry={state.begin} />;
    default:
      return (
        <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
          {state.kind === 'sent' && <SentPage state={state} props={props} />}
          {state.kind === 'drafts' && <DraftsPage state={state} props={props} />}
          {state.kind === 'form' && <Form state={state} props={props} />}
        </React.Suspense>
      );
  }
};

/** All that the web part shows within its frame. */
const RaiseEnquiry: React.FC<RaiseEnquiryProps> = (props) => <Content state={useRaiseEnquiry(props)} props={props} />;
export default RaiseEnquiry;
