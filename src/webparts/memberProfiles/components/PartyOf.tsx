import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Member } from '../../../domain/members/member';
import { PartyTag } from '../../../ui/partyTag';

/** A member's party, and whether they have left the council. */
export const PartyOf: React.FC<{ member: Member; colour: string }> = ({ member, colour }) => (
  <>
    {member.party !== '' && <PartyTag party={member.party} colour={colour} />}
    {!member.serving && <PartyTag party={strings.FormerMember} />}
  </>
);
