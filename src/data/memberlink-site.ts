import type { SPFI } from '@pnp/sp';
import '@pnp/sp/webs';

/** The tenant property that names the site with Memberlink's lists. */
export const siteProperty = 'MemberlinkSite';

/**
 * The site with Memberlink's lists, for tabs of Teams, which stand on other sites: as an administrator set it for the whole
 * tenant. Undefined where nobody did, or it cannot be read. One request.
 */
export async function readMemberlinkSite(sp: SPFI): Promise<string | undefined> {
  try {
    const { Value } = (await sp.web.getStorageEntity(siteProperty)) as { Value?: string | null };
    return Value || undefined;
  } catch {
    // Without it the tab's own site is asked, and says what is missing there.
    return undefined;
  }
}
