/** Fills {0}, {1} ... of a text from the resources. */
export function format(text: string, ...values: (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}

/** One of two texts by number: "1 member", "42 members". */
export function plural(number: number, one: string, several: string): string {
  return number === 1 ? one : format(several, number);
}
