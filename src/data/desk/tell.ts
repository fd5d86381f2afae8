import type { MSGraphClientV3 } from '@microsoft/sp-http-msgraph';
import type { SPFI } from '@pnp/sp';
import '@pnp/sp/site-groups/web';
import type { DeskMember, Told } from '../../domain/enquiries/desk';
import { groupTitles } from '../../lists/groups';
import { readOfficer } from '../officers/directory';
import type { SitePath } from '../batch';
import { signInName, toText } from '../values';

/** Somebody who is to be told, and how. */
export interface Addressee {
  name: string;
  /** Empty where none is known. */
  email: string;
  /** How they sign in to Microsoft 365; their e-mail address where that is not known. */
  login: string;
}

/** Whether people were told. */
export type Telling = 'told' | 'not granted' | 'failed';

/** The addresses of those who are told. One request where an officer, or the group, is among them. */
export async function addresseesOf(
  sp: SPFI,
  sitePath: SitePath,
  told: readonly Told[],
  members: readonly DeskMember[]
): Promise<Addressee[]> {
  const all = await Promise.all(
    told.map(async (one): Promise<Addressee[]> => {
      if (one.kind === 'member') {
        const member = members.find(({ id }) => id === one.id);
        const email = member?.email ?? '';
        return [{ name: one.name, email, login: member?.logins[0] ?? email }];
      }
      if (one.kind === 'restricted') {
        const users = await sp.web.siteGroups.getByName(groupTitles.restricted).users.select('Title', 'Email', 'LoginName')<
          { Title: string; Email: string | null; LoginName: string }[]
        >();
        return users.map(({ Title, Email, LoginName }) => ({ name: Title, email: toText(Email), login: signInName(LoginName) }));
      }
      const officer = await readOfficer(sp, sitePath, one.officer.id);
      const email = officer?.email ?? '';
      return [{ name: officer?.name ?? one.officer.name, email, login: officer?.account || email }];
    })
  );
  return all.flat();
}

/** What Graph, or the sign-in before it, answers where the tenant has not granted a permission. */
const isNotGranted = (error: unknown): boolean => {
  const { statusCode, code = '', message = '' } = (error ?? {}) as { statusCode?: number; code?: string; message?: string };
  return statusCode === 401 || statusCode === 403 || /AADSTS65001|consent|accessdenied|forbidden/i.test(`${code} ${message}`);
};

/** Sends an e-mail as the user, through Microsoft Graph. One request. */
export async function sendMail(
  clientOf: () => Promise<MSGraphClientV3>,
  to: readonly Addressee[],
  subject: string,
  text: string
): Promise<Telling> {
  try {
    const client = await clientOf();
    await client.api('/me/sendMail').post({
      message: {
        subject,
        body: { contentType: 'Text', content: text },
        toRecipients: to.map(({ name, email }) => ({ emailAddress: { name, address: email } }))
      },
      saveToSentItems: true
    });
    return 'told';
  } catch (error) {
    return isNotGranted(error) ? 'not granted' : 'failed';
  }
}
