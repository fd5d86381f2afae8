import type { MemberDetails, MemberRegister, Register, WriteFailure } from '../../src/data/members/register';
import type { Plan, PlannedDetails } from './plan';

/** Told after each batch: how many of all changes are done. */
export type Progress = (done: number, all: number) => void;

/**
 * Does what a plan says: wards first, then members. Every row is written in one request of its own, so a stop at any
 * point leaves rows that are whole; the next import sees them and goes on.
 *
 * @returns what failed; everything else was done
 */
export async function carryOut(plan: Plan, register: Register, lists: MemberRegister, progress: Progress): Promise<WriteFailure[]> {
  const all = plan.newWards.length + plan.changedWards.length + plan.added.length + plan.changed.length + plan.left.length;
  let done = 0;
  const count = (number: number): void => {
    done += number;
    progress(done, all);
  };
  const added = await lists.addWards(plan.newWards, count);
  // A ward that could not be added may be there: another import at the same time was first.
  const wards = added.failures.length > 0 ? (await lists.read()).wards : register.wards;
  const wardIds = new Map([...wards.map(({ id, name }): [string, number] => [name.toLowerCase(), id]), ...added.ids]);
  const failures = added.failures.filter(({ name }) => !wardIds.has(name.toLowerCase()));
  failures.push(...(await lists.updateVacancies(plan.changedWards, count)));
  const withWard = <T extends Partial<PlannedDetails>>({ ward, ...details }: T): Partial<MemberDetails> =>
    ward === undefined ? details : { ...details, wardId: wardIds.get(ward.toLowerCase()) };
  const addMembers = async (): Promise<WriteFailure[]> => {
    const additions = plan.added.map(({ modernGovId, details }) => ({ modernGovId, details: withWard(details) as MemberDetails }));
    const refused = await lists.addMembers(additions, count);
    if (refused.length === 0) return [];
    // Refused for being there already: another import at the same time was first, and nothing is missing.
    const keyOf = ({ modernGovId, details: { name } }: { modernGovId: string; details: { name: string } }): string => modernGovId || name;
    const there = new Set((await lists.read()).members.map(keyOf));
    const missing = new Set(additions.filter((addition) => !there.has(keyOf(addition))).map(({ details }) => details.name));
    return refused.filter(({ name }) => missing.has(name));
  };
  // Who left goes first: an id that is another person's now has to be free before that person is added.
  failures.push(
    ...(await lists.updateMembers(
      plan.left.map(({ member: { id, details }, releasesId }) => ({
        id,
        name: details.name,
        changes: {},
        serving: false,
        ...(releasesId ? { modernGovId: null } : {})
      })),
      count
    )),
    ...(await addMembers()),
    ...(await lists.updateMembers(
      plan.changed.map(({ id, name, changes, returns, adopted, modernGovId }) => ({
        id,
        name,
        changes: withWard(changes),
        ...(returns ? { serving: true } : {}),
        ...(adopted ? { modernGovId } : {})
      })),
      count
    ))
  );
  return failures;
}
