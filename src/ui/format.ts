import { format } from '../domain/text';

export { format };

/** One of two texts by number: "1 member", "42 members". */
export function plural(number: number, one: string, several: string): string {
  return number === 1 ? one : format(several, number);
}
