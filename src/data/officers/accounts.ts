import type { SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/sputilities';
import { PrincipalSource, PrincipalType } from '@pnp/sp/types';
import { officers as officerList } from '../../lists/officers';
import type { Officer } from '../../domain/officers/officer';
import { toDataError } from '../errors';

/** SharePoint takes a batch of this many at once. */
const inBatch = 50;

/**
 * Officers whom Microsoft 365 does not know by their account or e-mail address any more: they have left, or the address
 * is wrong. Those without either are among them. One request per 50 officers.
 */
export async function readUnresolved(sp: SPFI, officers: readonly Officer[]): Promise<Officer[]> {
  const unresolved: Officer[] = officers.filter(({ account, email }) => account === '' && email === '');
  const asked = officers.filter((officer) => !unresolved.includes(officer));
  for (let from = 0; from < asked.length; from += inBatch) {
    const [batch, execute] = sp.batched();
    const answers = asked.slice(from, from + inBatch).map(async (officer) => {
      const found = await batch.utility.resolvePrincipal(
        officer.account || officer.email,
        PrincipalType.User,
        PrincipalSource.All,
        true,
        false
      );
      if (!found?.LoginName && !found?.Email) unresolved.push(officer);
    });
    await Promise.all([execute(), ...answers]).catch((error: unknown) => {
      throw toDataError(error, officerList.title);
    });
  }
  return unresolved;
}
