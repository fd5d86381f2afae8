import * as React from 'react';
import type { Member } from '../../../domain/members/member';
import { PageLink } from '../../../ui/pageLink';

/** What a link to a profile needs. */
export interface MemberLinkProps {
  member: Member;
  address: string;
  /** Takes the focus when it appears. */
  focused?: boolean;
  className?: string;
  onOpen: (member: Member) => void;
}

/** A member's name as a link to their profile, which opens on the same page. */
export const MemberLink: React.FC<MemberLinkProps> = ({ member, onOpen, ...link }) => (
  <PageLink {...link} onOpen={() => onOpen(member)}>
    {member.name}
  </PageLink>
);
