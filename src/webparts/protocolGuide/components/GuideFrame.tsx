import * as strings from 'ProtocolGuideStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The protocol guide. */
export const GuideFrame = lazilyFramed(() => import(/* webpackChunkName: 'protocol-guide' */ './ProtocolGuide'), strings.Loading);
