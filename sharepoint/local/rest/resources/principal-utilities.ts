import { badQuery, badRequest } from '../../errors';
import { claimOf } from '../../store/principals';
import { webUrl, type Call } from '../call';
import { asObject, value, type Payload, type Resource } from '../model';
import { mayKnowMembers } from './people';

/** Somebody or some group as SP.Utilities.Utility tells of them. */
interface PrincipalInfo {
  Department: string;
  DisplayName: string;
  Email: string;
  JobTitle: string;
  LoginName: string;
  Mobile: string;
  PrincipalId: number;
  /** 1 a person, 4 a security group, 8 a SharePoint group. */
  PrincipalType: number;
  SIPAddress: string;
}

/** All principals of the site. */
function principalsOf(call: Call): PrincipalInfo[] {
  const { principals } = call.site;
  const blank = { Department: '', Mobile: '' };
  const people = principals.users().map((user) => ({
    ...blank,
    DisplayName: user.title,
    Email: user.email,
    JobTitle: call.site.account(user.login)?.jobTitle ?? '',
    LoginName: claimOf(user),
    PrincipalId: user.id,
    PrincipalType: user.aadObjectId === null ? 4 : 1,
    SIPAddress: user.email
  }));
  const groups = principals.groups().map(({ id, title }) => ({
    ...blank,
    ...{ DisplayName: title, Email: '', JobTitle: '', LoginName: title, PrincipalId: id, PrincipalType: 8, SIPAddress: '' }
  }));
  return [...people, ...groups];
}

const textsOf = ({ DisplayName, Email, LoginName }: PrincipalInfo): string[] =>
  [DisplayName, Email, LoginName].map((text) => text.toLowerCase());

/** Principals of some kinds (scopes are added up) whose name, address or login holds a text. */
function search(call: Call, { input, scopes = 15, maxCount = 10 }: Record<string, unknown>): PrincipalInfo[] {
  if (typeof input !== 'string') throw badQuery('The parameter input is missing or not a string.');
  const wanted = input.trim().toLowerCase();
  return principalsOf(call)
    .filter((one) => (Number(scopes) & one.PrincipalType) !== 0 && textsOf(one).some((text) => text.includes(wanted)))
    .slice(0, Number(maxCount));
}

/** Whom a name, login or address stands for; for a group those in it, as far as the caller may know them. */
function expand(call: Call, input: string): PrincipalInfo[] {
  const all = principalsOf(call);
  const wanted = input.trim().toLowerCase();
  const everyone = call.site.principals.everyone().id;
  const found = all.find((one) => (wanted === 'everyone' ? one.PrincipalId === everyone : textsOf(one).includes(wanted)));
  if (found?.PrincipalType !== 8) return found ? [found] : [];
  const group = call.site.principals.groupById(found.PrincipalId);
  if (!group || !mayKnowMembers(call, group)) return [];
  const members = new Set(call.site.principals.membersOf(group.id).map(({ id }) => id));
  return all.filter(({ PrincipalId, PrincipalType }) => PrincipalType !== 8 && members.has(PrincipalId));
}

/** Methods of SP.Utilities.Utility. SendEmail is not among them: it ended in October 2025. */
export function principalUtilities(call: Call, name: string): Resource | undefined {
  const post = (type: string, answer: (body: Record<string, unknown>) => unknown): Resource => ({
    post: (body: Payload) => value(name, answer(body.bytes.length === 0 ? {} : asObject(body)), type)
  });
  switch (name) {
    case 'getcurrentuseremailaddresses':
      return post('Edm.String', () => call.user.email);
    case 'resolveprincipalincurrentcontext':
      return post('SP.Utilities.PrincipalInfo', (body) => search(call, body)[0] ?? null);
    case 'searchprincipalsusingcontextweb':
      return post('Collection(SP.Utilities.PrincipalInfo)', (body) => search(call, body));
    case 'expandgroupstoprincipals':
      return post('Collection(SP.Utilities.PrincipalInfo)', ({ inputs, maxCount = 30 }) => {
        if (!Array.isArray(inputs)) throw badQuery('The parameter inputs is missing or not a list.');
        return inputs.flatMap((input) => expand(call, String(input))).slice(0, Number(maxCount));
      });
    case 'createemailbodyforinvitation':
      return post('Edm.String', ({ pageAddress }) => {
        const isOurs = typeof pageAddress === 'string' && pageAddress.toLowerCase().startsWith(webUrl(call).toLowerCase());
        if (!isOurs) throw badRequest('The page address is not of this site.');
        return `${call.user.title} invites you to ${call.site.web.Title}: ${pageAddress}`;
      });
    default:
      return undefined;
  }
}
