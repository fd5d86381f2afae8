import type { SPFI } from '@pnp/sp';
import { readBackground } from '../../data/members/places';
import { readDirectory } from '../../data/members/directory';
import { readOfficerDirectory } from '../../data/officers/directory';
import { britishDateOf } from '../../domain/dates';
import { compareText } from '../../domain/members/member';

interface Choice {
  id: number;
  name: string;
}

/** What a tab can be narrowed to. */
export interface HubChoices {
  ward: Choice[];
  body: Choice[];
  service: Choice[];
}

/** Reads wards, bodies and services for the settings of a tab. Three requests. */
export async function readHubChoices(sp: SPFI, sitePath: string): Promise<HubChoices> {
  const today = britishDateOf(new Date());
  const [{ wards }, { places }, { services }] = await Promise.all([
    readDirectory(sp, sitePath),
    readBackground(sp, sitePath, today),
    readOfficerDirectory(sp, sitePath, today)
  ]);
  return {
    ward: wards.map(({ id, name }) => ({ id, name })).sort((a, b) => compareText(a.name, b.name)),
    body: places.bodies.map(({ id, name }) => ({ id, name })),
    service: services.map(({ id, title }) => ({ id, name: title }))
  };
}
