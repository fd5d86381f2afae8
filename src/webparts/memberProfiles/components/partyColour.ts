import type { Directory, Member } from '../../../domain/members/member';
import { neutralColour } from '../../../domain/members/partyColour';

/** The colour of a member's party, as owners keep it. */
export const partyColour = ({ party }: Member, { parties }: Directory): string => parties.get(party)?.colour ?? neutralColour;
