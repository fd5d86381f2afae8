import * as React from 'react';
import * as strings from 'OfficerDirectoryStrings';
import { teamsAddressOf } from '../../../../domain/members/member';
import { firstContact, isNotFirstContact, mayTake } from '../../../../domain/officers/contact';
import { officerAsSubject, officerContact, type Officer, type Service } from '../../../../domain/officers/officer';
import { numberToDial } from '../../../../domain/phone';
import { Avatar } from '../../../../ui/avatar';
import { BackLink } from '../../../../ui/backLink';
import { ContactActions } from '../../../../ui/contactActions';
import { useHost } from '../../../../ui/host';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { PageLink } from '../../../../ui/pageLink';
import { PrintAction, PrintEntries, PrintEntry, PrintFrame, PrintLine } from '../../../../ui/printing';
import { Fact, Section } from '../../../../ui/section';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import { answeringFor, availabilityText } from '../availabilityText';
import { dayText } from '../dateText';
import styles from '../directory.module.scss';
import { EntrySuggestions } from '../EntrySuggestions';
import type { Common, OfficerDirectoryProps, OfficerDirectoryState } from '../OfficerDirectory/types';
import { OfficerLink } from '../OfficerLink';
import { presenceText } from '../presenceText';
import { usePeople } from '../usePeople';

/** Whom to ask first where this officer is too senior for day-to-day matters, or not there for other than routine ones. */
function adviceFor(officer: Officer, service: Service | undefined, { directory, today }: Common): string {
  if (!service) return isNotFirstContact(officer) ? strings.NotFirstOfAll : '';
  const first = firstContact(service, today, directory);
  if (first.kind === 'general' || first.officer.id === officer.id) return '';
  if (answeringFor(officer, directory, today) === undefined) return format(strings.NobodyCovers, first.officer.name);
  if (isNotFirstContact(officer)) return format(strings.NotFirstHere, first.officer.name);
  return mayTake(officer, 'other') ? '' : format(strings.RoutineOnly, first.officer.name);
}

/** One officer: who they are, whether they are there, how to reach them. */
export const OfficerPage: React.FC<{ state: Extract<OfficerDirectoryState, { kind: 'officer' }>; props: OfficerDirectoryProps }> = ({
  state,
  props
}) => {
  const { officer, directory, today, moved } = state;
  const host = useHost();
  const heading = React.useRef<HTMLHeadingElement>(null);
  useScreenFocus(officer.id, officer.name, heading, moved);
  const person = usePeople([officer], props).get(teamsAddressOf(officer));
  const service = directory.services.find(({ id }) => id === officer.serviceId);
  const leads = directory.services.filter(({ headId, directorId }) => headId === officer.id || directorId === officer.id);
  const { text, isIn } = availabilityText(officer, directory, today);
  const answering = answeringFor(officer, directory, today);
  const advice = adviceFor(officer, service, state);
  const dial = numberToDial(officer.phone);
  const photo = officer.photo || (person?.photo ?? '');
  const checked = officer.reviewed === undefined ? '' : dayText(officer.reviewed, today);
  return (
    <article>
      <BackLink address={state.homeAddress} label={state.isSearching ? strings.BackToFound : strings.AllServices} onBack={state.goHome} />
      <header className={styles.header}>
        <Avatar name={officer.name} photo={photo} size={136} />
        <div>
          <h2 className={styles.heading} ref={heading} tabIndex={-1}>
            {officer.name}
          </h2>
          <p>{officer.job}</p>
          {officer.isLiaison && <p className={styles.beside}>{strings.Liaison}</p>}
          {service && (
            <p>
              <PageLink address={state.serviceAddress(service)} onOpen={() => state.openService(service)}>
                {service.title}
              </PageLink>
            </p>
          )}
          <p className={isIn ? styles.in : styles.out}>{text}</p>
          {answering !== undefined && answering !== officer && (
            <p>
              {strings.CoveredBy} <OfficerLink officer={answering} state={state} />
            </p>
          )}
          <ContactActions
            contact={officerContact(officer, service, props.organisation, host.linkTo({ kind: 'officer', id: officer.id }))}
            teamsAddress={teamsAddressOf(officer)}
            photo={photo}
          >
            <PrintAction
              sheet={(onDone) => (
                <PrintFrame organisation={props.organisation} title={strings.PrintTitle} onDone={onDone}>
                  <PrintEntries single>
                    <PrintEntry heading={officer.name} photo={photo}>
                      <PrintLine label={strings.Job} text={officer.job} />
                      <PrintLine label={strings.Service} text={service?.title ?? ''} />
                      <PrintLine label={strings.Can} text={officer.description} />
                      <PrintLine label={strings.Profile} text={officer.profile} />
                      <PrintLine label={strings.Best} text={officer.bestContact} />
                      <PrintLine label={strings.Works} text={officer.workingPattern || strings.EveryDay} />
                      <PrintLine label={strings.Email} text={officer.email} />
                      <PrintLine label={strings.Phone} text={officer.phone} />
                    </PrintEntry>
                  </PrintEntries>
                </PrintFrame>
              )}
            />
          </ContactActions>
        </div>
      </header>
      <div className={styles.parts}>
        {advice !== '' && <p className={styles.notice}>{advice}</p>}
        <Section title={strings.Contact}>
          <dl>
            <Fact label={strings.Email} text={officer.email} href={mailto(officer.email)} />
            <Fact label={strings.Phone} text={officer.phone} href={dial && `tel:${dial}`} />
            <Fact label={strings.Best} text={officer.bestContact} />
            <Fact label={strings.Works} text={officer.workingPattern || strings.EveryDay} />
            <Fact label={strings.Presence} text={presenceText(person?.presence)} />
            <Fact label={strings.Seniority} text={officer.seniority} />
            <Fact label={strings.Checked} text={checked} />
          </dl>
          <p className={styles.beside}>{strings.Appointment}</p>
        </Section>
        {leads.length > 0 && (
          <Section title={strings.Leads}>
            <ul>
              {leads.map((one) => (
                <li key={one.id}>
                  <PageLink address={state.serviceAddress(one)} onOpen={() => state.openService(one)}>
                    {one.title}
                  </PageLink>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {officer.description !== '' && (
          <Section title={strings.Can}>
            <p>{officer.description}</p>
          </Section>
        )}
        {officer.profile !== '' && (
          <Section title={strings.Profile}>
            <p>{officer.profile}</p>
          </Section>
        )}
        <EntrySuggestions subject={officerAsSubject(officer)} state={state} props={props} />
      </div>
    </article>
  );
};
