import type { SPFI } from '@pnp/sp';
import { bySurname, type Directory, type Member } from '../../domain/members/member';
import { memberStatus, members as memberList } from '../../lists/members';
import { parties as partyList } from '../../lists/parties';
import { wards as wardList } from '../../lists/wards';
import { allAtOnce, readTogether, type SitePath } from '../batch';
import {
  memberColumns,
  memberExpansions,
  partyColumns,
  toMember,
  toParties,
  toWard,
  wardColumns,
  type MemberRow,
  type PartyRow,
  type WardRow
} from './profile-rows';

export type { SitePath } from '../batch';

/**
 * Reads the serving members with their wards, and the colours of parties. One request (a batch of three).
 *
 * @throws DataError that names the list or column that is missing
 */
export async function readDirectory(sp: SPFI, sitePath: SitePath): Promise<Directory> {
  const [wards, parties, members] = await readTogether<[WardRow[], PartyRow[], MemberRow[]]>(
    sp,
    sitePath,
    ({ items, add }) => [
      add(
        wardList,
        items(wardList)
          .select(...wardColumns)
          .top(allAtOnce)<WardRow[]>()
      ),
      add(
        partyList,
        items(partyList)
          .select(...partyColumns)
          .top(allAtOnce)<PartyRow[]>()
      ),
      add(memberList, membersWith(items(memberList), memberStatus.serving)<MemberRow[]>())
    ],
    memberList
  );
  return { members: members.map(toMember).sort(bySurname), wards: wards.map(toWard), parties: toParties(parties) };
}

const membersWith = (items: ReturnType<SPFI['web']['getList']>['items'], status: string): typeof items =>
  items
    .select(...memberColumns)
    .expand(...memberExpansions)
    .filter(`Status eq '${status}'`)
    .top(allAtOnce);

/** Reads those who left the council. One request. */
export async function readFormerMembers(sp: SPFI, sitePath: SitePath): Promise<Member[]> {
  const [rows] = await readTogether<[MemberRow[]]>(
    sp,
    sitePath,
    ({ items, add }) => [add(memberList, membersWith(items(memberList), memberStatus.former)<MemberRow[]>())],
    memberList
  );
  return rows.map(toMember).sort(bySurname);
}
