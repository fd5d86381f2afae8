/**
 * The number to dial for a phone number as people write it, for a tel: link. Of several the first: "01632 960001 /
 * 07700 900001". Brackets around an area code stay in the number, "(0)" after a country code does not.
 *
 * @returns nothing if it is no whole number of the United Kingdom or with a country code
 */
export function numberToDial(phone: string): string | undefined {
  const first = phone.split(/\s*(?:[/;,|]|\bor\b|\band\b|\bext(?:ension|n)?\b\.?|\bx(?=\s*\d))\s*/i)[0] ?? '';
  const digits = first
    .replace(/^(\s*\+\d{1,3}\s*)\(0\)/, '$1')
    .replace(/\((?!\s*\d)[^)]*\)/g, '')
    .replace(/[\s().-]/g, '');
  if (/^\+\d{8,15}$/.test(digits)) return digits;
  return /^0\d{9,10}$/.test(digits) ? digits : undefined;
}
