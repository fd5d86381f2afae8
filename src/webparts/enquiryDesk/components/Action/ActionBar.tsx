import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import { format } from '../../../../ui/format';
import type { EnquiryState } from '../Enquiry/useEnquiry';
import styles from './Action.module.scss';
import { actionWords, type DeskAction } from './actionText';
import type { Acting } from './useActing';

/** What officers do most, in this order. The first of the preferred ones is filled. */
const officersFirst: readonly DeskAction[] = ['acknowledge', 'assign', 'ask', 'update', 'reply'];
const membersFirst: readonly DeskAction[] = ['answer', 'settle', 'askAgain', 'inform'];
const preferred: readonly DeskAction[] = ['acknowledge', 'answer', 'settle', 'reply', 'close'];

/** What can be done with an enquiry: the usual at once, the rest behind "More". */
export const ActionBar: React.FC<{
  acting: Acting;
  state: EnquiryState;
  isOfficer: boolean;
  isAnswered: boolean;
  isRestrictionAsked: boolean;
}> = ({ acting, state, isOfficer, isAnswered, isRestrictionAsked }) => {
  const [more, setMore] = React.useState(false);
  const said = React.useRef<HTMLParagraphElement>(null);
  const bar = React.useRef<HTMLDivElement>(null);
  const last = React.useRef<DeskAction | undefined>();
  const { action: shown, done: isDone } = acting;
  React.useEffect(() => {
    // The form that had the focus is gone: it goes to what was said, or back to the button that opened it.
    if (shown === undefined && last.current !== undefined) {
      if (isDone) said.current?.focus();
      else bar.current?.querySelector<HTMLElement>(`[data-action="${last.current}"]`)?.focus();
    }
    last.current = shown;
  }, [shown, isDone]);
  const all: DeskAction[] = [...state.actions, ...(isOfficer && state.actor ? (['note'] as const) : [])];
  const asked = isRestrictionAsked && all.includes('restrict') ? (['restrict'] as const) : [];
  const usual = [...asked, ...(isOfficer ? officersFirst : membersFirst)].filter((action) => all.includes(action));
  const first = usual.length > 0 ? usual : all.slice(0, 2);
  const rest = all.filter((action) => !first.includes(action));
  const filled = acting.action === undefined ? preferred.find((action) => first.includes(action)) : undefined;
  const button = (action: DeskAction): React.ReactElement => (
    <button
      key={action}
      type="button"
      data-action={action}
      className={action === filled ? styles.filled : styles.button}
      aria-expanded={acting.action === action}
      onClick={() => acting.open(action)}
    >
      {action === 'askAgain' && !isAnswered ? strings.AskAgainPlain : actionWords(action).button}
      {acting.kept.includes(action) && acting.action !== action ? ` (${strings.KeptMark})` : ''}
    </button>
  );
  if (all.length === 0) return null;
  return (
    <div ref={bar} className={styles.bar} role="group" aria-label={strings.WhatYouCanDo}>
      {first.map(button)}
      {rest.length > 0 && (
        <button type="button" className={styles.button} aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? strings.Less : strings.More}
        </button>
      )}
      {more && rest.map(button)}
      <p ref={said} tabIndex={-1} role="status" className={acting.done ? styles.done : undefined}>
        {acting.done && <strong>{actionWords(acting.done).done}</strong>} {acting.telling?.said}
      </p>
      {acting.telling?.byHand && (
        <a className={styles.byHand} href={acting.telling.byHand.href}>
          {format(strings.TellByHand, acting.telling.byHand.name)}
        </a>
      )}
    </div>
  );
};
