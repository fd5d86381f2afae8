/** The address of a link that writes an e-mail; whatever an address holds, it adds no headers to it. */
export const mailto = (email: string): string => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;
