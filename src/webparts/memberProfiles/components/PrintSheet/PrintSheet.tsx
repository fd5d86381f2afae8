import * as React from 'react';
import * as ReactDom from 'react-dom';
import * as strings from 'MemberProfilesStrings';
import type { Described } from '../../../../domain/members/filter';
import { fullName, type Directory } from '../../../../domain/members/member';
import { isOutside } from '../../../../domain/members/place';
import { format } from '../../../../ui/format';
import { partyColour } from '../partyColour';
import { PartyOf } from '../PartyOf';
import { placeText } from '../placeText';
import { termText } from '../termText';
import { wardLabel } from '../wardLabel';
import styles from './PrintSheet.module.scss';

/** What stands on the sheets. */
export interface PrintSheetProps {
  organisation: string;
  title: string;
  members: readonly Described[];
  directory: Directory;
  /** The dialogue of the printer was closed. */
  onDone: () => void;
}

/** Pictures that do not come must not keep anybody from printing. In milliseconds. */
const patience = 4000;

const Line: React.FC<{ label: string; text: string }> = ({ label, text }) =>
  text === '' ? null : (
    <p>
      <b>{label}</b> {text}
    </p>
  );

const Entry: React.FC<{ described: Described; directory: Directory }> = ({ described: { member, places }, directory }) => (
  <li className={styles.entry}>
    {member.photo === '' ? <span className={styles.noPhoto} /> : <img src={member.photo} alt="" />}
    <div>
      <h2>{fullName(member)}</h2>
      <p>
        {member.ward && `${wardLabel(member.ward.name)} `}
        <PartyOf member={member} colour={partyColour(member, directory)} />
      </p>
      <Line label={strings.Cabinet} text={member.cabinetRoles.join('; ')} />
      <Line label={strings.Responsibilities} text={member.responsibilities.join('; ')} />
      <Line
        label={strings.Committees}
        text={places
          .filter(({ body }) => !isOutside(body))
          .map(placeText)
          .join('; ')}
      />
      <Line
        label={strings.Outside}
        text={places
          .filter(({ body }) => isOutside(body))
          .map(placeText)
          .join('; ')}
      />
      <Line label={strings.Skills} text={member.skills.join(', ')} />
      <Line label={strings.Prefers} text={member.preferredContact} />
      <Line label={strings.Email} text={member.email} />
      <Line label={strings.Phone} text={member.phone} />
      <Line label={strings.Surgery} text={member.surgeries} />
      <Line label={strings.Term} text={termText(member.term)} />
    </div>
  </li>
);

/** Members on sheets of their own. It stands outside of the page, which is hidden while it is printed. */
export const PrintSheet: React.FC<PrintSheetProps> = ({ organisation, title, members, directory, onDone }) => {
  const sheet = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    let ended = false;
    const pictures = Array.from(sheet.current?.querySelectorAll('img') ?? []).map((image) => image.decode().catch(() => undefined));
    const tooLong = new Promise((resolve) => window.setTimeout(resolve, patience));
    const print = (): void => {
      if (ended) return;
      window.addEventListener('afterprint', onDone, { once: true });
      window.print();
    };
    Promise.race([Promise.all(pictures), tooLong]).then(print, print);
    return () => {
      ended = true;
      window.removeEventListener('afterprint', onDone);
    };
  }, [onDone]);
  const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return ReactDom.createPortal(
    <div ref={sheet} className={styles.sheet} data-memberlink-print="">
      <h1>{title}</h1>
      <p className={styles.when}>{format(strings.PrintedOn, organisation, today)}</p>
      <ul className={members.length === 1 ? styles.one : undefined}>
        {members.map((described) => (
          <Entry key={described.member.id} described={described} directory={directory} />
        ))}
      </ul>
    </div>,
    document.body
  );
};
