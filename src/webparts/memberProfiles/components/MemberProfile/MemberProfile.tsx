import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import { Corrections } from '../../../../data/corrections';
import { describeMembers } from '../../../../domain/members/filter';
import { fullName, memberAsSubject } from '../../../../domain/members/member';
import { numberToDial } from '../../../../domain/phone';
import { isOutside, type Place } from '../../../../domain/members/place';
import { neighbouringWards, wardColleagues } from '../../../../domain/members/wards';
import { Avatar } from '../../../../ui/avatar';
import { BackLink } from '../../../../ui/backLink';
import { format } from '../../../../ui/format';
import { mailto } from '../../../../ui/mailto';
import { Problem, problemText } from '../../../../ui/problem';
import { Fact, Part, Section } from '../../../../ui/section';
import { Suggestions } from '../../../../ui/suggestions';
import { useScreenFocus } from '../../../../ui/useScreenFocus';
import { MemberLink } from '../MemberLink';
import type { MemberProfilesProps, ProfileState } from '../MemberProfiles/types';
import { partyColour } from '../partyColour';
import { PartyOf } from '../PartyOf';
import { detailText } from '../detailText';
import { termText } from '../termText';
import { wardLabel } from '../wardLabel';
import { Actions } from './Actions';
import styles from './MemberProfile.module.scss';
import { Places } from './parts';

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
  const store = React.useMemo(() => new Corrections(props.sp, props.sitePath), [props.sp, props.sitePath]);
  useScreenFocus(member.id, member.name, heading, moved);
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
      <BackLink address={listAddress} label={state.isNarrowed ? strings.BackToFound : strings.AllMembers} onBack={close} />
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
          <Problem {...problemText(failure)} retryLabel={uiStrings.TryAgain} onRetry={retry} />
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
          <Suggestions
            subject={memberAsSubject(member)}
            store={store}
            sitePath={props.sitePath}
            isOwner={state.isOwner}
            label={strings.Suggest}
            detailText={detailText}
            onChanged={state.changed}
          />
        </div>
        <div className={styles.around}>
          <Around state={state} />
        </div>
      </div>
    </article>
  );
};
