/** The colour of a party that has none of its own. */
export const neutralColour = '#8A8886';
