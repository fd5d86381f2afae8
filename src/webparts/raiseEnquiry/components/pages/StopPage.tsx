import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import { useCopyText } from '../useCopyText';
import { outcomeFor, chosenService, protocolAnswers, todayOf } from '../../../../domain/enquiries/form';
import { recipientOf } from '../../../../domain/enquiries/recipient';
import { trimmed } from '../../../../domain/enquiries/answers';
import { routeOf } from '../../../../domain/protocol/outcome';
import { Page, type PageProps } from '../Page';
import { Clauses } from '../../../shared/clauses';
import pageStyles from '../Page/Page.module.scss';
import { SignpostContact } from './SignpostContact';
import { recipientText } from '../recipientText';

/** The matter belongs elsewhere, or cannot be raised: why, by which clause, and whom to turn to. */
export const StopPage: React.FC<PageProps> = ({ state, props }) => {
  const { context, answers, enquiryKind } = state;
  const texts = [answers.summary ?? answers.about, answers.description, answers.wanted, answers.place]
    .map(trimmed)
    .filter((text) => text !== '');
  const { said, copy } = useCopyText(texts.join('\n\n'));
  if (!enquiryKind) return null;
  const outcome = outcomeFor(context, enquiryKind, answers);
  const { signpost, reason } = outcome;
  const { route } = routeOf(context.protocol.rules, enquiryKind, protocolAnswers(context, enquiryKind, answers, true));
  // An officer's matter that is not to ward members: nothing stops it, and it does not stand here.
  const isElsewhere = reason === undefined;
  const recipient =
    isElsewhere && context.directory ? recipientOf(route, chosenService(context, answers), todayOf(context), context.directory) : undefined;
  return (
    <Page
      state={state}
      props={props}
      title={signpost?.title ?? (isElsewhere ? strings.ElsewhereTitle : strings.NoEnquiryTitle)}
      withAdvice={isElsewhere}
      button={null}
    >
      {reason && <p>{reason.text}</p>}
      {signpost && <p>{signpost.text}</p>}
      {isElsewhere && (
        <>
          <p>{context.member ? strings.MemberOnly : strings.ElsewhereText}</p>
          {route && !context.member && <p>{route.text}</p>}
          {recipient && !context.member && <p>{recipientText(recipient, strings.TurnTo)}</p>}
        </>
      )}
      <SignpostContact state={state} contact={signpost?.contact} isRoutine={signpost !== undefined && signpost.contact === undefined} />
      <Clauses
        numbers={isElsewhere ? [...(enquiryKind.clauses ?? []), ...(route?.clauses ?? [])] : outcome.clauses}
        versionId={context.protocol.id}
        props={props}
      />
      <div className={pageStyles.buttons}>
        {texts.length > 0 && (
          <button type="button" className={pageStyles.button} onClick={copy}>
            {strings.TakeText}
          </button>
        )}
        <button type="button" className={pageStyles.button} onClick={state.begin}>
          {strings.BeginAnew}
        </button>
      </div>
      <p role="status">{said}</p>
    </Page>
  );
};
