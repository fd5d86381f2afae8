import type { SPFI } from '@pnp/sp';
import { readBackground } from '../../data/members/places';
import { readDirectory } from '../../data/members/directory';
import { britishDateOf } from '../../domain/dates';
import { compareText } from '../../domain/members/member';
import type { SelectionNames } from './propertyPane';

/** Reads the names of wards, bodies and parties for the property pane. Two requests. */
export async function readSelectionNames(sp: SPFI, sitePath: string): Promise<SelectionNames> {
  const [{ members, wards }, { places }] = await Promise.all([
    readDirectory(sp, sitePath),
    readBackground(sp, sitePath, britishDateOf(new Date()))
  ]);
  const parties = [...new Set(members.map(({ party }) => party))].filter((party) => party !== '');
  return {
    ward: wards.map(({ name }) => name).sort(compareText),
    body: places.bodies.map(({ name }) => name),
    party: parties.sort(compareText)
  };
}
