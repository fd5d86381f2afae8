import * as React from 'react';
import type { DeskContext } from '../EnquiryDesk';
import { HandOverPage } from './HandOverPage';
import { HeldPage } from './HeldPage';
import { RetentionPage } from './RetentionPage';

/** Pages for owners, by the address. */
const OwnersScreen: React.FC<{ context: DeskContext }> = ({ context }) => {
  switch (context.address.view) {
    case 'held':
      return <HeldPage context={context} />;
    case 'hand-over':
      return <HandOverPage context={context} />;
    default:
      return <RetentionPage context={context} />;
  }
};
export default OwnersScreen;
