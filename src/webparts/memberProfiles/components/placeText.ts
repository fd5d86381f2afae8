import type { Place } from '../../../domain/members/place';

/** What one is who is just on a body: not worth a word. */
const plain = /^member$/i;

/** "Planning Committee (Chair)" */
export const placeText = ({ body, role }: Place): string => (role === '' || plain.test(role) ? body.name : `${body.name} (${role})`);

/** The role, where it says more than that somebody is there. */
export const roleBeside = ({ role }: Place): string => (plain.test(role) ? '' : role);
