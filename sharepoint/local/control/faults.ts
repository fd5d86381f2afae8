import { badRequest } from '../errors';
import type { Rendered } from '../rest/render';

/** What goes wrong with a request. */
export type Fault =
  | { fault: 'status'; status: 429 | 503; retryAfter: number }
  | { fault: 'delay'; milliseconds: number }
  /** The connection is dropped before anything happens, or after everything has happened and before it is answered. */
  | { fault: 'drop'; when: 'before' | 'after' };

/** When something goes wrong. */
type FaultRule = Fault & {
  /** Part of the address, without regard to case; by default every address. */
  path?: string;
  method?: string;
  /** Share of the requests that it happens to, from 0 to 1; by default all. */
  share?: number;
  /** How often it happens at most; by default always. */
  times?: number;
};

/** Random numbers that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const wrong = (index: number, what: string): Error => badRequest(`Rule ${index + 1}: ${what}.`);

const numberBetween = (given: unknown, least: number, most: number): given is number =>
  typeof given === 'number' && given >= least && given <= most;

function readRule(given: unknown, index: number): FaultRule {
  if (typeof given !== 'object' || given === null) throw wrong(index, 'a rule is an object');
  const rule = given as Record<string, unknown>;
  if (rule.path !== undefined && typeof rule.path !== 'string') throw wrong(index, '"path" is a part of an address');
  if (rule.method !== undefined && typeof rule.method !== 'string') throw wrong(index, '"method" is an HTTP method');
  if (rule.share !== undefined && !numberBetween(rule.share, 0, 1)) throw wrong(index, '"share" is a number from 0 to 1');
  if (rule.times !== undefined && !numberBetween(rule.times, 1, Infinity)) throw wrong(index, '"times" is a number from 1');
  const common = { path: rule.path, method: rule.method, share: rule.share, times: rule.times } as Partial<FaultRule>;
  switch (rule.fault) {
    case 'status': {
      const { status = 429, retryAfter = 1 } = rule;
      if (status !== 429 && status !== 503) throw wrong(index, '"status" is 429 or 503');
      if (!numberBetween(retryAfter, 0, 3600)) throw wrong(index, '"retryAfter" is a number of seconds');
      return { ...common, fault: 'status', status, retryAfter };
    }
    case 'delay': {
      const { milliseconds } = rule;
      if (!numberBetween(milliseconds, 0, 600_000)) throw wrong(index, '"milliseconds" is a number up to 600000');
      return { ...common, fault: 'delay', milliseconds };
    }
    case 'drop':
      if (rule.when !== 'before' && rule.when !== 'after') throw wrong(index, '"when" is "before" or "after"');
      return { ...common, fault: 'drop', when: rule.when };
    default:
      throw wrong(index, '"fault" is "status", "delay" or "drop"');
  }
}

/** Faults on demand. The same seed and the same requests in the same order have the same faults. */
export class Faults {
  private rules: { rule: FaultRule; happened: number }[] = [];
  private seed = 1;
  private random = randomFrom(1);

  /** Takes {"seed": 1, "rules": [...]} in place of what was set before. */
  public set(given: unknown): void {
    const { seed = 1, rules } = (given ?? {}) as { seed?: unknown; rules?: unknown };
    if (!Number.isInteger(seed)) throw badRequest('"seed" is a whole number.');
    if (!Array.isArray(rules)) throw badRequest('"rules" is a list.');
    this.rules = rules.map((rule, index) => ({ rule: readRule(rule, index), happened: 0 }));
    this.seed = Number(seed);
    this.random = randomFrom(this.seed);
  }

  public clear(): void {
    this.rules = [];
  }

  /** What is set, with how often each has happened. */
  public describe(): object {
    return { seed: this.seed, rules: this.rules.map(({ rule, happened }) => ({ ...rule, happened })) };
  }

  /**
   * What goes wrong with a request, if anything: the first rule that fits decides.
   *
   * @param requests the request, and if it is a $batch what is in it: it goes wrong as a whole
   */
  public decide(requests: { method: string; address: string }[]): Fault | undefined {
    for (const entry of this.rules) {
      const { path = '', method: wanted, share = 1, times = Infinity } = entry.rule;
      const fits = requests.some(
        ({ method, address }) =>
          (wanted === undefined || wanted.toUpperCase() === method.toUpperCase()) && address.toLowerCase().includes(path.toLowerCase())
      );
      if (entry.happened >= times || !fits) continue;
      if (share < 1 && this.random() >= share) continue;
      entry.happened += 1;
      return entry.rule;
    }
    return undefined;
  }
}

/** What SharePoint answers when it throttles (429) or is too busy (503): plain text, whatever the client asked for. */
export const throttling = ({ status, retryAfter }: Extract<Fault, { fault: 'status' }>): Rendered => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': String(retryAfter) },
  body: status === 429 ? '429 TOO MANY REQUESTS' : 'The service is unavailable.'
});
