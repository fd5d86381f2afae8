/** What stands in front of an enquiry's number. */
const prefix = 'EQ';

/** The reference of an enquiry, for people: short, digits only behind two letters, so that it can be read over a telephone. */
export const referenceOf = (id: number): string => `${prefix}-${id}`;

/** The ID of an enquiry from what somebody typed or read out: "EQ-1053", "eq 1053", "EQ1053", "1053". Undefined for anything else. */
export function enquiryIdFrom(text: string): number | undefined {
  const digits = /^\s*(?:eq)?[\s\p{Pd}#.]*(\d[\d,\s]{0,14})\s*$/iu.exec(text)?.[1]?.replace(/[,\s]/g, '');
  const id = Number(digits ?? 0);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}
