import { badRequest, listNotFound } from '../errors';
import type { Call } from '../rest/call';
import { asObject } from '../rest/model';
import { valuesFrom } from '../rest/resources/item-values';

/** Rows in one transaction: between two, others are served. */
const rowsAtOnce = 500;
const mostRows = 1_000_000;

/** "{n}" in a text stands for the number of the row, from 1. */
const numbered = (value: unknown, number: number): unknown => {
  if (typeof value === 'string') return value.replaceAll('{n}', String(number));
  if (Array.isArray(value)) return value.map((one) => numbered(one, number));
  return value;
};

/**
 * Fills a list in bulk: {"list": "Cases", "count": 10000, "items": [{"Title": "Case {n}"}], "folder": "member-1"}.
 *
 * The items are as in a REST request and come in turn until the count is reached; without a count each comes once.
 *
 * @returns number of rows, and the ids of the first and the last
 */
export async function seed(call: Call, body: unknown): Promise<{ count: number; firstId: number; lastId: number }> {
  const { list: title, items: templates, count, folder } = asObject(body);
  const { lists, items, database, path } = call.site;
  const list = typeof title === 'string' ? lists.byTitle(title) : undefined;
  if (!list) throw listNotFound(String(title), path);
  if (list.library) throw badRequest('A library holds documents: upload them. Only lists are filled.');
  if (!Array.isArray(templates) || templates.length === 0) throw badRequest('"items" is a list of items, as in a REST request.');
  const total = count ?? templates.length;
  if (!Number.isInteger(total) || Number(total) < 1 || Number(total) > mostRows)
    throw badRequest(`"count" is a number from 1 to ${mostRows}.`);
  const directory = typeof folder === 'string' && folder !== '' ? `${list.root}/${folder}` : list.root;
  if (directory !== list.root && !items.byPath(directory)?.folder) throw badRequest(`The list has no folder '${String(folder)}'.`);
  let [firstId, lastId] = [0, 0];
  for (let done = 0; done < Number(total); done += rowsAtOnce) {
    database.transaction(() => {
      for (let row = done; row < Math.min(done + rowsAtOnce, Number(total)); row += 1) {
        const template = asObject(templates[row % templates.length]);
        const given = Object.fromEntries(Object.entries(template).map(([name, value]) => [name, numbered(value, row + 1)]));
        lastId = items.add(list, call.user, valuesFrom(call, list, given), { directory }).id;
        if (firstId === 0) firstId = lastId;
      }
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { count: Number(total), firstId, lastId };
}
