/** Fills {0}, {1} ... of a text from the resources. */
export function format(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}

/** Reduces text to what is compared: no case, no accents, no apostrophes, "and" for "&"; other signs are blanks. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
