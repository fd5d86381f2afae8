/** Documents of at most this many bytes, so that one request brings each, on a phone too. */
export const largestDocument = 50 * 1024 * 1024;
/** The longest name that SharePoint's paths leave room for, in characters. */
export const longestName = 200;

/** What officers can open, and what is no program. By the ending of the name. */
export const documentEndings = [
  ...['pdf', 'doc', 'docx', 'odt', 'rtf', 'txt', 'md', 'xls', 'xlsx', 'ods', 'csv', 'ppt', 'pptx', 'odp'],
  ...['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'heif', 'tif', 'tiff', 'bmp'],
  ...['eml', 'msg', 'ics', 'mp3', 'm4a', 'wav', 'mp4', 'mov', 'zip']
] as const;

/** Why a document cannot be added. */
export type DocumentFault = 'kind' | 'too large' | 'empty' | 'name characters' | 'name length' | 'name';

/** Names that SharePoint refuses whatever they hold (Microsoft: restrictions and limitations). */
const refused = /^(?:\.lock|con|prn|aux|nul|com\d|lpt\d|desktop\.ini|~\$.*|.*_vti_.*)$/i;

/** Why a document cannot be added; undefined where it can. */
export function documentFault({ name, size }: { name: string; size: number }): DocumentFault | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!(documentEndings as readonly string[]).includes(ending)) return 'kind';
  if (size > largestDocument) return 'too large';
  if (size === 0) return 'empty';
  if (/["*:<>?/\\|\u0000-\u001f]/.test(name)) return 'name characters';
  if (name.length > longestName) return 'name length';
  const base = name.slice(0, name.length - ending.length - 1);
  return name !== name.trim() || base.trim() === '' || refused.test(name) || refused.test(base) ? 'name' : undefined;
}

/** A name that is free among others: photo.jpg becomes photo (2).jpg. Phones call every picture image.jpg. */
export function freeName(name: string, names: readonly string[]): string {
  const taken = new Set(names.map((one) => one.toLowerCase()));
  const dot = name.lastIndexOf('.');
  const [base, ending] = dot < 1 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${base} (${number})${ending}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
