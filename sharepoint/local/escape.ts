const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for XML and HTML, in content and in attributes. */
export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (char) => names[char] ?? char);
