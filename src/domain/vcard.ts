import { numberToDial } from './phone';

/** A photograph as it goes into a contact. */
export interface Picture {
  /** For example image/jpeg. */
  mediaType: string;
  /** Its bytes in base64. */
  base64: string;
}

/** Marks what would end a value (RFC 6350, 3.4). */
const escapeValue = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines hold at most 75 octets; a character is never cut in two (RFC 6350, 3.2). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** Somebody as a contact. Texts that are not known are empty. */
export interface Contact {
  /** Whole name, with title and honours. */
  fullName: string;
  /** Given names and surname. */
  name: string;
  surname: string;
  title: string;
  honours: string;
  knownAs: string;
  organisation: string;
  /** Part of the organisation: a directorate and a service. */
  units: readonly string[];
  posts: readonly string[];
  email: string;
  phone: string;
  note: string;
  /** Address of the profile. */
  address: string;
}

/** Somebody as vCard 4.0 (RFC 6350). */
export function vCard(contact: Contact, picture?: Picture): string {
  const { name, surname, title, honours, email, phone, knownAs, posts, note, organisation, units, address } = contact;
  const given = surname !== '' && name.endsWith(surname) ? name.slice(0, -surname.length).trim() : surname === '' ? name : '';
  const dial = numberToDial(phone);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN:${escapeValue(contact.fullName)}`,
    `N:${[surname, given, '', title, honours].map(escapeValue).join(';')}`,
    ...(knownAs === '' ? [] : [`NICKNAME:${escapeValue(knownAs)}`]),
    ...(organisation === '' ? [] : [`ORG:${[organisation, ...units].map(escapeValue).join(';')}`]),
    ...(posts.length === 0 ? [] : [`TITLE:${escapeValue(posts.join('; '))}`]),
    ...(email === '' ? [] : [`EMAIL;TYPE=work:${escapeValue(email)}`]),
    ...(phone === ''
      ? []
      : [
          dial === undefined ? `TEL;VALUE=text;TYPE=work:${escapeValue(phone)}` : `TEL;VALUE=uri;TYPE=work:tel:${dial.replace(/^0/, '+44')}`
        ]),
    ...(note === '' ? [] : [`NOTE:${escapeValue(note)}`]),
    ...(address === '' ? [] : [`URL:${address.replace(/[\r\n]/g, '')}`]),
    ...(picture ? [`PHOTO:data:${picture.mediaType.replace(/[^\w/+.-]/g, '')};base64,${picture.base64}`] : []),
    'END:VCARD'
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

/** A file's name for a contact, without signs that file systems refuse. */
export const vCardFileName = ({ name }: Pick<Contact, 'name'>): string => `${name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'contact'}.vcf`;
