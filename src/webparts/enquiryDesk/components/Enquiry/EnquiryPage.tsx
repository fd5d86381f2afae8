import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { isHalfRestricted } from '../../../../data/desk/restrict';
import useSWR from 'swr';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import { isOfficer as actsForCouncil } from '../../../../domain/enquiries/life';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { BackLink } from '../../../../ui/backLink';
import { LinkByHand, useCopyLink } from '../../../../ui/copyLink';
import { useHost } from '../../../../ui/host';
import { format } from '../../../../ui/format';
import { PrintAction, PrintFrame } from '../../../../ui/printing';
import { Problem, problemText } from '../../../../ui/problem';
import { readOnce, startAgain } from '../../../../ui/reading';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import { ActionBar, ActionForm, HalfRestricted, useActing } from '../Action';
import type { DeskContext } from '../EnquiryDesk';
import { choiceIn } from '../Queues/choice';
import { queueText } from '../words';
import styles from './Enquiry.module.scss';
import { SideCards, Standards } from './SideCards';
import { Timeline } from './Timeline';
import { useEnquiry, type EnquiryState } from './useEnquiry';

/** The enquiry on paper. */
const Sheet: React.FC<{ enquiry: OneEnquiry; context: DeskContext; isOfficer: boolean; onDone(): void }> = ({
  enquiry,
  context,
  isOfficer,
  onDone
}) => (
  <PrintFrame organisation={context.props.organisation} title={`${referenceOf(enquiry.row.id)} ${enquiry.row.summary}`} onDone={onDone}>
    <Standards enquiry={enquiry} context={context} isOfficer={isOfficer} />
    <SideCards enquiry={enquiry} context={context} isOfficer={isOfficer} />
    <Timeline enquiry={enquiry} isOfficer={isOfficer} />
  </PrintFrame>
);

const Shown: React.FC<{ enquiry: OneEnquiry; state: EnquiryState; context: DeskContext }> = ({ enquiry, state, context }) => {
  const { row } = enquiry;
  const heading = React.useRef<HTMLHeadingElement>(null);
  const reference = referenceOf(row.id);
  const isOfficer = state.actor === undefined ? enquiry.notes !== undefined : actsForCouncil(state.actor);
  useScreenFocus(
    `enquiry ${row.id}`,
    row.folder.kind === 'restricted' ? reference : format(strings.EnquiryTitle, reference, row.summary),
    heading,
    context.moved
  );
  const { said, link, copy } = useCopyLink(useHost().linkTo({ kind: 'enquiry', id: row.id }));
  const half = useSWR<boolean, unknown>(
    state.actor === 'restricted' ? ['half restricted', row.id, row.folder.kind, enquiry.messages.length] : null,
    () => isHalfRestricted(context.source, enquiry),
    readOnce
  );
  const acting = useActing({ enquiry, state, context });
  return (
    <>
      <div className={styles.title}>
        <h2 ref={heading} tabIndex={-1}>
          {row.summary}
        </h2>
        <span className={styles.marks}>
          {row.folder.kind === 'restricted' && <strong className={styles.reference}>{strings.Restricted}</strong>}
          <span className={styles.reference}>{reference}</span>
        </span>
      </div>
      {half.data === true && <HalfRestricted acting={acting} />}
      <ActionBar
        acting={acting}
        state={state}
        isOfficer={isOfficer}
        isAnswered={enquiry.life.state === 'answered'}
        isRestrictionAsked={enquiry.life.restrictionAsked}
      />
      <div className={styles.columns2}>
        <div className={styles.standards}>
          <Standards enquiry={enquiry} context={context} isOfficer={isOfficer} />
        </div>
        <div className={styles.main}>
          <Timeline enquiry={enquiry} isOfficer={isOfficer} />
          <ActionForm acting={acting} enquiry={enquiry} context={context} />
        </div>
        <SideCards enquiry={enquiry} context={context} isOfficer={isOfficer} />
      </div>
      <div className={styles.footer}>
        <PrintAction sheet={(onDone) => <Sheet enquiry={enquiry} context={context} isOfficer={isOfficer} onDone={onDone} />} />
        <button type="button" onClick={copy}>
          {uiStrings.CopyLink}
        </button>
        <span role="status">{said}</span>
        <LinkByHand link={link} />
      </div>
    </>
  );
};

/** One enquiry: what happened, what is next, and what can be done. */
const EnquiryPage: React.FC<{ id: number; context: DeskContext }> = ({ id, context }) => {
  const { address, addressOf, go, start, access } = context;
  const state = useEnquiry(context, id);
  const { reading } = state;
  const isOwn = start.self !== undefined && !access.handles && !access.restricts;
  const back = isOwn ? strings.Heading : queueText(choiceIn(address, context).queue);
  return (
    <div className={styles.page}>
      <BackLink address={addressOf({ enquiry: '' })} label={back} onBack={() => go({ enquiry: undefined })} />
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {reading.data === undefined && reading.error === undefined && <p role="status">{strings.Loading}</p>}
      {reading.data === null && <Problem title={format(strings.NoSuchEnquiry, referenceOf(id))} advice={strings.NoSuchEnquiryAdvice} />}
      {reading.data && <Shown enquiry={reading.data} state={state} context={context} />}
    </div>
  );
};
export default EnquiryPage;
