import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import { WebPartFrame } from '../../../ui/webPartFrame';
import type { ProtocolGuideProps } from './ProtocolGuide';

/** Pages without the guide do without its code. */
const ProtocolGuide = React.lazy(() => import(/* webpackChunkName: 'protocol-guide' */ './ProtocolGuide'));

/** The web part: its frame at once, the guide in it as soon as its code is there. */
export const GuideFrame: React.FC<ProtocolGuideProps> = (props) => (
  <WebPartFrame theme={props.theme}>
    <React.Suspense fallback={<p role="status">{strings.Loading}</p>}>
      <ProtocolGuide {...props} />
    </React.Suspense>
  </WebPartFrame>
);
