import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-users/web';
import { isNotFound } from '../../src/data/errors';
import { ListRows } from '../../src/data/list-rows';
import { members as memberList, memberStatus } from '../../src/lists/members';
import { wards as wardList } from '../../src/lists/wards';
import type { Report } from './provision';

/** Who the members of the council are to SharePoint. */
export interface Persons {
  members: { id: number; name: string; serving: boolean; wardId: number | undefined; principal: number | undefined }[];
  wards: { id: number; name: string; principals: number[] }[];
  /** Principals of all members, serving and former: rights of theirs on folders are ours to give and take. */
  known: Set<number>;
}

interface MemberRow extends Record<string, unknown> {
  Id: number;
  Title: string | null;
  Status: string | null;
  WardId: number | null;
  Email: string | null;
  AccountId: number | null;
}

/**
 * Reads members and wards, and finds the account of each member: the column Account, else whoever has the e-mail address.
 * One request per member without Account, and one per 1,000 rows.
 *
 * @param waits told of each serving member whom nobody can sign in as
 */
export async function readPersons(sp: SPFI, site: string, waits: Report): Promise<Persons> {
  const rows = new ListRows(sp, site);
  const memberRows = await rows.all<MemberRow>(memberList, ['Id', 'Title', 'Status', 'WardId', 'Email', 'AccountId']);
  const wardRows = await rows.all<{ Id: number; Title: string | null }>(wardList, ['Id', 'Title']);
  const members: Persons['members'] = [];
  for (const { Id, Title, Status, WardId, Email, AccountId } of memberRows) {
    const serving = Status !== memberStatus.former;
    const email = (Email ?? '').trim();
    const principal = AccountId ?? (email === '' ? undefined : await principalOf(sp, email));
    if (serving && principal === undefined) {
      waits(
        `No account: ${Title ?? ''} ${email === '' ? 'has no e-mail address' : `has an e-mail address (${email}) that nobody signs in with`}. Their folder waits: set their Account in the list Members, and run this again`
      );
    }
    members.push({ id: Id, name: Title ?? '', serving, wardId: WardId ?? undefined, principal });
  }
  const wards = wardRows.map(({ Id, Title }) => ({
    id: Id,
    name: Title ?? '',
    principals: members.flatMap(({ serving, wardId, principal }) =>
      serving && wardId === Id && principal !== undefined ? [principal] : []
    )
  }));
  return { members, wards, known: new Set(members.flatMap(({ principal }) => principal ?? [])) };
}

/** The user of the site with an e-mail address; undefined where nobody has it. */
async function principalOf(sp: SPFI, email: string): Promise<number | undefined> {
  try {
    const { Id } = await sp.web.ensureUser(email);
    return Id;
  } catch (error) {
    // SharePoint answers 404, or 500 with "could not be found", to an address that is nobody's.
    if (isNotFound(error) || (error instanceof Error && /could not be found|does not exist/i.test(error.message))) return undefined;
    throw error;
  }
}
