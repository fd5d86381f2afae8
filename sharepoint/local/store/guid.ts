/** A GUID as it is kept: without braces, in lower case. */
export const plainGuid = (text: string): string => text.replace(/[{}]/g, '').toLowerCase();
