import * as React from 'react';
import * as strings from 'RaiseEnquiryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readEnquiry, type EnquiryView } from '../../../../data/enquiries/read-enquiry';
import { britishDateOf } from '../../../../domain/dates';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { LinkByHand, useCopyLink } from '../../../../ui/copyLink';
import { format } from '../../../../ui/format';
import { useHost } from '../../../../ui/host';
import { PageLink } from '../../../../ui/pageLink';
import { PrintAction, PrintFrame } from '../../../../ui/printing';
import { Problem, problemText } from '../../../../ui/problem';
import { readOnce, startAgain } from '../../../../ui/reading';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import { dayText } from '../../../../domain/dates';
import type { RaiseEnquiryProps, RaiseEnquiryState } from '../RaiseEnquiry';
import { Answers } from './Answers';
import styles from './Sent.module.scss';

/** A sentence of the resources in which what one looks for stands out. */
const Line: React.FC<{ text: string; strong: string }> = ({ text, strong }) => {
  const [before = '', after = ''] = text.split('{0}');
  return (
    <li>
      {before}
      <strong>{strong}</strong>
      {after}
    </li>
  );
};

/** What happens next, in words with dates. */
const Next: React.FC<{ view: EnquiryView }> = ({ view }) => {
  const { officer, officerJob, service, isRestricted, acknowledgeBy, replyBy, respondBy, isOfficers, wardName } = view;
  const who = [officer, officer === '' ? service : officerJob].filter((part) => part !== '').join(', ');
  if (isOfficers) {
    return (
      <ul className={styles.next}>
        <Line text={strings.NextWard} strong={wardName} />
        {respondBy && <Line text={strings.NextRespond} strong={dayText(respondBy)} />}
      </ul>
    );
  }
  return (
    <ul className={styles.next}>
      {who !== '' ? <Line text={strings.NextHas} strong={who} /> : <li>{isRestricted ? strings.NextRestricted : strings.NextSomebody}</li>}
      {acknowledgeBy && <Line text={strings.NextAcknowledge} strong={dayText(acknowledgeBy)} />}
      {replyBy && <Line text={strings.NextReply} strong={dayText(replyBy)} />}
      {view.documents.length > 0 && <li>{format(strings.NextDocuments, view.documents.join(', '))}</li>}
    </ul>
  );
};

/** The confirmation on paper. */
const Sheet: React.FC<{ view: EnquiryView; organisation: string; onDone(): void }> = ({ view, organisation, onDone }) => (
  <PrintFrame organisation={organisation} title={referenceOf(view.id)} onDone={onDone}>
    <Details view={view} />
    <Next view={view} />
  </PrintFrame>
);

/** Whose it is and what it says. */
const Details: React.FC<{ view: EnquiryView }> = ({ view: { summary, description, memberName, authorName, created } }) => (
  <>
    <p>
      {memberName === '' || memberName === authorName
        ? format(strings.SentByOn, authorName, dayText(britishDateOf(created)))
        : format(strings.SentForOn, authorName, memberName, dayText(britishDateOf(created)))}
    </p>
    <h3>{summary}</h3>
    <p className={styles.text} dir="auto">
      {description}
    </p>
  </>
);

/** The confirmation, and the same again at its own address: reference, who has it, and by when. */
const SentPage: React.FC<{ state: Extract<RaiseEnquiryState, { kind: 'sent' }>; props: RaiseEnquiryProps }> = ({
  state: { id, folder, others, fresh, moved, begin, addressOf, open, told },
  props
}) => {
  const { sp, sitePath, organisation } = props;
  const heading = React.useRef<HTMLHeadingElement>(null);
  const reference = referenceOf(id);
  const title = fresh ? strings.SentTitle : format(strings.EnquiryTitle, reference);
  useScreenFocus(`sent ${id}`, title, heading, moved);
  const reading = useSWR<EnquiryView | null, unknown>(
    ['enquiry sent', sitePath, id, folder],
    async () => (await readEnquiry(sp, sitePath, id, folder)) ?? null,
    readOnce
  );
  const host = useHost();
  // The page's own address leads here; Teams leads to the enquiry.
  const { said, link, copy } = useCopyLink(host.kind === 'page' ? window.location.href : host.linkTo({ kind: 'enquiry', id }));
  const finish = (): void => {
    // Nobody is told twice, and nobody waits for long: it has a limit of its own, and never fails.
    void told().then((wasTold) => host.finish?.(id, wasTold));
  };
  const view = reading.data;
  return (
    <section className={styles.sent} aria-label={title}>
      {fresh ? (
        <div className={styles.panel}>
          <h2 ref={heading} tabIndex={-1}>
            {strings.SentTitle}
          </h2>
          <p>
            {strings.YourReference} <strong className={styles.reference}>{reference}</strong>
          </p>
        </div>
      ) : (
        <h2 className={styles.plain} ref={heading} tabIndex={-1}>
          {title}
        </h2>
      )}
      {reading.error !== undefined && (
        <Problem {...problemText(reading.error)} retryLabel={uiStrings.TryAgain} onRetry={() => startAgain(reading)} />
      )}
      {view === null && <Problem title={format(strings.EnquiryGone, reference)} advice={strings.EnquiryGoneAdvice} />}
      {view === undefined && reading.error === undefined && <p role="status">{strings.Loading}</p>}
      {view && (
        <>
          {!fresh && <Details view={view} />}
          <h3>{strings.NextTitle}</h3>
          <Next view={view} />
          {view.isOfficers && !fresh && <Answers view={view} folder={folder} props={props} />}
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{strings.OtherWardsSent}</h3>
          <ul className={styles.next}>
            {others.map((one) => (
              <li key={one.id}>
                <PageLink address={addressOf(one)} onOpen={() => open(one)}>
                  {referenceOf(one.id)}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        {view && <PrintAction sheet={(onDone) => <Sheet view={view} organisation={organisation} onDone={onDone} />} />}
        <button type="button" onClick={copy}>
          {uiStrings.CopyLink}
        </button>
        {host.finish ? (
          <button type="button" className={styles.finish} onClick={finish}>
            {strings.Done}
          </button>
        ) : (
          <button type="button" onClick={begin}>
            {fresh ? strings.RaiseAnother : strings.Heading}
          </button>
        )}
        <span role="status">{said}</span>
        <LinkByHand link={link} />
      </div>
    </section>
  );
};
export default SentPage;
