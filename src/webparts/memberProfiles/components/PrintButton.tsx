import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Described } from '../../../domain/members/filter';
import type { Directory } from '../../../domain/members/member';
import { ErrorBoundary } from '../../../ui/errorBoundary';

/** Not needed until somebody prints. */
const PrintSheet = React.lazy(() => import(/* webpackChunkName: 'print-sheet' */ './PrintSheet'));

/** What is printed. */
export interface PrintButtonProps {
  organisation: string;
  title: string;
  members: readonly Described[];
  directory: Directory;
  label: string;
  className?: string;
}

/** Prints members on sheets of their own, without the page around them. */
export const PrintButton: React.FC<PrintButtonProps> = ({ label, className, ...sheet }) => {
  const [printing, setPrinting] = React.useState(false);
  const end = React.useCallback(() => setPrinting(false), []);
  return (
    <>
      <button type="button" className={className} onClick={() => setPrinting(true)}>
        {label}
      </button>
      {printing && (
        <ErrorBoundary fallback={() => <span role="alert">{strings.PrintFailed}</span>}>
          <React.Suspense fallback={<span role="status">{strings.PrintPreparing}</span>}>
            <PrintSheet {...sheet} onDone={end} />
          </React.Suspense>
        </ErrorBoundary>
      )}
    </>
  );
};
