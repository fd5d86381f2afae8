import { badQuery, invalidArgument } from '../errors';

/** What a setting of a list, column, view or web holds. */
export type SettingType = 'boolean' | 'number' | 'whole' | 'text' | 'texts';

/** The largest Edm.Int32. */
const largestWhole = 2_147_483_647;

/** Characters that XML cannot hold, and halves of a surrogate pair. */
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text without what XML cannot hold. */
export const withoutControls = (text: string): string => [...text].filter((char) => !notInXml.test(char)).join('');

/**
 * Refuses a value that is not of the setting's type, as SharePoint's deserialiser does.
 *
 * @param nullable whether null says that there is none
 */
export function checkSetting(name: string, given: unknown, type: SettingType, nullable = false): void {
  if (given === null && nullable) return;
  const fits =
    type === 'texts'
      ? Array.isArray(given) && given.every((one) => typeof one === 'string')
      : type === 'text'
        ? typeof given === 'string'
        : type === 'whole'
          ? Number.isInteger(given) && Math.abs(Number(given)) <= largestWhole
          : typeof given === type;
  if (!fits) {
    const found = Array.isArray(given) ? 'StartArray' : given === null ? 'null' : typeof given;
    throw badQuery(
      `A node of type '${found}' was read for '${name}' when ${type === 'texts' ? 'a collection of strings' : `a ${type === 'text' ? 'string' : type === 'whole' ? 'whole number' : type}`} was expected.`
    );
  }
  if (typeof given === 'number' && !Number.isFinite(given)) throw badQuery(`The value of '${name}' is not a number.`);
  for (const text of type === 'text' || type === 'texts' ? [given].flat() : []) {
    if (notInXml.test(String(text))) throw invalidArgument(`The value of '${name}' contains characters that are not permitted.`);
  }
}

/** A title: text, not blank, at most 255 characters. */
export function checkTitle(given: unknown): string {
  checkSetting('Title', given, 'text');
  const title = String(given);
  if (title.trim() === '' || title.length > 255) throw invalidArgument('Value does not fall within the expected range.');
  return title;
}
