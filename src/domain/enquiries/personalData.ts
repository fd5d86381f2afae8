/** Something in a text that may be personal information. */
export type PersonalDatum = 'phone' | 'e-mail' | 'National Insurance number' | 'NHS number';

// Lengths are bounded, so that a long text without any of it is read once and not again from every letter.
const email = /[^\s@<>()]{1,64}@[^\s@<>()]{1,200}\.[a-z]{2,24}/i;
const phone = /(?:\+44[\s\p{Pd}.()]{0,3}(?:0\)?)?|\(?0)(?:[\s\p{Pd}.()]{0,3}\d){9,10}(?!\d)/u;
/** Two letters, six digits and A to D. Some letters are never given out (HM Revenue and Customs, NIM39110). */
const insurance = /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/i;
const tenDigits = /(?<![\d+])\d{3}[\s\p{Pd}]?\d{3}[\s\p{Pd}]?\d{4}(?!\d)/gu;

/** Whether ten digits are an NHS number: the last is a check on the others (NHS Data Dictionary, modulus 11). */
function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === digits[9];
}

/** What of a text seems to be personal information: for a hint, it stops nothing. */
export function personalDataIn(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  if (phone.test(text)) found.push('phone');
  if (text.includes('@') && email.test(text)) found.push('e-mail');
  if (insurance.test(text)) found.push('National Insurance number');
  if ([...text.matchAll(tenDigits)].some(([number]) => !number.startsWith('0') && isNhsNumber(number))) found.push('NHS number');
  return found;
}
