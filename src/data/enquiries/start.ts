import { SPInstance, type SPFI } from '@pnp/sp';
import '@pnp/sp/folders';
import '@pnp/sp/site-users/web';
import { folderPath } from '../../domain/enquiries/folders';
import type { FormMember, FormProtocol } from '../../domain/enquiries/form';
import { compareText } from '../../domain/members/member';
import { enquiries as enquiryList } from '../../lists/enquiries';
import { enquiryDrafts as draftList } from '../../lists/enquiry-drafts';
import { enquiryKinds as kindList } from '../../lists/enquiry-kinds';
import { memberStatus, members as memberList } from '../../lists/members';
import { protocolState, protocols as protocolList } from '../../lists/protocols';
import { wards as wardList } from '../../lists/wards';
import { allAtOnce, readTogether, withoutList, type SitePath } from '../batch';
import { addListItems, noPermissions, type PermissionMask } from '../rights';
import type { Row } from '../protocol/pack-columns';
import { readFormProtocol, ruleColumns, kindColumns } from '../protocol/rules';
import { signInName, toLines, toText } from '../values';
import { draftsOf, toDraft, type Draft, type DraftRow } from './draft-rows';

/** Who uses the form. */
export interface FormUser {
  /** ID on the site. */
  id: number;
  name: string;
  /** As people columns know them: i:0#.f|membership|a.smith@council.gov.uk */
  login: string;
}

/** What the form needs for its first page. */
export interface FormStart {
  user: FormUser;
  /** The user's own profile; undefined for who is no member. */
  self?: FormMember;
  /** Serving members, for who raises an enquiry for one of them. */
  members: FormMember[];
  wards: { id: number; name: string }[];
  /** Undefined where the council has loaded none. */
  protocol?: FormProtocol;
  drafts: Draft[];
  /** Whether the user may add enquiries: to the member's own folder, or for who is no member, to members' folders. */
  maySend: boolean;
  /** The same for restricted folders. */
  mayRestrict: boolean;
}

interface UserRow {
  Id: number;
  Title: string;
  Email: string | null;
  LoginName: string;
}

interface MemberRow {
  Id: number;
  Title: string | null;
  WardId: number | null;
  Email: string | null;
  Phone: string | null;
  PreferredContact: string | null;
  CabinetRoles: string | null;
  Account?: { Name: string } | null;
}

function toMember(row: MemberRow, wards: FormStart['wards']): FormMember & { account: string } {
  const ward = wards.find(({ id }) => id === row.WardId);
  return {
    id: row.Id,
    name: toText(row.Title),
    ...(ward ? { ward } : {}),
    preferredContact: toText(row.PreferredContact),
    email: toText(row.Email),
    phone: toText(row.Phone),
    isExecutive: toLines(row.CabinetRoles).length > 0,
    account: signInName(row.Account?.Name)
  };
}

/** Somebody's own row: the account says so, or the e-mail address where no account is set. */
function isSelf({ account, email }: { account: string; email: string }, user: UserRow): boolean {
  const [login, address] = [signInName(user.LoginName).toLowerCase(), (user.Email ?? '').toLowerCase()];
  if (account !== '') return account.toLowerCase() === login;
  return email !== '' && [login, address].includes(email.toLowerCase());
}

/**
 * Reads what the first page of the form needs: the user and their profile, members, wards, the current protocol's rules,
 * the user's drafts, and whether they may send. Two requests.
 *
 * @throws DataError that names the list or column that is missing
 */
export async function readFormStart(sp: SPFI, sitePath: SitePath): Promise<FormStart> {
  const [user, memberRows, wardRows, protocols] = await readTogether<[UserRow, MemberRow[], { Id: number; Title: string | null }[], Row[]]>(
    sp,
    sitePath,
    ({ items, add, web }) => [
      add(memberList, web.currentUser.select('Id', 'Title', 'Email', 'LoginName')<UserRow>()),
      add(
        memberList,
        items(memberList)
          .select('Id', 'Title', 'WardId', 'Email', 'Phone', 'PreferredContact', 'CabinetRoles', 'Account/Name')
          .expand('Account')
          .filter(`Status eq '${memberStatus.serving}'`)
          .top(allAtOnce)<MemberRow[]>()
      ),
      add(wardList, items(wardList).select('Id', 'Title').top(allAtOnce)<{ Id: number; Title: string | null }[]>()),
      add(
        protocolList,
        items(protocolList)
          .select('Id', ...ruleColumns)
          .filter(`State eq '${protocolState.current}'`)
          .orderBy('ID', false)
          .top(1)<Row[]>()
      )
    ],
    memberList
  );
  const wards = wardRows.map(({ Id, Title }) => ({ id: Id, name: toText(Title) })).sort((a, b) => compareText(a.name, b.name));
  const members = memberRows.map((row) => toMember(row, wards)).sort((a, b) => compareText(a.name, b.name));
  const self = members.find((member) => isSelf(member, user));
  const [current] = protocols;
  // Who is no member adds for members: one folder stands for all.
  const folderOf = self ?? members[0];
  interface Rights {
    EffectiveBasePermissions: PermissionMask;
  }
  const [kinds, drafts, ...folders] = await readTogether<[Row[], DraftRow[], ...(Rights | null)[]]>(
    sp,
    sitePath,
    ({ items, add, web }) => [
      add(
        kindList,
        items(kindList)
          .select('Id', ...kindColumns)
          .filter(`ProtocolId eq ${Number(current?.Id ?? 0)}`)
          .top(allAtOnce)<Row[]>()
      ),
      add(draftList, draftsOf(web.getList(`${sitePath}/${draftList.url}`))),
      // A folder that is not there, or that one may not see, is none to send to.
      ...(['member', 'restricted'] as const).map((kind) => {
        const path = `${sitePath}/${enquiryList.url}/${folderPath({ kind, memberId: folderOf?.id ?? 0 })}`;
        const item = SPInstance(web.getFolderByServerRelativePath(path), 'ListItemAllFields');
        return withoutList<Rights | null>(add(enquiryList, item.select('EffectiveBasePermissions')<Rights | null>()), null);
      })
    ],
    kindList
  );
  const mayAdd = (folder: Rights | null | undefined): boolean =>
    (Number((folder?.EffectiveBasePermissions ?? noPermissions).Low) & addListItems) !== 0;
  return {
    user: { id: user.Id, name: toText(user.Title), login: user.LoginName },
    ...(self ? { self } : {}),
    ...{ members, wards },
    ...(current ? { protocol: readFormProtocol(current, kinds) } : {}),
    drafts: drafts.flatMap((row) => toDraft(row) ?? []),
    maySend: mayAdd(folders[0]),
    mayRestrict: mayAdd(folders[1])
  };
}
