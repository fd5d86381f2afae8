import { personalDataIn } from '../../../src/domain/enquiries/personalData';

test.each([
  ['ring 07700 900123', ['phone']],
  ['+44 7700 900123 or (01632) 960 960', ['phone']],
  ['0800-555-0199.', ['phone']],
  ['write to jo.bloggs@example.co.uk, please', ['e-mail']],
  ['NI number QQ123456C', []],
  ['her number is AB 12 34 56 C', ['National Insurance number']],
  ['ab123456d', ['National Insurance number']],
  ['NHS 943 476 5919', ['NHS number']],
  ['9434765919', ['NHS number']],
  ['943 476 5918 is none: its last digit is wrong', []],
  ['planning application 22/01234/FUL, reference 1234567', []],
  ['since 12/03/2026, 3 bins at 12 Mill Lane CV21 2AB', []],
  ['£1,250,000 over 10 years', []],
  ['', []]
])('%j', (text, found) => {
  expect(personalDataIn(text)).toEqual(found);
});

test.each(['ä', '0 ', '@', 'a@', '+44(', '12'])('a very long text of %j is looked through at once', (part) => {
  const start = Date.now();
  personalDataIn(part.repeat(100_000 / part.length));
  // A text that is read again from every letter takes minutes.
  expect(Date.now() - start).toBeLessThan(5_000);
});
