import * as strings from 'RaiseEnquiryStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The enquiry form. */
export const FormFrame = lazilyFramed(() => import(/* webpackChunkName: 'enquiry-form' */ './RaiseEnquiry'), strings.Loading);
