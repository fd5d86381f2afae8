import type { Author } from '../life/event';

/** A member, as far as who wrote what is concerned. */
export interface DeskMember {
  /** ID of the row in Members. */
  id: number;
  name: string;
  wardId: number | undefined;
  /** ID of their account on the site, where the list says which it is. */
  accountId: number | undefined;
  /** How they sign in, and their e-mail address, in small letters. */
  logins: readonly string[];
  email: string;
  isServing: boolean;
}

/** Somebody who wrote a message. */
export interface Writer {
  /** ID on the site. */
  id: number;
  /** Sign-in name or e-mail address, in small letters; empty where SharePoint does not tell. */
  logins: readonly string[];
}

/** Who is a member, and who acts for members. */
export interface DeskPeople {
  members: readonly DeskMember[];
  /** IDs on the site of Member Support who do not handle enquiries themselves. */
  support: ReadonlySet<number>;
}

/** The member that somebody is: by their account where the list says which, else by how they sign in, or their address. */
export const memberWith = (members: readonly DeskMember[], { id, logins }: Writer): DeskMember | undefined =>
  members.find(({ accountId }) => accountId === id) ??
  members.find((member) => member.logins.some((login) => login !== '' && logins.includes(login)));

/**
 * From which side somebody writes. Everybody who may see an enquiry may add messages, so that a message says it was an
 * officer's proves nothing: members and Member Support are known, whoever else could write handles enquiries.
 *
 * @param memberId whose enquiry it is
 * @param forMember they say that they act for the member, as Member Support does
 */
export function authorOf(writer: Writer, memberId: number | undefined, { members, support }: DeskPeople, forMember: boolean): Author {
  const member = memberWith(members, writer);
  if (member) return member.id === memberId ? 'member' : 'colleague';
  return forMember || support.has(writer.id) ? 'support' : 'officer';
}
