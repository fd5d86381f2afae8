import '@pnp/sp/fields';
import type { IFieldInfo } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import type { ListDefinition, Rule } from '../../src/lists';
import type { Report } from './provision';

/** What SharePoint says of a formula that is not there. */
const isUnset = (formula: string | null | undefined): boolean => formula === null || formula === undefined || formula === '';

/** A rule's formula with the titles that owners see, which SharePoint's formulas name. */
function formulaOf({ formula }: Rule, titles: ReadonlyMap<string, string>): string {
  return formula.replace(/\[(\w+)\]/g, (all, name: string) => `[${titles.get(name) ?? all.slice(1, -1)}]`);
}

/** Sets rules on columns and lists that have none. A rule that is there, ours or the owners', stays. */
export async function ensureRules(list: IList, definition: ListDefinition, changed: Report): Promise<void> {
  const rules = definition.columns.filter(({ rule }) => rule !== undefined);
  if (rules.length === 0 && !definition.rule) return;
  const fields = await list.fields.select('InternalName', 'Title', 'ValidationFormula')<IFieldInfo[]>();
  const titles = new Map(fields.map(({ InternalName, Title }) => [InternalName, Title]));
  for (const { name, rule } of rules) {
    const found = fields.find(({ InternalName }) => InternalName === name);
    if (!rule || !isUnset(found?.ValidationFormula)) continue;
    await list.fields
      .getByInternalNameOrTitle(name)
      .update({ ValidationFormula: formulaOf(rule, titles), ValidationMessage: rule.message });
    changed(`Set the rule of the column ${definition.title}.${name}`);
  }
  if (!definition.rule) return;
  const { ValidationFormula } = await list.select('ValidationFormula')<{ ValidationFormula: string | null }>();
  if (!isUnset(ValidationFormula)) return;
  await list.update({ ValidationFormula: formulaOf(definition.rule, titles), ValidationMessage: definition.rule.message });
  changed(`Set the rule of the list ${definition.title}`);
}
