import * as strings from 'EnquiryDeskStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The enquiry desk. */
export const DeskFrame = lazilyFramed(() => import(/* webpackChunkName: 'enquiry-desk' */ './EnquiryDesk'), strings.Loading);
