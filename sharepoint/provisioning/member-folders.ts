import type { SPFI } from '@pnp/sp';
import '@pnp/sp/features';
import '@pnp/sp/folders';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/security/item';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/site-users/web';
import '@pnp/sp/sites';
import { folderPath } from '../../src/domain/enquiries/folders';
import { enquiryLists, groupTitles, levels, type GroupName, type LevelName } from '../../src/lists';
import { limitedAccess } from './audiences';
import { folderModels, orphanModels, type FolderModel } from './folder-model';
import { exists, inBatches, readFolder, type FolderState } from './folder-state';
import { ensureEnquiryLevels } from './levels';
import { readPersons, type Persons } from './persons';
import type { Report } from './provision';

/** What setting folders tells, and may do. */
export interface FolderOptions {
  /** Something was done. */
  changed: Report;
  /** Something is not as it should be and was left: somebody has to look at it. */
  differs: Report;
  /** Takes away what somebody gave by hand. */
  repair?: boolean;
  progress?(step: string, done: number, all: number): void;
}

/** What came of it. */
export interface FolderResult {
  folders: number;
  changes: number;
  differences: number;
  /** Serving members whom nobody can sign in as yet. */
  withoutAccount: number;
}

/** "Limited-access user permission lockdown mode": takes the way in from who has rights on a folder only. */
const lockdownFeature = '7c637b23-06c4-472d-9a9a-7c175762c5c4';

/**
 * Makes a folder for each member and ward in the lists of enquiries, with the permissions that make it their audience;
 * takes rights from members who left, and gives a ward's folder to who serves there now. What somebody gave by hand is
 * told of, and taken away where that is asked for. Safe to run again, and to stop: a folder that is not set up yet is seen
 * by nobody. About eight requests per 100 folders, and 20 more for each hundred that are new.
 */
export async function ensureMemberFolders(sp: SPFI, options: FolderOptions): Promise<FolderResult> {
  let [changes, differences, withoutAccount] = [0, 0, 0];
  const changed: Report = (line) => {
    changes += 1;
    options.changed(line);
  };
  const differs: Report = (line) => {
    differences += 1;
    options.differs(line);
  };
  const { ServerRelativeUrl } = await sp.web.select('ServerRelativeUrl')<{ ServerRelativeUrl: string }>();
  const site = ServerRelativeUrl.replace(/\/$/, '');
  await checkSite(sp, changed, differs);
  const levelIds = await ensureEnquiryLevels(sp, changed);
  const persons = await readPersons(sp, site, (line) => {
    withoutAccount += 1;
    options.differs(line);
  });
  const models = await modelsOf(sp, site, persons);
  const progress = (step: string, all: number): ((done: number) => void) => {
    const { progress: show = () => undefined } = options;
    return (done) => show(step, done, all);
  };

  const there = await inBatches(sp, models, exists, progress('Looking for folders', models.length));
  const missing = models.filter(({ onlyIfThere }, index) => !there[index] && !onlyIfThere);
  // Members' folders before the restricted ones in them.
  for (const within of [false, true]) {
    const part = missing.filter(({ folder }) => (folder.kind === 'restricted') === within);
    await inBatches(sp, part, addFolder, progress('Adding folders', part.length));
  }
  if (missing.length > 0) changed(`Added ${missing.length} folders`);

  const folders = models.filter((model, index) => there[index] || missing.includes(model));
  const found = await inBatches(sp, folders, readFolder, progress('Reading permissions', folders.length));
  const states = new Map(folders.map((model, index) => [model, found[index] as FolderState]));
  const open = folders.filter((model) => states.get(model)?.isUnique === false);
  await inBatches(sp, open, (batch, model) => itemOf(batch, site, model, states).breakRoleInheritance(false, true));
  if (open.length > 0) changed(`Gave ${open.length} folders permissions of their own`);
  // Breaking inheritance leaves whoever did it with Full Control: what was opened is read again.
  const again = await inBatches(sp, open, readFolder);
  open.forEach((model, index) => states.set(model, again[index] as FolderState));

  const { Id: me } = await sp.web.currentUser.select('Id')<{ Id: number }>();
  const isOurs = (principal: number): boolean => options.repair === true || principal === me || persons.known.has(principal);
  const steps = folders.flatMap((model) => stepsFor(model, states.get(model), levelIds, isOurs));
  const taken = steps.filter(({ kind }) => kind !== 'differs');
  await inBatches(
    sp,
    taken,
    (batch, { model, principal, level, kind }) => {
      const { roleAssignments } = itemOf(batch, site, model, states);
      return kind === 'give' ? roleAssignments.add(principal, level) : roleAssignments.remove(principal, level);
    },
    progress('Setting permissions', taken.length)
  );
  const told = steps.filter(({ model }) => !open.includes(model));
  const names = told.length > 0 ? await principalNames(sp) : new Map<number, string>();
  for (const { kind, model, principal, levelName } of told) {
    const [who, where] = [names.get(principal) ?? `principal ${principal}`, `${model.list.title}/${folderPath(model.folder)}`];
    if (kind === 'differs') differs(`Differs: ${who} has ${levelName} on ${where}, given by hand. --repair takes it away`);
    else changed(kind === 'give' ? `Gave ${who} ${levelName} on ${where}` : `Took ${levelName} on ${where} from ${who}`);
  }
  return { folders: folders.length, changes, differences, withoutAccount };
}

