import * as React from 'react';
import * as strings from 'EnquiriesHubStrings';
import type { Place } from '../../../domain/teams';
import { useHost } from '../../../ui/host';
import type { HostProps } from '../../MemberlinkWebPart';
import { HubNav } from '../../hubs/HubNav';
import { useHubView } from '../../hubs/useHubView';
import { enquiryViews, type EnquiriesHubSettings, type EnquiryView } from '../settings';

const EnquiryDesk = React.lazy(() => import(/* webpackChunkName: 'enquiry-desk' */ '../../enquiryDesk/components/EnquiryDesk'));
const RaiseEnquiry = React.lazy(() => import(/* webpackChunkName: 'enquiry-form' */ '../../raiseEnquiry/components/RaiseEnquiry'));

/** What the web part hands to its screen. */
export interface EnquiriesHubProps extends HostProps {
  settings: EnquiriesHubSettings;
}

const viewOf = ({ kind }: Place): EnquiryView | undefined => (kind === 'raise' ? 'raise' : kind === 'enquiry' ? 'enquiries' : undefined);

/** Enquiries: a member's own and their ward's, the desk for officers, and the form to raise one. */
const EnquiriesHub: React.FC<EnquiriesHubProps> = (props) => {
  const { view, place, addressOf, open } = useHubView(enquiryViews, viewOf, 'enquiries');
  const host = useHost();
  const { title, council, ward, service } = props.settings;
  const common = { ...(title ? { title } : {}), ...(council ? { council } : {}) };
  const titles: Record<EnquiryView, string> = { enquiries: strings.Enquiries, raise: strings.Raise };
  return (
    <>
      {!host.finish && (
        <HubNav
          label={strings.Views}
          views={enquiryViews.map((name) => ({ name, title: titles[name] }))}
          {...{ current: view, addressOf, open }}
        />
      )}
      <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
        {view === 'raise' ? (
          <RaiseEnquiry {...props} settings={common} forService={place?.kind === 'raise' ? place.serviceId : undefined} />
        ) : (
          <EnquiryDesk {...props} settings={common} first={{ ...(ward ? { ward } : {}), ...(service ? { service } : {}) }} />
        )}
      </React.Suspense>
    </>
  );
};
export default EnquiriesHub;
