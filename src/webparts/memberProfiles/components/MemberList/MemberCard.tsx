import * as React from 'react';
import type { Directory, Member } from '../../../../domain/members/member';
import { neutralColour } from '../../../../domain/members/partyColour';
import { Avatar } from '../../../../ui/avatar';
import { PartyTag } from '../../../../ui/partyTag';
import { addressWith, isPlainClick } from '../../../../ui/useQueryParameter';
import { wardLabel } from '../wardLabel';
import styles from './MemberList.module.scss';

/** What a card shows. */
export interface MemberCardProps {
  member: Member;
  parties: Directory['parties'];
  /** Takes the focus when it appears: the reader comes back from this profile. */
  focused: boolean;
  onOpen: (member: Member) => void;
}

/** A member at a glance: picture, name, ward, party and the first of their roles. */
export const MemberCard: React.FC<MemberCardProps> = ({ member, parties, focused, onOpen }) => {
  const link = React.useRef<HTMLAnchorElement>(null);
  React.useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  const open = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(member);
  };
  const role = member.cabinetRoles[0] ?? member.responsibilities[0];
  return (
    <li>
      <div className={styles.card}>
        <Avatar name={member.name} photo={member.photo} size={72} />
        <div className={styles.details}>
          <h3 className={styles.name}>
            <a ref={link} href={addressWith('member', String(member.id))} onClick={open}>
              {member.name}
            </a>
          </h3>
          {member.ward && <p className={styles.ward}>{wardLabel(member.ward.name)}</p>}
          {member.party !== '' && <PartyTag party={member.party} colour={parties.get(member.party)?.colour ?? neutralColour} />}
          {role !== undefined && <p className={styles.role}>{role}</p>}
        </div>
      </div>
    </li>
  );
};
