import type { SPFI } from '@pnp/sp';
import { ClosureRegister } from '../../../src/data/closure-register';
import type { WriteFailure } from '../../../src/data/list-rows';
import type { PlainRow } from '../../../src/data/protocol/pack-columns';
import { clauseRow, kindRow, protocolRow } from '../../../src/data/protocol/protocol-rows';
import { ProtocolRegister, type RegisteredProtocol, type RegisteredRow, type RowToWrite } from '../../../src/data/protocol/register';
import type { PlainDate } from '../../../src/domain/members/term';
import { nations, type ProtocolPack } from '../../../src/domain/protocol/pack';
import { enquiryKinds, protocolClauses, protocols, type ListDefinition } from '../../../src/lists';
import { protocolState } from '../../../src/lists/protocols';
import { bankHolidaysOf } from '../../protocols/bankHolidays';
import { count } from '../describe';
import { compareRow, isEdited, readMarks, writeMarks, type Decide, type Difference } from './compare';

/** How a pack is loaded. */
export interface LoadOptions {
  sp: SPFI;
  sitePath: string;
  today: PlainDate;
  /** Asked for each thing that an owner changed and that the pack has otherwise. */
  decide: Decide;
  say(line: string): void;
  progress(step: string, done: number, all: number): void;
}

const titlesOf = ({ titleColumn = 'Title', columns }: ListDefinition): ReadonlyMap<string, string> =>
  new Map([['Title', titleColumn], ...columns.map(({ name, title }): [string, string] => [name, title])]);

/** A row that a pack has. */
interface Wanted {
  key: string;
  name: string;
  values: PlainRow;
}

/** What is done with the clauses or the kinds of a version. */
interface PartPlan {
  list: 'clause' | 'kind';
  keys: string[];
  writes: RowToWrite[];
  added: number;
  removed: { id: number; name: string }[];
  /** What stays as owners made it, in words. */
  kept: string[];
}

/** Compares the clauses or kinds of a version with the pack's. */
async function planPart(
  { list, key, what, titles }: { list: 'clause' | 'kind'; key: 'Number' | 'KindId'; what: string; titles: ReadonlyMap<string, string> },
  wanted: readonly Wanted[],
  there: readonly RegisteredRow[],
  /** Rows that the last load made; undefined while a version is loaded for the first time. */
  made: readonly string[] | undefined,
  decide: Decide
): Promise<PartPlan> {
  const plan: PartPlan = { list, keys: wanted.map((one) => one.key), writes: [], added: 0, removed: [], kept: [] };
  const rows = new Map(there.map((row) => [String(row.values[key] ?? ''), row]));
  for (const { key: id, name, values } of wanted) {
    const row = rows.get(id);
    if (row) {
      const write = await compareRow(row, values, name, { what: `${what} ${name}`, titles, decide });
      if (write) plan.writes.push(write);
      continue;
    }
    const removedByOwner = made?.includes(id) ?? false;
    if (
      removedByOwner &&
      (await decide({ what: `${what} ${name}`, detail: 'the whole row', site: null, pack: String(values.Title ?? '') })) === 'keep'
    )
      continue;
    plan.writes.push({ name, values, loaded: writeMarks(values) });
    plan.added += 1;
  }
  const keys = new Set(plan.keys);
  for (const [id, row] of rows) {
    if (keys.has(id)) continue;
    if (row.loaded !== '' && !isEdited(row)) plan.removed.push({ id: row.id, name: id });
    else plan.kept.push(`${what} ${id}: the pack has none; ${row.loaded === '' ? 'an owner added it' : 'an owner changed it'}`);
  }
  return plan;
}

/** Bank holidays from this year on that the list has not got, and what it has of other nations. */
async function closures(pack: ProtocolPack, { sp, sitePath, today, say, progress }: LoadOptions): Promise<WriteFailure[]> {
  const nation = pack.nation ?? 'england-and-wales';
  const register = new ClosureRegister(sp, sitePath);
  await register.demandWriting();
  const there = await register.all();
  const days = new Set(there.map(({ day }) => day));
  const ours = bankHolidaysOf(nation);
  const missing = ours.filter(({ day }) => day >= `${today.slice(0, 4)}-01-01` && !days.has(day));
  const failures = await register.add(missing, (done) => progress('Writing bank holidays', done, missing.length));
  if (missing.length > failures.length) say(`Bank holidays: ${missing.length - failures.length} added.`);
  const own = new Set(ours.map(({ day }) => day));
  const others = new Set(
    nations.filter((one) => one !== nation).flatMap((one) => bankHolidaysOf(one).map(({ day, name }) => `${day} ${name}`))
  );
  const foreign = there.filter(({ day, name }) => day >= today && !own.has(day) && others.has(`${day} ${name}`));
  if (foreign.length > 0) {
    say(`ClosureDays has bank holidays of another nation; delete those on which the council works:`);
    for (const { day, name } of foreign) say(`  ${day}, ${name}`);
  }
  return failures;
}

/** What tells packs apart. */
const packKey = ({ council, version }: Pick<ProtocolPack, 'council' | 'version'>): string =>
  `${council.trim()} ${version.trim()}`.toLowerCase();

/** The version that a pack is, if it is on the site already; owners may have given council and version other names since. */
const findVersion = (pack: ProtocolPack, there: readonly RegisteredProtocol[]): RegisteredProtocol | undefined =>
  there.find(({ values, loaded }) => {
    const { pack: key = packKey({ council: String(values.Council ?? ''), version: String(values.Version ?? '') }) } = readMarks(loaded);
    return key === packKey(pack);
  });

