import type { SPFI } from '@pnp/sp';
import '@pnp/sp/security/web';
import type { IBasePermissions } from '@pnp/sp/security';
import type { PermissionMask } from '../../src/data/rights';
import { levels, type LevelName } from '../../src/lists';
import type { Report } from './provision';

/** Behind SharePoint's own levels, in the order of the settings page. */
const order = 200;

interface NamedLevel {
  name: string;
  description: string;
}

async function ensureLevel(
  sp: SPFI,
  { name, description }: NamedLevel,
  permissions: () => Promise<IBasePermissions>,
  changed: Report
): Promise<number> {
  const all = await sp.web.roleDefinitions.select('Id', 'Name')<{ Id: number; Name: string }[]>();
  const there = all.find((level) => level.Name === name);
  if (there) return there.Id;
  const added = await sp.web.roleDefinitions.add(name, description, order, await permissions());
  changed(`Created the permission level ${name}`);
  return added.data.Id;
}

/** Finds a level, or makes it from one of SharePoint's own with more rights. Answers its id. */
export const ensureLevelLike = (sp: SPFI, level: NamedLevel, base: string, bits: number, changed: Report): Promise<number> =>
  ensureLevel(
    sp,
    level,
    async () => {
      const { BasePermissions } = await sp.web.roleDefinitions.getByName(base).select('BasePermissions')<{
        BasePermissions: PermissionMask;
      }>();
      const { High, Low } = BasePermissions;
      return { High: Number(High), Low: (Number(Low) | bits) >>> 0 };
    },
    changed
  );

/** The levels with which enquiries are shared, by id. Those that are missing are made; one whose rights somebody changed is mended. */
export async function ensureEnquiryLevels(sp: SPFI, changed: Report): Promise<Record<LevelName, number>> {
  const there = await sp.web.roleDefinitions.select('Id', 'Name', 'BasePermissions')<
    { Id: number; Name: string; BasePermissions: PermissionMask }[]
  >();
  const ids: Partial<Record<LevelName, number>> = {};
  for (const [key, { name, description, high, low }] of Object.entries(levels)) {
    const found = there.find((level) => level.Name === name);
    const wanted = { High: high, Low: low };
    if (found && (Number(found.BasePermissions.High) !== high || Number(found.BasePermissions.Low) !== low)) {
      await sp.web.roleDefinitions.getById(found.Id).update({ BasePermissions: wanted });
      changed(`Mended the permission level ${name}`);
    }
    ids[key as LevelName] = found?.Id ?? (await ensureLevel(sp, { name, description }, async () => wanted, changed));
  }
  return ids as Record<LevelName, number>;
}
