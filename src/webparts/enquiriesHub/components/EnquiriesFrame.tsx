import * as strings from 'EnquiriesHubStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The enquiries hub. */
export const EnquiriesFrame = lazilyFramed(() => import(/* webpackChunkName: 'enquiries-hub' */ './EnquiriesHub'), strings.Loading);
