import { compareText } from './member';
import type { PlainDate } from './term';

/** What kinds of body there are; owners may add others. */
export const bodyKinds = ['Cabinet', 'Committee', 'Working party', 'Task and finish group', 'Outside body'] as const;

/** A committee, working party, task and finish group, or a body outside of the council. */
export interface Body {
  /** ID of the row in the list Bodies. */
  id: number;
  name: string;
  /** One of bodyKinds, or another of the owners' own. */
  kind: string;
  /** Empty where there is none. */
  website: string;
  /** The officer whom members ask about this body. */
  linkOfficer?: { name: string; email: string };
}

/** A member's place on a body: a row of the list Appointments. */
export interface Place {
  memberId: number;
  body: Body;
  /** Chair, Vice-Chair, Member, Substitute, or in the council's own words (Trustee). */
  role: string;
  from?: PlainDate;
  to?: PlainDate;
}

/** Who is where, today. */
export interface Places {
  /** Bodies by name. */
  bodies: Body[];
  /** A member's places by the member's ID: chairs first, then by the body's name. */
  byMember: ReadonlyMap<number, Place[]>;
}

export const noPlaces: Places = { bodies: [], byMember: new Map() };

const rank = (role: string): number => (/^chair/i.test(role) ? 0 : /^(?:vice|deputy)/i.test(role) ? 1 : /^substitute/i.test(role) ? 3 : 2);

/** Arranges places that are held today: neither still to begin nor ended. The last day counts. */
export function arrangePlaces(bodies: readonly Body[], places: readonly Place[], today: PlainDate): Places {
  const byMember = new Map<number, Place[]>();
  for (const place of places) {
    if ((place.from ?? '') > today || (place.to !== undefined && place.to < today)) continue;
    const held = byMember.get(place.memberId);
    if (held) held.push(place);
    else byMember.set(place.memberId, [place]);
  }
  for (const held of byMember.values()) {
    held.sort((a, b) => rank(a.role) - rank(b.role) || compareText(a.body.name, b.body.name));
  }
  return { bodies: [...bodies].sort((a, b) => compareText(a.name, b.name)), byMember };
}

/** Whether a body is one of other organisations, to which the council appoints or members belong by themselves. */
export const isOutside = ({ kind }: Body): boolean => kind === 'Outside body';
