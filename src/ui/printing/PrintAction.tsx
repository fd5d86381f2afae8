import * as React from 'react';
import * as strings from 'MemberlinkUiStrings';
import { ErrorBoundary } from '../errorBoundary';

/** What a button that prints needs. */
export interface PrintActionProps {
  label?: string;
  className?: string | undefined;
  /** The sheet; what it is made of may be loaded when it is wanted. */
  sheet(onDone: () => void): React.ReactNode;
}

/** Prints sheets of their own, without the page around them. */
export const PrintAction: React.FC<PrintActionProps> = ({ label = strings.Print, className, sheet }) => {
  const [printing, setPrinting] = React.useState(false);
  const end = React.useCallback(() => setPrinting(false), []);
  return (
    <>
      <button type="button" className={className} onClick={() => setPrinting(true)}>
        {label}
      </button>
      {printing && (
        <ErrorBoundary fallback={() => <span role="alert">{strings.PrintFailed}</span>}>
          <React.Suspense fallback={<span role="status">{strings.PrintPreparing}</span>}>{sheet(end)}</React.Suspense>
        </ErrorBoundary>
      )}
    </>
  );
};
