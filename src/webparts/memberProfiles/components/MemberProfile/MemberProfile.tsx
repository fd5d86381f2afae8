import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { describeMembers } from '../../../../domain/members/filter';
import { fullName } from '../../../../domain/members/member';
import { numberToDial } from '../../../../domain/phone';
import { isOutside, type Place } from '../../../../domain/members/place';
import { neighbouringWards, wardColleagues } from '../../../../domain/members/wards';
import { Avatar } from '../../../../ui/avatar';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { Problem } from '../../../../ui/problem';
import { isPlainClick } from '../../../../ui/useAddressState';
import { MemberLink } from '../MemberLink';
import { problemText } from '../MemberProfiles/problemText';
import type { MemberProfilesProps, ProfileState } from '../MemberProfiles/types';
import { partyColour } from '../partyColour';
import { PartyOf } from '../PartyOf';
import { Suggestions } from '../Suggestions';
import { termText } from '../termText';
import { wardLabel } from '../wardLabel';
import { Actions } from './Actions';
import styles from './MemberProfile.module.scss';
import { Fact, Part, Places, Section } from './parts';
import { useProfileFocus } from './useProfileFocus';

/** What a profile needs. */
export interface MemberProfileProps {
  state: ProfileState;
  props: MemberProfilesProps;
}

/** Colleagues of the ward and members of the wards around it. */
const Around: React.FC<{ state: ProfileState }> = ({ state: { member, directory, addressOf, open } }) => {
  const colleagues = wardColleagues(member, directory.members);
  const neighbours = neighbouringWards(member, directory.members, directory.wards);
  return (
    <>
      {colleagues.length > 0 && (
        <Section title={strings.Colleagues}>
          <ul className={styles.people}>
            {colleagues.map((colleague) => (
              <li key={colleague.id}>
                <Avatar name={colleague.name} photo={colleague.photo} size={32} />
                <MemberLink member={colleague} address={addressOf(colleague)} onOpen={open} />
                <PartyOf member={colleague} colour={partyColour(colleague, directory)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section title={strings.Neighbours}>
          <ul>
            {neighbours.map(({ ward, members }) => (
              <li key={ward?.id}>
                <b>{wardLabel(ward?.name ?? '')}</b>{' '}
                {members.map((one, index) => (
                  <React.Fragment key={one.id}>
                    {index > 0 && ', '}
                    <MemberLink member={one} address={addressOf(one)} onOpen={open} />
                  </React.Fragment>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

/** One member: all that the lists hold. What is not known is left out. */
export const MemberProfile: React.FC<MemberProfileProps> = ({ state, props }) => {
  const { member, directory, places: allPlaces, moved, listAddress, close, placesLoading, failure, retry } = state;
  const heading = React.useRef<HTMLHeadingElement>(null);
  useProfileFocus(member, heading, moved);
  const back = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    close();
  };
  const { name, knownAs, ward, email, phone, preferredContact, surgeries, cabinetRoles, responsibilities, skills } = member;
  const [described] = React.useMemo(() => describeMembers([member], allPlaces), [member, allPlaces]);
  const places: readonly Place[] = described?.places ?? [];
  const inside = places.filter(({ body }) => !isOutside(body));
  const outside = places.filter(({ body }) => isOutside(body));
  const dial = numberToDial(phone);
  const term = termText(member.term);
  const contact = [preferredContact, email, phone, surgeries, term].some((text) => text !== '');
  const rest = cabinetRoles.length + responsibilities.length + skills.length + places.length > 0;
  const role = cabinetRoles[0] ?? responsibilities[0];
  return (
    <article>
      <a className={styles.back} href={listAddress} onClick={back}>
        <span aria-hidden="true">‹ </span>
        {state.isNarrowed ? strings.BackToFound : strings.AllMembers}
      </a>
      <header className={styles.header}>
        <Avatar name={name} photo={member.photo} size={136} />
        <div className={styles.who}>
          <h2 className={styles.heading} ref={heading} tabIndex={-1}>
            {fullName(member)}
          </h2>
          <p className={styles.facts}>
            {ward && <span>{wardLabel(ward.name)}</span>}
            <PartyOf member={member} colour={partyColour(member, directory)} />
          </p>
          {knownAs !== '' && <p className={styles.knownAs}>{format(strings.KnownAs, knownAs)}</p>}
          {role !== undefined && <p className={styles.role}>{role}</p>}
          <Actions member={member} described={described} directory={directory} organisation={props.organisation} />
        </div>
      </header>
      {failure !== undefined && (
        <div className={styles.failure}>
          <Problem {...problemText(failure)} retryLabel={strings.TryAgain} onRetry={retry} />
        </div>
      )}
      <div className={styles.parts}>
        <div className={styles.contact}>
          {contact && (
            <Section title={strings.Contact}>
              <dl>
                <Fact label={strings.Prefers} text={preferredContact} />
                <Fact label={strings.Email} text={email} href={mailto(email)} />
                <Fact label={strings.Phone} text={phone} href={dial && `tel:${dial}`} />
                <Fact label={strings.Surgery} text={surgeries} />
                <Fact label={strings.Term} text={term} />
              </dl>
            </Section>
          )}
        </div>
        <div className={styles.main}>
          <Part title={strings.Cabinet} entries={cabinetRoles} />
          <Part title={strings.Responsibilities} entries={responsibilities} />
          <Places title={strings.Committees} places={inside} state={state} />
          <Places title={strings.Outside} places={outside} state={state} />
          {placesLoading && <p role="status">{strings.PlacesLoading}</p>}
          <Part title={strings.Skills} entries={skills} tags />
          {!contact && !rest && !placesLoading && <p>{strings.NothingMore}</p>}
          <Suggestions state={state} props={props} />
        </div>
        <div className={styles.around}>
          <Around state={state} />
        </div>
      </div>
    </article>
  );
};
