import * as React from 'react';
import type { Described } from '../../../domain/members/filter';
import type { Directory } from '../../../domain/members/member';
import { PrintAction } from '../../../ui/printing';

/** Not needed until somebody prints. */
const PrintSheet = React.lazy(() => import(/* webpackChunkName: 'print-sheet' */ './PrintSheet'));

/** What is printed. */
export interface PrintButtonProps {
  organisation: string;
  title: string;
  members: readonly Described[];
  directory: Directory;
  label?: string;
  className?: string | undefined;
}

/** Prints members. */
export const PrintButton: React.FC<PrintButtonProps> = ({ label, className, ...sheet }) => (
  <PrintAction
    {...(label === undefined ? {} : { label })}
    className={className}
    sheet={(onDone) => <PrintSheet {...sheet} onDone={onDone} />}
  />
);