/** What decides about folders beyond themselves. */
async function checkSite(sp: SPFI, changed: Report, differs: Report): Promise<void> {
  const { MembersCanShare } = await sp.web.select('MembersCanShare')<{ MembersCanShare: boolean }>();
  if (MembersCanShare) {
    await sp.web.update({ MembersCanShare: false });
    changed('Turned off that members of the site share it: what is shared can be seen by others than its audience');
  }
  const features = await sp.site.features.select('DefinitionId')<{ DefinitionId: string }[]>();
  if (features.some(({ DefinitionId }) => DefinitionId.toLowerCase() === lockdownFeature)) {
    differs(
      'Differs: the feature "Limited-access user permission lockdown mode" of the site collection is on. While it is, members cannot reach their folders: turn it off'
    );
  }
}

async function modelsOf(sp: SPFI, site: string, persons: Persons): Promise<FolderModel[]> {
  const all = await sp.web.siteGroups.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  const groupIds = new Map(
    (Object.entries(groupTitles) as [GroupName, string][]).map(([name, title]): [GroupName, number] => {
      const id = all.find(({ Title }) => Title.toLowerCase() === title.toLowerCase())?.Id;
      if (id === undefined) throw new Error(`The group ${title} is missing. Provision the site first.`);
      return [name, id];
    })
  );
  const models = folderModels(site, persons, groupIds);
  const known = new Set(models.map(({ path }) => path));
  for (const list of enquiryLists) {
    const root = `${site}/${list.url}`;
    const names = await sp.web.getFolderByServerRelativePath(root).folders.select('Name')<{ Name: string }[]>();
    models.push(
      ...orphanModels(
        list,
        root,
        names.map(({ Name }) => Name),
        known,
        groupIds
      )
    );
  }
  return models;
}

const addFolder = (batch: SPFI, { path }: FolderModel): Promise<unknown> => {
  const slash = path.lastIndexOf('/');
  return batch.web.getFolderByServerRelativePath(path.slice(0, slash)).addSubFolderUsingPath(path.slice(slash + 1));
};

type Item = ReturnType<ReturnType<SPFI['web']['getList']>['items']['getById']>;
const itemOf = (sp: SPFI, site: string, model: FolderModel, states: ReadonlyMap<FolderModel, FolderState>): Item =>
  sp.web.getList(`${site}/${model.list.url}`).items.getById(states.get(model)?.id ?? 0);

/** A level that is given or taken, or that somebody should look at. */
interface Step {
  kind: 'give' | 'take' | 'differs';
  model: FolderModel;
  principal: number;
  level: number;
  levelName: string;
}

/**
 * What it takes to bring a folder's permissions in line with the model.
 *
 * @param isOurs whether rights of a principal are ours to take away
 */
function stepsFor(
  model: FolderModel,
  state: FolderState | undefined,
  levelIds: Record<LevelName, number>,
  isOurs: (principal: number) => boolean
): Step[] {
  const assignments = state?.assignments ?? [];
  const superfluous = assignments.flatMap(({ PrincipalId, RoleDefinitionBindings }) => {
    const own = model.rights.get(PrincipalId);
    return RoleDefinitionBindings.filter(({ Id, Name }) => Name !== limitedAccess && (own === undefined || levelIds[own] !== Id)).map(
      ({ Id, Name }): Step => ({
        kind: own !== undefined || isOurs(PrincipalId) ? 'take' : 'differs',
        ...{ model, principal: PrincipalId, level: Id, levelName: Name }
      })
    );
  });
  const missing = [...model.rights].flatMap(([principal, level]): Step[] => {
    const bindings = assignments.find(({ PrincipalId }) => PrincipalId === principal)?.RoleDefinitionBindings ?? [];
    const has = bindings.some(({ Id }) => Id === levelIds[level]);
    return has ? [] : [{ kind: 'give', model, principal, level: levelIds[level], levelName: levels[level].name }];
  });
  return [...superfluous, ...missing];
}

/** What users and groups of the site are called. */
async function principalNames(sp: SPFI): Promise<Map<number, string>> {
  const groups = await sp.web.siteGroups.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  const users = await sp.web.siteUsers.select('Id', 'Title')<{ Id: number; Title: string }[]>();
  return new Map([...users, ...groups].map(({ Id, Title }) => [Id, Title]));
}
