/** The name under which standards stand that kinds have not got of their own. */
export const defaultStandard = 'default';