/**
 * Loads a pack and makes it the current protocol. Earlier versions stay. What owners edited is kept unless they decide
 * otherwise. A load that was stopped is finished by the next; a second load changes nothing.
 *
 * @returns rows that could not be written; while there are any, the version before stays the current one
 */
export async function loadPack(pack: ProtocolPack, options: LoadOptions): Promise<WriteFailure[]> {
  const { sp, sitePath, say, progress } = options;
  const register = new ProtocolRegister(sp, sitePath);
  await register.demandWriting();
  const versions = await register.protocols();
  const found = findVersion(pack, versions);
  const isNew = found === undefined || found.state === protocolState.loading;
  const kept: Difference[] = [];
  const decide: Decide = async (difference) => {
    const decision = await options.decide(difference);
    if (decision === 'keep') kept.push(difference);
    return decision;
  };

  const values = protocolRow(pack);
  const name = `${pack.title}, version ${pack.version}`;
  const clauses = pack.clauses.map((clause, index): Wanted => ({
    key: clause.number,
    name: clause.number,
    values: clauseRow(clause, index + 1)
  }));
  const kinds = pack.kinds.map((kind, index): Wanted => ({
    key: kind.id,
    name: kind.id,
    values: kindRow(kind, pack.standards[kind.id], index + 1)
  }));
  const marks = found && !isNew ? readMarks(found.loaded) : undefined;
  const plans = [
    await planPart(
      { list: 'clause', key: 'Number', what: 'Clause', titles: titlesOf(protocolClauses) },
      ...[clauses, found ? await register.partsOf('clause', found.id) : [], marks?.clauses],
      decide
    ),
    await planPart(
      { list: 'kind', key: 'KindId', what: 'Kind', titles: titlesOf(enquiryKinds) },
      ...[kinds, found ? await register.partsOf('kind', found.id) : [], marks?.kinds],
      decide
    )
  ] as const;
  const parts = { pack: packKey(pack), clauses: plans[0].keys, kinds: plans[1].keys };
  const head = found && (await compareRow(found, values, name, { what: 'Protocol', titles: titlesOf(protocols), decide, parts }));

  const id = found?.id ?? (await register.addProtocol({ name, values, loaded: writeMarks(values, { pack: packKey(pack) }) }));
  if (typeof id !== 'number') return [id];
  const all = plans.reduce((sum, { writes, removed }) => sum + writes.length + removed.length, 0);
  let done = 0;
  const counted = (number: number): void => {
    done += number;
    progress('Writing the protocol', done, all);
  };
  const failures: WriteFailure[] = [];
  for (const { list, writes, removed } of plans) {
    failures.push(...(await register.write(list, writes, id, counted)));
    failures.push(...(await register.recycle(list, removed, counted)));
  }
  failures.push(...(await closures(pack, options)));
  if (failures.length === 0) {
    // What was loaded is marked last: until then, a row that is missing was not written yet.
    const marked = head ?? (found ? undefined : { id, name, values: {}, loaded: writeMarks(values, parts) });
    if (marked) failures.push(...(await register.write('protocol', [marked], id, () => undefined)));
  }
  const others = versions.filter((version) => version.id !== id && version.state === protocolState.current);
  if (failures.length === 0 && (isNew || found.state !== protocolState.current || others.length > 0)) {
    failures.push(
      ...(await register.makeCurrent(
        id,
        others.map((version) => version.id)
      ))
    );
  }
  report(pack, {
    plans,
    kept,
    others,
    failures,
    unchanged: all === 0 && head === undefined && found?.state === protocolState.current,
    say
  });
  return failures;
}

const excerpt = (value: Difference['site']): string => {
  const text = String(value ?? '(nothing)').replace(/\s+/g, ' ');
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
};

/** A difference, in three lines. */
export const describeDifference = ({ what, detail, site, pack }: Difference): string[] => [
  `${what}, ${detail}:`,
  `  on the site: ${excerpt(site)}`,
  `  in the pack: ${excerpt(pack)}`
];

interface Loaded {
  plans: readonly PartPlan[];
  kept: readonly Difference[];
  others: readonly RegisteredProtocol[];
  failures: readonly WriteFailure[];
  unchanged: boolean;
  say(line: string): void;
}

function report(pack: ProtocolPack, { plans, kept, others, failures, unchanged, say }: Loaded): void {
  const rows = [...kept.flatMap(describeDifference), ...plans.flatMap((plan) => plan.kept)];
  if (rows.length > 0) {
    say('Kept as owners made it:');
    for (const row of rows) say(`  ${row}`);
  }
  if (failures.length > 0) {
    for (const { what, reason } of failures) say(`  Not written: ${what}: ${reason}`);
    say(`${count(failures.length, 'row')} could not be written. Run the command again.`);
    return;
  }
  const words = plans.map(({ list, keys, added, writes, removed }) => {
    const changed = writes.filter(({ id, values }) => id !== undefined && Object.keys(values).length > 0).length;
    const changes = [`${added} added`, `${changed} changed`, `${removed.length} removed`];
    return `${count(keys.length, list === 'clause' ? 'clause' : 'kind')} (${changes.join(', ')})`;
  });
  say(`${pack.title}, version ${pack.version}, ${pack.council}: ${words.join(', ')}.`);
  say(unchanged ? 'Nothing to change.' : 'It is the current protocol.');
  for (const { values } of others) say(`Version ${values.Version ?? ''} of ${values.Council ?? ''} stays as an earlier one.`);
}
