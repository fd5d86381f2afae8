import type { RightParts } from '../../../data/protocol/parts';

/** What a role is called; its id where the version has not got it. */
export const roleName = ({ pack }: RightParts, id: string): string => pack.roles.find((role) => role.id === id)?.name ?? id;
/** The same within a sentence: "the Leader", "members". */
export const roleInSentence = (parts: RightParts, id: string): string => {
  const name = roleName(parts, id);
  return name.charAt(0).toLowerCase() + name.slice(1);
};
/** "a member" */
export const oneOf = ({ pack }: RightParts, id: string): string => pack.roles.find((role) => role.id === id)?.one ?? id;
