import * as React from 'react';
import * as strings from 'EnquiryDeskStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import useSWR from 'swr';
import { readAlike, type AlikeEnquiry } from '../../../../data/desk/alike';
import type { OneEnquiry } from '../../../../data/desk/one-enquiry';
import type { AnsweredQuestion } from '../../../../domain/enquiries/submission';
import { nextOf, type LifeState } from '../../../../domain/enquiries/life';
import { referenceOf } from '../../../../domain/enquiries/reference';
import { format } from '../../../../ui/format';
import { PageLink } from '../../../../ui/pageLink';
import { readOnce } from '../../../../ui/reading';
import { Fact, Section } from '../../../../ui/section';
import { dayText } from '../../../../domain/dates';
import { Clauses } from '../../../shared/clauses';
import type { DeskContext } from '../EnquiryDesk';
import { isPressing, nextText, stateText } from '../words';
import styles from './Enquiry.module.scss';
import { outcomeText } from './eventText';

/** States that say more than what is next. */
const saysMore: readonly LifeState[] = ['new', 'acknowledged', 'inProgress'];

/** What is next, and by when: in words. */
export const Standards: React.FC<{ enquiry: OneEnquiry; context: DeskContext; isOfficer: boolean }> = ({ enquiry, context, isOfficer }) => {
  const { life, row } = enquiry;
  const { now, start } = context;
  const next = nextOf({ ...life, isOfficers: row.isOfficers, respondBy: row.respondBy }, now(), (day) => start.closures.has(day));
  const reader = isOfficer ? 'officer' : 'member';
  const text = nextText(next, reader);
  const also = next.what === 'acknowledge' && life.replyBy ? nextText({ what: 'reply', by: life.replyBy, urgency: 'later' }, reader) : '';
  return (
    <Section title={strings.Standards}>
      {(text === '' || saysMore.includes(life.state)) && <p className={styles.state}>{stateText(life.state)}</p>}
      {text !== '' && (
        <p className={next.urgency === 'overdue' ? styles.late : isPressing(next.urgency) ? styles.due : undefined}>{text}</p>
      )}
      {also !== '' && <p>{also}</p>}
      {life.state === 'answered' && life.openUntil && (
        <p>{format(isOfficer ? strings.OpenUntil : strings.OpenUntilYou, dayText(life.openUntil))}</p>
      )}
      {life.state === 'waiting' && life.question && <p className={styles.quote}>{life.question.text}</p>}
      {life.outcome && <p>{outcomeText(life.outcome)}</p>}
      {life.officer?.name && !['closed', 'withdrawn'].includes(life.state) && <p>{format(strings.DealtWithBy, life.officer.name)}</p>}
      {row.neededBy && <p>{format(strings.NeededBy, dayText(row.neededBy))}</p>}
      {life.restrictionAsked && <p>{strings.RestrictionAsked}</p>}
    </Section>
  );
};

const audienceText = ({ row }: OneEnquiry): string => {
  switch (row.folder.kind) {
    case 'restricted':
      return format(strings.SeenRestricted, row.member?.name ?? '');
    case 'ward':
      return format(strings.SeenWard, row.ward?.name ?? '');
    default:
      return format(strings.SeenMember, row.member?.name ?? '');
  }
};

const answerText = ({ answer }: AnsweredQuestion): string => {
  if (typeof answer === 'boolean') return answer ? uiStrings.Yes : uiStrings.No;
  if (Array.isArray(answer)) return answer.join(', ');
  return answer === null || answer === undefined ? '' : String(answer);
};
const authorityText = (authority: string): string =>
  ({
    asked: strings.AuthorityAsked,
    written: strings.AuthorityWritten,
    household: strings.AuthorityHousehold,
    'nobody named': strings.AuthorityNobody
  })[authority] ?? authority;

/** Who, where and what besides. */
const About: React.FC<{ enquiry: OneEnquiry; context: DeskContext }> = ({ enquiry, context }) => {
  const { row, forConstituent } = enquiry;
  const kind = context.start.kinds.find(({ id }) => id === row.kind)?.title ?? row.kind;
  const personal = [enquiry.isSensitive ? strings.HoldsSensitive : '', enquiry.othersNamed ? strings.NamesOthers : ''].filter(
    (text) => text !== ''
  );
  return (
    <Section title={strings.About}>
      <dl>
        <Fact label={strings.Kind} text={kind} />
        <Fact label={strings.Member} text={row.member?.name ?? ''} />
        <Fact label={strings.SentBy} text={enquiry.senderName === row.member?.name ? '' : enquiry.senderName} />
        <Fact label={strings.Ward} text={row.ward?.name ?? ''} />
        <Fact
          label={strings.OtherWards}
          text={[...enquiry.otherWards, ...(enquiry.concernsWholeArea ? [strings.WholeArea] : [])].join(', ')}
        />
        <Fact label={strings.PlaceLabel} text={enquiry.place} />
        <Fact label={strings.Service} text={[row.service?.name ?? '', enquiry.topic].filter((part) => part !== '').join(': ')} />
        <Fact label={strings.Wanted} text={enquiry.wanted} />
        <Fact label={strings.EarlierReference} text={enquiry.earlierReference} />
        <Fact label={strings.ReachLabel} text={enquiry.reach} />
        <Fact label={strings.ForWhom} text={forConstituent ? [strings.AConstituent, authorityText(enquiry.authority)].join(', ') : ''} />
        <Fact
          label={strings.Constituent}
          text={[enquiry.constituent, enquiry.constituentContact].filter((part) => part !== '').join('\n')}
        />
        <Fact label={strings.PersonalData} text={personal.join('\n')} />
        {enquiry.questions.map((one) => (
          <Fact key={one.id} label={one.question} text={answerText(one)} />
        ))}
      </dl>
    </Section>
  );
};

/** Cards beside what happened. */
export const SideCards: React.FC<{ enquiry: OneEnquiry; context: DeskContext; isOfficer: boolean }> = ({ enquiry, context, isOfficer }) => {
  const { clauses, protocolId, life } = enquiry;
  const { sp, sitePath } = context.source;
  const alike = useSWR<AlikeEnquiry[], unknown>(
    isOfficer ? ['alike', sitePath, enquiry.row.id] : null,
    // It is an addition: without it nothing is missing.
    () => readAlike(sp, sitePath, enquiry).catch(() => []),
    readOnce
  );
  return (
    <div className={styles.side}>
      <Section title={strings.WhoSees}>
        <p>{audienceText(enquiry)}</p>
      </Section>
      <About enquiry={enquiry} context={context} />
      {clauses.length > 0 && protocolId !== undefined && (
        <Section title={strings.ClausesTitle}>
          <Clauses numbers={clauses} versionId={protocolId} props={{ sp, sitePath }} />
        </Section>
      )}
      {isOfficer && (alike.data ?? []).length > 0 && (
        <Section title={strings.AlikeTitle}>
          <ul>
            {alike.data?.map((one) => (
              <li key={one.id}>
                <PageLink address={context.addressOf({ enquiry: String(one.id) })} onOpen={() => context.go({ enquiry: String(one.id) })}>
                  {referenceOf(one.id)} {one.summary}
                </PageLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isOfficer && life.linked.length > 0 && (
        <Section title={strings.LinkedTitle}>
          <ul>
            {life.linked.map((id) => (
              <li key={id}>
                <PageLink address={context.addressOf({ enquiry: String(id) })} onOpen={() => context.go({ enquiry: String(id) })}>
                  {referenceOf(id)}
                </PageLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
};
