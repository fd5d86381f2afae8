/** Where an enquiry stands. */
export const lifeStates = ['new', 'acknowledged', 'inProgress', 'waiting', 'answered', 'closed', 'withdrawn'] as const;
export type LifeState = (typeof lifeStates)[number];

/** States in which officers, or the member, still have something to do. */
export const openLifeStates: readonly LifeState[] = ['new', 'acknowledged', 'inProgress', 'waiting'];
export const isOpen = (state: LifeState): boolean => openLifeStates.includes(state);

/** How an enquiry ended. */
export const outcomes = ['settled', 'done', 'explained', 'passed on', 'not possible', 'no answer', 'same as another'] as const;
export type CloseOutcome = (typeof outcomes)[number];
