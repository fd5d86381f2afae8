import type { SPFI } from '@pnp/sp';
import '@pnp/sp/webs';
import { toDataError } from './errors';

/** Tenant properties of Memberlink, as an administrator sets them for the whole tenant. */
const properties = { site: 'MemberlinkSite', notices: 'MemberlinkNotices' } as const;

async function read(sp: SPFI, key: string): Promise<{ value: string; description: string }> {
  const { Value, Description } = (await sp.web.getStorageEntity(key).catch((error: unknown) => {
    throw toDataError(error, '');
  })) as { Value?: string | null; Description?: string | null };
  return { value: Value ?? '', description: Description ?? '' };
}

/**
 * Address of the site with Memberlink's lists, for tabs of Teams, which stand on other sites. Undefined where nobody set it;
 * the tab's own site is asked then, and says what is missing. One request.
 *
 * @throws DataError where SharePoint does not say
 */
export const readMemberlinkSite = async (sp: SPFI): Promise<string | undefined> => (await read(sp, properties.site)).value || undefined;

/** The service that tells people in Teams what waits for them. */
export interface NoticeService {
  /** Its address. */
  url: string;
  /** What a token for it is asked for: the application's URI. */
  resource: string;
}

/**
 * Where notices are sent; undefined where the council has no such service. One request.
 *
 * @throws DataError where SharePoint does not say
 */
export async function readNoticeService(sp: SPFI): Promise<NoticeService | undefined> {
  const { value, description } = await read(sp, properties.notices);
  return value === '' || description === '' ? undefined : { url: value.replace(/\/$/, ''), resource: description };
}
