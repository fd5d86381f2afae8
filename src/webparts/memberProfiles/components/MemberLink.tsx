import * as React from 'react';
import type { Member } from '../../../domain/members/member';
import { isPlainClick } from '../../../ui/useAddressState';

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
export const MemberLink: React.FC<MemberLinkProps> = ({ member, address, focused = false, className, onOpen }) => {
  const link = React.useRef<HTMLAnchorElement>(null);
  React.useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  const open = (event: React.MouseEvent): void => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onOpen(member);
  };
  return (
    <a ref={link} className={className} href={address} onClick={open}>
      {member.name}
    </a>
  );
};
