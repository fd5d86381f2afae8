import { badRequest, invalidArgument } from '../errors';

/** The longest decoded address of a document, counted as SharePoint counts it. */
export const longestPath = 400;

/** A path that is longer. */
export const pathTooLong = (): Error =>
  invalidArgument('The specified file or folder name is too long. The URL path for all files and folders must be 400 characters or less.');

/** Refuses names that SharePoint refuses. */
export function checkName(name: string, directory: string): void {
  const bad = /["*:<>?/\\|\u0000-\u001f]/.test(name) || name.trim() !== name || name === '' || /^~\$/.test(name) || /\.$/.test(name);
  const reserved = /^(\.lock|CON|PRN|AUX|NUL|COM\d|LPT\d|desktop\.ini|_vti_.*)$/i.test(name) || name.includes('_vti_');
  if (bad || reserved) {
    throw badRequest(`The file or folder name "${name}" contains characters that are not permitted. Please use a different name.`);
  }
  if (directory.length + name.length + 1 > longestPath) {
    throw pathTooLong();
  }
}

/** The name of something that is added to a folder, given by itself or with the folder's address in front. */
export const leafIn = (directory: string, given: string): string =>
  given.toLowerCase().startsWith(`${directory.toLowerCase()}/`) ? given.slice(directory.length + 1) : given;

/** The name itself, or with the first number that makes it free: report1.docx. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let free = name;
  for (let n = 1; isTaken(free); n += 1) free = `${stem}${n}${ending}`;
  return free;
}
