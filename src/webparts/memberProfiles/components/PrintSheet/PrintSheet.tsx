import * as React from 'react';
import * as strings from 'MemberProfilesStrings';
import type { Described } from '../../../../domain/members/filter';
import { fullName, type Directory } from '../../../../domain/members/member';
import { isOutside } from '../../../../domain/members/place';
import { PrintEntries, PrintEntry, PrintFrame, PrintLine } from '../../../../ui/printing';
import { partyColour } from '../partyColour';
import { PartyOf } from '../PartyOf';
import { placeText } from '../placeText';
import { termText } from '../termText';
import { wardLabel } from '../wardLabel';

/** What stands on the sheets. */
export interface PrintSheetProps {
  organisation: string;
  title: string;
  members: readonly Described[];
  directory: Directory;
  /** The dialogue of the printer was closed. */
  onDone: () => void;
}

const Entry: React.FC<{ described: Described; directory: Directory }> = ({ described: { member, places }, directory }) => (
  <PrintEntry heading={fullName(member)} photo={member.photo}>
    <p>
      {member.ward && `${wardLabel(member.ward.name)} `}
      <PartyOf member={member} colour={partyColour(member, directory)} />
    </p>
    <PrintLine label={strings.Cabinet} text={member.cabinetRoles.join('; ')} />
    <PrintLine label={strings.Responsibilities} text={member.responsibilities.join('; ')} />
    <PrintLine
      label={strings.Committees}
      text={places
        .filter(({ body }) => !isOutside(body))
        .map(placeText)
        .join('; ')}
    />
    <PrintLine
      label={strings.Outside}
      text={places
        .filter(({ body }) => isOutside(body))
        .map(placeText)
        .join('; ')}
    />
    <PrintLine label={strings.Skills} text={member.skills.join(', ')} />
    <PrintLine label={strings.Prefers} text={member.preferredContact} />
    <PrintLine label={strings.Email} text={member.email} />
    <PrintLine label={strings.Phone} text={member.phone} />
    <PrintLine label={strings.Surgery} text={member.surgeries} />
    <PrintLine label={strings.Term} text={termText(member.term)} />
  </PrintEntry>
);

/** Members on sheets of their own. */
export const PrintSheet: React.FC<PrintSheetProps> = ({ members, directory, ...frame }) => (
  <PrintFrame {...frame}>
    <PrintEntries single={members.length === 1}>
      {members.map((described) => (
        <Entry key={described.member.id} described={described} directory={directory} />
      ))}
    </PrintEntries>
  </PrintFrame>
);
