import type { Picture } from '../domain/vcard';

/** Reads a photograph for a contact. Absent where there is none, or where it cannot be had: the contact is worth more. */
export async function readPicture(address: string): Promise<Picture | undefined> {
  if (address === '') return undefined;
  try {
    const response = await fetch(address, { credentials: 'same-origin' });
    const blob = await response.blob();
    if (!response.ok || !blob.type.startsWith('image/')) return undefined;
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read'));
      reader.readAsDataURL(blob);
    });
    return { mediaType: blob.type.split(';')[0] ?? blob.type, base64: url.slice(url.indexOf(',') + 1) };
  } catch {
    // The caller says that the contact was saved without a photograph.
    return undefined;
  }
}
