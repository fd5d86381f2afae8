import * as React from 'react';
import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import * as strings from 'MemberlinkUiStrings';
import { ErrorBoundary } from '../errorBoundary';
import { Problem, problemText } from '../problem';
import { themeVariables } from '../theme/themeVariables';
import { useEdgeToEdge } from '../useEdgeToEdge';
import styles from './WebPartFrame.module.scss';

/** The outermost element of a web part: colours, space at the edges, and a message in place of a part that failed. */
export const WebPartFrame: React.FC<{ theme: IReadonlyTheme | undefined }> = ({ theme, children }) => {
  const root = React.useRef<HTMLDivElement>(null);
  const edgeToEdge = useEdgeToEdge(root);
  return (
    <div ref={root} className={edgeToEdge ? styles.edgeToEdge : undefined} style={themeVariables(theme)}>
      <div className={styles.root}>
        <ErrorBoundary
          fallback={(error) => (
            <Problem {...problemText(error)} retryLabel={strings.LoadPageAgain} onRetry={() => window.location.reload()} />
          )}
        >
          {children}
        </ErrorBoundary>
      </div>
    </div>
  );
};
