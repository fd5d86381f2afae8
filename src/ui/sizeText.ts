/** Sizes as people read them: 2.4 MB. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB'];
  const step = bytes < 1024 ? 0 : bytes < 1024 * 1024 ? 1 : 2;
  const value = bytes / 1024 ** step;
  return `${step === 2 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step] ?? ''}`;
}
