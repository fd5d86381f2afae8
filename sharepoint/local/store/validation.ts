import { columnNotInFormulas, columnRefused, foreignColumn, rowRefused } from '../errors';
import type { Stored } from './field-types';
import type { Field, TypedField } from './fields';
import { parseFormula, serialOf, type Formula, type FormulaValue } from './formula';
import type { List } from './lists';
import { toSiteTime } from './time-zone';

/** Types of columns that formulas may name. */
const inFormulas = new Set(['Text', 'Number', 'Currency', 'DateTime', 'Choice', 'Boolean', 'Integer', 'Counter']);

const formulas = new Map<string, Formula>();
/** Formulas that are remembered once read. */
const mostRemembered = 500;

function formulaOf(text: string): Formula {
  const known = formulas.get(text);
  if (known) return known;
  const formula = parseFormula(text);
  if (formulas.size >= mostRemembered) formulas.clear();
  formulas.set(text, formula);
  return formula;
}

/** Formulas name columns by their titles; SharePoint itself writes internal names into them. */
const find = (fields: readonly Field[], name: string): Field | undefined => {
  const wanted = name.toLowerCase();
  return (
    fields.find(({ Title }) => Title.toLowerCase() === wanted) ?? fields.find(({ InternalName }) => InternalName.toLowerCase() === wanted)
  );
};

/**
 * Refuses a formula that is none, or that names what it may not.
 *
 * @param own the column whose rule it is; absent for the rule of a list
 */
export function checkFormula(text: string, fields: readonly Field[], own?: Field): void {
  for (const name of formulaOf(text).columns) {
    const field = own && find([own], name) ? own : find(fields, name);
    if (own ? field !== own : !field) throw foreignColumn();
    if (field && !inFormulas.has(field.TypeAsString)) throw columnNotInFormulas();
  }
}

function valueOf(field: Field, stored: Stored): FormulaValue {
  if (stored === null) return null;
  if (field.TypeAsString === 'Boolean') return stored === 1;
  if (field.TypeAsString === 'DateTime') return serialOf(toSiteTime(Date.parse(String(stored))));
  return stored;
}

/** Refuses a row that breaks the rule of a column or of the list. A formula without an answer refuses too. */
export function validateRow(list: List, fields: readonly TypedField[], storedOf: (name: string) => Stored): void {
  const now = new Date(toSiteTime(Date.now()));
  const holds = (formula: string, own?: Field): boolean => {
    const result = formulaOf(formula).evaluate((name) => {
      const field = (own && find([own], name)) ?? find(fields, name);
      return field ? valueOf(field, storedOf(field.InternalName)) : null;
    }, now);
    return result !== undefined && (result === true || (typeof result === 'number' && result !== 0));
  };
  for (const field of fields) {
    if (field.ValidationFormula && !holds(field.ValidationFormula, field)) throw columnRefused(field.ValidationMessage ?? '');
  }
  const { ValidationFormula, ValidationMessage } = list.settings;
  if (ValidationFormula && !holds(ValidationFormula)) throw rowRefused(ValidationMessage ?? '');
}
