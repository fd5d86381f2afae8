import type * as z from 'zod/mini';
import type { Rules } from './outcome';
import { audienceSchema, kindSchema, routeSchema, ruleSchema, signpostSchema, standardSchema, type ProtocolPack } from './pack';
import type { PackFault } from './packFault';

/** The rules that enquiries follow, as far as they are well formed, and the standards. */
export interface ReadRules {
  rules: Rules & { faults: PackFault[] };
  standards: ProtocolPack['standards'];
}

/**
 * Reads the rules from what the lists hold, for the enquiry form: without the clauses, which it does not need. What is not
 * well formed is left out and kept as a fault, so that it never counts as a rule that does not apply. What rules say of one
 * another shows when they are evaluated.
 */
export function readRules(raw: Record<string, unknown>, faults: readonly PackFault[]): ReadRules {
  const all = [...faults];
  const wellFormed = <Schema extends z.ZodMiniType>(part: string, schema: Schema): z.output<Schema>[] => {
    const entries = raw[part];
    if (entries !== undefined && !Array.isArray(entries)) {
      if (!all.some(({ at }) => at[0] === part)) all.push({ at: [part], message: 'It must be a list, in []' });
      return [];
    }
    return ((entries ?? []) as unknown[]).flatMap((entry, index): z.output<Schema>[] => {
      const { success, data } = schema.safeParse(entry);
      if (success) return [data];
      all.push({ at: [part, index], message: 'It is not well formed: see the protocol guide' });
      return [];
    });
  };
  const rules = {
    kinds: wellFormed('kinds', kindSchema),
    signposts: wellFormed('signposts', signpostSchema),
    routing: wellFormed('routing', routeSchema),
    audiences: wellFormed('audiences', audienceSchema),
    conditions: wellFormed('conditions', ruleSchema),
    faults: all
  };
  const standards = Object.fromEntries(
    Object.entries((raw.standards ?? {}) as Record<string, unknown>).flatMap(([kind, entry]) => {
      const { success, data } = standardSchema.safeParse(entry);
      return success ? [[kind, data]] : [];
    })
  );
  return { rules, standards };
}
