import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import { monthAndYear } from '../../../../domain/dates';
import type { Directory, Member } from '../../../../domain/members/member';
import { numberToDial } from '../../../../domain/phone';
import { neutralColour } from '../../../../domain/members/partyColour';
import type { Term } from '../../../../domain/members/term';
import { Avatar } from '../../../../ui/avatar';
import { format } from '../../../../ui/format';
import { PartyTag } from '../../../../ui/partyTag';
import { addressWith, isPlainClick } from '../../../../ui/useQueryParameter';
import { wardLabel } from '../wardLabel';
import styles from './MemberProfile.module.scss';

/** What a profile shows. */
export interface MemberProfileProps {
  member: Member;
  parties: Directory['parties'];
  /** The reader came from the list: the focus goes to the name. */
  takeFocus: boolean;
  onClose: () => void;
}

function termText({ start, end }: Term): string {
  if (start && end) return format(strings.TermFromTo, monthAndYear(start), monthAndYear(end));
  if (start) return format(strings.TermFrom, monthAndYear(start));
  return end ? format(strings.TermTo, monthAndYear(end)) : '';
}

const Fact: React.FC<{ label: string; text: string; href?: string }> = ({ label, text, href }) =>
  text === '' ? null : (
    <>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{text}</a> : text}</dd>
    </>
  );

const Part: React.FC<{ title: string; entries: string[]; tags?: boolean }> = ({ title, entries, tags }) =>
  entries.length === 0 ? null : (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul className={tags ? styles.tags : undefined}>
        {entries.map((entry, index) => (
          // The same entry may stand there twice; entries have nothing else that tells them apart.
          <li key={`${index} ${entry}`}>{entry}</li>
        ))}
      </ul>
    </section>
  );

/** One member: all that the lists hold. What is not known is left out. */
export const MemberProfile: React.FC<MemberProfileProps> = ({ member, parties, takeFocus, onClose }) => {
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (!takeFocus) return;
    // The screen changed: the reader is told whose profile it is, and starts at its top.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [member.id, takeFocus]);
  React.useEffect(() => {
    // Tabs, the history and shared links tell profiles apart by the title of the page.
    const before = document.title;
    document.title = `${member.name} - ${before}`;
    return () => {
      document.title = before;
    };
  }, [member.name]);
  const close = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onClose();
  };
  const { name, knownAs, title, honours, ward, party, email, phone, preferredContact, surgeries, cabinetRoles, responsibilities, skills } =
    member;
  const dial = numberToDial(phone);
  const term = termText(member.term);
  const contact = [preferredContact, email, phone, surgeries, term].some((text) => text !== '');
  const rest = cabinetRoles.length + responsibilities.length + skills.length > 0;
  const role = cabinetRoles[0] ?? responsibilities[0];
  return (
    <article>
      <a className={styles.back} href={addressWith('member', undefined)} onClick={close}>
        <span aria-hidden="true">‹ </span>
        {strings.AllMembers}
      </a>
      <header className={styles.header}>
        <Avatar name={name} photo={member.photo} size={120} />
        <div>
          <h2 className={styles.heading} ref={heading} tabIndex={-1}>
            {[title !== '' && !name.startsWith(title) ? title : '', name, honours].filter((part) => part !== '').join(' ')}
          </h2>
          <p className={styles.facts}>
            {ward && <span>{wardLabel(ward.name)}</span>}
            {party !== '' && <PartyTag party={party} colour={parties.get(party)?.colour ?? neutralColour} />}
          </p>
          {knownAs !== '' && <p className={styles.knownAs}>{format(strings.KnownAs, knownAs)}</p>}
          {role !== undefined && <p className={styles.role}>{role}</p>}
        </div>
      </header>
      <div className={styles.parts}>
        {contact && (
          <section className={styles.part}>
            <h3>{strings.Contact}</h3>
            <dl>
              <Fact label={strings.Prefers} text={preferredContact} />
              <Fact label={strings.Email} text={email} href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} />
              <Fact label={strings.Phone} text={phone} href={dial && `tel:${dial}`} />
              <Fact label={strings.Surgery} text={surgeries} />
              <Fact label={strings.Term} text={term} />
            </dl>
          </section>
        )}
        <div className={styles.column}>
          <Part title={strings.Cabinet} entries={cabinetRoles} />
          <Part title={strings.Responsibilities} entries={responsibilities} />
          <Part title={strings.Skills} entries={skills} tags />
          {!contact && !rest && <p>{strings.NothingMore}</p>}
        </div>
      </div>
    </article>
  );
};
