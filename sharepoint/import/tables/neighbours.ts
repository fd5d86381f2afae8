import { BodyRegister, type KnownWard } from '../../../src/data/members/body-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import { foldText } from '../../../src/domain/text';
import { readCsv, type CsvRow, type Headings } from '../csv';
import { FeedError } from '../feed-error';
import type { ImportOptions } from '../import-members';
import { readSource } from '../read-source';
import { carryOutTable, type TablePlan } from './table-import';

type Column = 'council' | 'code' | 'name' | 'neighbour' | 'neighbourName';

const headings: Headings<Column> = {
  council: ['LAD', 'Council', 'Council code', 'LAD code', 'Authority', 'ONS code'],
  code: ['Ward', 'Ward code', 'GSS code', 'WD code'],
  name: ['Ward name', 'WD name'],
  neighbour: ['Neighbour', 'Neighbour code', 'Neighbouring ward', 'Neighbour ward code'],
  neighbourName: ['Neighbour name', 'Neighbouring ward name', 'Neighbour ward name']
};

/** Wards of a file have the names of boundary maps: "Foxton & Hill Ward" is "Foxton and Hill". */
const nameKey = (name: string): string => foldText(name.replace(/\bst\.?\b/gi, 'saint')).replace(/ (?:ward|division)$/, '');

/** A border between two wards of a council. */
interface Border {
  line: number;
  ward: { code: string; name: string };
  neighbour: { code: string; name: string };
}

const bordersOf = (rows: readonly CsvRow<Column>[]): Border[] =>
  rows.map((row) => ({
    line: row.line,
    ward: { code: row.text('code'), name: row.text('name') },
    neighbour: { code: row.text('neighbour'), name: row.text('neighbourName') }
  }));

/** Finds wards of the list by code, or by name where the list has no code yet. */
function wardFinder(wards: readonly KnownWard[]): (of: { code: string; name: string }) => KnownWard | undefined {
  const byCode = new Map(wards.filter(({ code }) => code !== '').map((ward) => [ward.code.toUpperCase(), ward]));
  const byName = new Map(wards.filter(({ code }) => code === '').map((ward) => [nameKey(ward.name), ward]));
  return ({ code, name }) => byCode.get(code.toUpperCase()) ?? (name === '' ? undefined : byName.get(nameKey(name)));
}

/**
 * The rows of the council whose wards the list has: of the one that is named, or of the one that fits best. Files of
 * borders name councils by code; who named theirs in words for the list of members need not name it again.
 */
function ofCouncil(
  rows: readonly CsvRow<Column>[],
  where: string,
  wards: readonly KnownWard[],
  wanted: string | undefined
): CsvRow<Column>[] {
  const groups = new Map<string, CsvRow<Column>[]>();
  for (const row of rows) groups.set(row.text('council'), [...(groups.get(row.text('council')) ?? []), row]);
  const named = [...groups].find(([council]) => wanted !== undefined && foldText(council) === foldText(wanted))?.[1];
  if (named) return named;
  if (groups.size < 2) return [...rows];
  const find = wardFinder(wards);
  const fits = [...groups].map(([council, own]) => ({
    council,
    own,
    share: new Set(bordersOf(own).flatMap(({ ward }) => find(ward)?.id ?? [])).size / Math.max(wards.length, 1)
  }));
  const [best, second] = fits.sort((a, b) => b.share - a.share);
  if (!best || best.share < 0.5 || best.share === second?.share) {
    const given = wanted === undefined ? '' : `, and none of them is called "${wanted}"`;
    throw new FeedError(
      `${where} holds ${groups.size} councils${given}; none of them clearly has the wards of this site. Name the council with --council, by its code as the file has it, for example ${best?.council ?? ''}.`
    );
  }
  return best.own;
}

/**
 * Brings neighbouring wards in line with a table of borders, by ward code. Wards whose code the list does not have yet are
 * found by name, and get their code. A border counts for both wards.
 */
export async function importNeighbours(from: string, council: string | undefined, options: ImportOptions): Promise<WriteFailure[]> {
  const source = await readSource(from, options.fileBase);
  const table = readCsv<Column>(source.text, from, headings, [['code'], ['neighbour']]);
  const register = new BodyRegister(options.sp, options.sitePath);
  await register.demandWriting('wards');
  const wards = await register.wards();
  if (wards.length === 0) throw new FeedError('The list Wards is empty. Import the members first: their wards come with them.');
  const find = wardFinder(wards);
  const skipped: TablePlan['skipped'] = [...table.skipped];
  const codes = new Map<number, string>();
  const neighbours = new Map<number, Set<number>>(wards.map(({ id }) => [id, new Set<number>()]));
  const named = new Set<number>();
  const missing = new Map<string, number>();
  for (const { line, ward, neighbour } of bordersOf(ofCouncil(table.rows, from, wards, council))) {
    const [one, other] = [ward, neighbour].map((side) => {
      const found = find(side);
      if (!found) missing.set(side.name || side.code, missing.get(side.name || side.code) ?? line);
      else if (side.code !== '') codes.set(found.id, side.code.toUpperCase());
      return found;
    });
    if (!one || !other || one.id === other.id) continue;
    named.add(one.id).add(other.id);
    neighbours.get(one.id)?.add(other.id);
    neighbours.get(other.id)?.add(one.id);
  }
  for (const [name, line] of missing) skipped.push({ line, reason: `there is no ward "${name.slice(0, 80)}" in the list Wards` });
  const nameOf = new Map(wards.map(({ id, name }) => [id, name]));
  const changed = wards.flatMap(({ id, name, code, neighbours: before }) => {
    const after = [...(neighbours.get(id) ?? [])].sort((a, b) => a - b);
    const isSame = !named.has(id) || [...before].sort((a, b) => a - b).join() === after.join();
    const newCode = codes.get(id);
    const isSameCode = newCode === undefined || newCode === code.toUpperCase();
    if (isSame && isSameCode) return [];
    return [{ id, name, ...(isSame ? {} : { neighbours: after }), ...(isSameCode ? {} : { code: newCode }) }];
  });
  return carryOutTable(
    {
      what: 'Neighbouring wards',
      changes: [
        {
          title: 'Changed:',
          entries: changed.map(({ name, code, neighbours: after }) =>
            [name, code ? ` (${code})` : '', after ? `: ${after.map((id) => nameOf.get(id) ?? '').join(', ')}` : ''].join('')
          )
        }
      ],
      unchanged: wards.length - changed.length,
      skipped,
      notes: [],
      writes: changed.length,
      write: (done) => register.updateWards(changed, done)
    },
    options
  );
}
