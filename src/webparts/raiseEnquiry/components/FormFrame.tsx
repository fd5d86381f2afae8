import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { WebPartFrame } from '../../../ui/webPartFrame';
import type { RaiseEnquiryProps } from './RaiseEnquiry';

/** Pages without the form do without its code. */
const RaiseEnquiry = React.lazy(() => import(/* webpackChunkName: 'enquiry-form' */ './RaiseEnquiry'));

/** The web part: its frame at once, the form in it as soon as its code is there. */
export const FormFrame: React.FC<RaiseEnquiryProps> = (props) => (
  <WebPartFrame theme={props.theme}>
    <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
      <RaiseEnquiry {...props} />
    </React.Suspense>
  </WebPartFrame>
);
