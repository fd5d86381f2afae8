import type { RightParts } from '../../../data/protocol/parts';

/** What a role is called; its id where the version has not got it. */
export const roleName = ({ pack }: RightParts, id: string): string => pack.roles.find((role) => role.id === id)?.name ?? id;
/** "a member" */
export const oneOf = ({ pack }: RightParts, id: string): string => pack.roles.find((role) => role.id === id)?.one ?? id;
