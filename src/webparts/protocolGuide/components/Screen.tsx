import * as React from 'react';
import * as strings from 'ProtocolGuideStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { RightParts } from '../../../data/protocol/parts';
import { BackLink } from '../../../ui/backLink';
import { Problem, problemText } from '../../../ui/problem';
import { useScreenFocus } from '../../../ui/useScreenFocus';
import styles from './guide.module.scss';
import type { Common } from './ProtocolGuide/types';

/** A screen with its way back and its heading. */
export const Screen: React.FC<{ name: string; title: string; state: Common; number?: string; wide?: boolean }> = ({
  name,
  title,
  state,
  number,
  wide = false,
  children
}) => {
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus(name, number === undefined ? title : `${number} ${title}`, heading, state.moved);
  return (
    <article>
      <BackLink
        address={state.addressOf({})}
        label={state.isSearching ? strings.BackToFound : strings.Home}
        onBack={() => state.open({})}
      />
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {number !== undefined && <span className={styles.inHeading}>{number}</span>} {title}
      </h2>
      <div className={wide ? `${styles.screen} ${styles.wide}` : styles.screen}>{children}</div>
    </article>
  );
};

/** What needs more than the clauses: said while it is read, or could not be. */
export const WithParts: React.FC<{ state: Common; children: (parts: RightParts) => React.ReactElement }> = ({
  state: { parts },
  children
}) => {
  if (parts.kind === 'problem') return <Problem {...problemText(parts.error)} retryLabel={uiStrings.TryAgain} onRetry={parts.retry} />;
  return parts.kind === 'loading' ? <p role="status">{strings.PartsLoading}</p> : children(parts.parts);
};
