import * as React from 'react';
import { PrintAction } from '../../../ui/printing';
import type { Clause } from '../../../domain/protocol/protocol';
import type { Common, ProtocolGuideProps } from './ProtocolGuide/types';

/** Nothing of a sheet is needed until somebody prints. */
const PrintSheet = React.lazy(() => import(/* webpackChunkName: 'protocol-screens' */ './PrintSheet'));

/** Prints the protocol, or some clauses of it. */
export const PrintProtocol: React.FC<{ state: Common; props: ProtocolGuideProps; clauses?: readonly Clause[] }> = ({
  state,
  props,
  clauses = state.clauses
}) => (
  <PrintAction
    sheet={(onDone) => <PrintSheet organisation={props.organisation} version={state.version} clauses={clauses} onDone={onDone} />}
  />
);
