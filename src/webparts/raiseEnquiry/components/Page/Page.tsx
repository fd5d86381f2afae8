import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { BackLink } from '../../../../ui/backLink';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import type { FormState, RaiseEnquiryProps } from '../RaiseEnquiry';
import { AdviceBox } from './AdviceBox';
import { ErrorSummary } from './ErrorSummary';
import styles from './Page.module.scss';
import { SavedLine } from './SavedLine';

/** What a page of the form is given. */
export interface PageProps {
  state: FormState;
  props: RaiseEnquiryProps;
}

/** The frame of every page: back, what is wrong, the heading that is the question, and "Continue". */
export const Page: React.FC<
  PageProps & { title: string; intro?: string | undefined; button?: string | null; withAdvice?: boolean; busy?: boolean; onSubmit?(): void }
> = ({ state, props, title, intro, button = strings.Continue, withAdvice = true, busy = false, onSubmit = state.proceed, children }) => {
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus(state.page, title, heading, state.moved);
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const { back } = state;
  return (
    <section className={styles.page} aria-label={title}>
      {back !== undefined && <BackLink address={state.addressOf(back)} label={strings.Back} onBack={() => state.goTo(back)} />}
      <ErrorSummary state={state} />
      <h2 className={styles.heading} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {intro && <p className={styles.intro}>{intro}</p>}
      {withAdvice && <AdviceBox advice={state.advice} state={state} props={props} />}
      <form noValidate onSubmit={submit}>
        {children}
        {button !== null && (
          <div className={styles.buttons}>
            <button type="submit" className={styles.filled} disabled={busy}>
              {button}
            </button>
          </div>
        )}
      </form>
      <SavedLine state={state} />
    </section>
  );
};
