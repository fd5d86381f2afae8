import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Described } from '../../../../domain/members/filter';
import { contactOf, teamsAddressOf, type Directory, type Member } from '../../../../domain/members/member';
import { ContactActions } from '../../../../ui/contactActions';
import { useHost } from '../../../../ui/host';
import { PrintButton } from '../PrintButton';

/** What can be done with a profile. */
export interface ActionsProps {
  member: Member;
  described: Described | undefined;
  directory: Directory;
  organisation: string;
}

/** Ways to reach a member and to take the profile along. */
export const Actions: React.FC<ActionsProps> = ({ member, described, directory, organisation }) => (
  <ContactActions
    contact={contactOf(member, organisation, useHost().linkTo({ kind: 'member', id: member.id }))}
    teamsAddress={member.serving ? teamsAddressOf(member) : ''}
    photo={member.photo}
  >
    {described && <PrintButton organisation={organisation} title={strings.Profile} members={[described]} directory={directory} />}
  </ContactActions>
);
