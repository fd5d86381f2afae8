import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { enquiryIdFrom } from '../../../../domain/enquiries/reference';
import { LoadingScreen } from '../../../../ui/loadingScreen';
import { Problem, problemText } from '../../../../ui/problem';
import { OwnDesk } from '../Own';
import { QueueDesk } from '../Queues';
import { ownersViews, type DeskContext, type EnquiryDeskProps } from './types';
import { useDesk } from './useDesk';

const ReportScreen = React.lazy(() => import(/* webpackChunkName: 'enquiry-report' */ '../Report'));
const OwnersScreen = React.lazy(() => import(/* webpackChunkName: 'enquiry-owners' */ '../Owners'));
const EnquiryScreen = React.lazy(() => import(/* webpackChunkName: 'enquiry-one' */ '../Enquiry'));

const Desk: React.FC<{ context: DeskContext }> = ({ context }) => {
  const { address, access, start } = context;
  // As people write a reference: EQ-1053, or 1053.
  const id = enquiryIdFrom(address.enquiry ?? '');
  if (id !== undefined) {
    return (
      <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
        <EnquiryScreen key={id} id={id} context={context} />
      </React.Suspense>
    );
  }
  if (address.view === 'report' && (access.handles || access.restricts)) {
    return (
      <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
        <ReportScreen context={context} />
      </React.Suspense>
    );
  }
  if (start.isSiteAdmin && ownersViews.includes(address.view ?? '')) {
    return (
      <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
        <OwnersScreen context={context} />
      </React.Suspense>
    );
  }
  const isMember = start.self !== undefined && !access.handles && !access.restricts;
  return isMember ? <OwnDesk context={context} self={start.self} /> : <QueueDesk context={context} />;
};

/** All that the web part shows within its frame. */
const EnquiryDesk: React.FC<EnquiryDeskProps> = (props) => {
  const state = useDesk(props);
  switch (state.kind) {
    case 'loading':
      return <LoadingScreen title={props.settings.title || strings.Heading} text={strings.Loading} slow={state.slow} />;
    case 'problem':
      return <Problem {...problemText(state.error)} retryLabel={uiStrings.TryAgain} onRetry={state.retry} />;
    case 'nothing here':
      return <Problem title={strings.NothingHere} advice={strings.NothingHereAdvice} />;
    case 'desk':
      return <Desk context={state.context} />;
  }
};
export default EnquiryDesk;
