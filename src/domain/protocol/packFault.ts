/** Keys and places on the way to a value. */
export type Steps = readonly PropertyKey[];

/** Something that is wrong in a pack. */
export interface PackFault {
  /** Where; nothing for the whole. */
  at: Steps;
  /** What is wrong and what would be right, for whoever wrote the pack. English, as the pack's own format is. */
  message: string;
}

/** Steps to a value, as text: clauses[3].heading. */
export const pathText = (at: Steps): string =>
  at.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return /^[A-Za-z_$][\w$]*$/.test(String(step)) ? `${path}${path && '.'}${String(step)}` : `${path}[${JSON.stringify(String(step))}]`;
  }, '');
