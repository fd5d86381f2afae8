import * as React from 'react';
import type { Member } from '../../../../domain/members/member';
import { Avatar } from '../../../../ui/avatar';
import { MemberLink } from '../MemberLink';
import { PartyOf } from '../PartyOf';
import { wardLabel } from '../wardLabel';
import styles from './MemberCards.module.scss';

/** What a card shows. */
export interface MemberCardProps {
  member: Member;
  /** The party's colour. */
  colour: string;
  /** Takes the focus when it appears: the reader comes back from this profile. */
  focused: boolean;
  /** Without role, and smaller. */
  compact: boolean;
  address: string;
  /** Level of the heading with the name. */
  level: 3 | 4;
  onOpen: (member: Member) => void;
}

/** A member at a glance: picture, name, ward, party and the first of their roles. */
export const MemberCard = React.memo<MemberCardProps>(({ member, colour, focused, compact, address, level, onOpen }) => {
  const role = compact ? undefined : (member.cabinetRoles[0] ?? member.responsibilities[0]);
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <li>
      <div className={compact ? styles.compact : styles.card}>
        <Avatar name={member.name} photo={member.photo} size={compact ? 40 : 72} />
        <div className={styles.details}>
          <Heading className={styles.name}>
            <MemberLink member={member} address={address} focused={focused} onOpen={onOpen} />
          </Heading>
          {member.ward && level === 3 && <p className={styles.ward}>{wardLabel(member.ward.name)}</p>}
          <PartyOf member={member} colour={colour} />
          {role !== undefined && <p className={styles.role}>{role}</p>}
        </div>
      </div>
    </li>
  );
});
MemberCard.displayName = 'MemberCard';
