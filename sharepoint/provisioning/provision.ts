import type { SPFI } from '@pnp/sp';
import '@pnp/sp/fields';
import '@pnp/sp/lists';
import '@pnp/sp/security/web';
import '@pnp/sp/site-groups/web';
import '@pnp/sp/views';
import '@pnp/sp/webs';
import { AddFieldOptions, type IFieldInfo } from '@pnp/sp/fields';
import type { IList } from '@pnp/sp/lists';
import { usualParties } from '../../src/domain/members/party';
import { isNotFound } from '../../src/data/errors';
import { MemberRegister } from '../../src/data/members/register';
import { allLists, groups, parties, type ColumnDefinition, type ListDefinition } from '../../src/lists';
import { ensureAudiences } from './audiences';
import { columnXml } from './columns';
import { ensureOwnRows } from './own-rows';
import { ensureRules } from './rules';

/** One thing that provisioning did, for example "Added the column Members.Party". */
export type Report = (line: string) => void;

/** Scope of a view: rows of all folders, without the folders (SP.ViewScope). */
const recursive = 1;

const templates = { list: 100, library: 101 } as const;

/**
 * Makes or upgrades Memberlink's lists and groups on a site. Safe to run again: it adds what is missing and mends
 * indexes, and never deletes. What owners added (columns, views, titles, choices) stays.
 *
 * @param definitions the lists; their lookups may point to one another
 * @returns how many things it changed
 */
export async function provision(sp: SPFI, report: Report, definitions: readonly ListDefinition[] = allLists): Promise<number> {
  let changes = 0;
  const changed: Report = (line) => {
    changes += 1;
    report(line);
  };
  const { ServerRelativeUrl: sitePath } = await sp.web.select('ServerRelativeUrl')<{ ServerRelativeUrl: string }>();
  const site = sitePath.replace(/\/$/, '');
  await checkLookupTargets(sp, site, definitions);
  const listIds = new Map<string, string>();
  // All lists before any column: two of them may look each other up.
  for (const definition of definitions) listIds.set(definition.url, await ensureList(sp, site, definition, changed));
  for (const definition of definitions) {
    const list = sp.web.getList(`${site}/${definition.url}`);
    await ensureColumns(list, definition, listIds, changed);
    await ensureRules(list, definition, changed);
    await ensureViews(list, definition, changed);
    if (definition.url === parties.url) await fillParties(sp, site, changed);
  }
  await ensureGroups(sp, changed);
  for (const definition of definitions.filter(({ ownRows }) => ownRows)) {
    await ensureOwnRows(sp, sp.web.getList(`${site}/${definition.url}`), definition, changed);
  }
  for (const definition of definitions.filter(({ audiences }) => audiences)) {
    await ensureAudiences(sp, sp.web.getList(`${site}/${definition.url}`), definition, { changed, differs: report });
  }
  return changes;
}

async function listId(sp: SPFI, site: string, definition: ListDefinition): Promise<string | undefined> {
  try {
    return (await sp.web.getList(`${site}/${definition.url}`).select('Id')<{ Id: string }>()).Id;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A lookup column belongs to one list for good. Where that list was deleted, a new one in its place would leave the
 * column pointing to nothing, and hide that the old one can be restored.
 */
async function checkLookupTargets(sp: SPFI, site: string, definitions: readonly ListDefinition[]): Promise<void> {
  const ids = new Map<string, string | undefined>();
  for (const definition of definitions) ids.set(definition.url, await listId(sp, site, definition));
  for (const definition of definitions) {
    const id = ids.get(definition.url);
    const lookups = definition.columns.filter((column) => column.type === 'lookup');
    if (id === undefined || lookups.length === 0) continue;
    const fields = await sp.web.lists.getById(id).fields.filter('FieldTypeKind eq 7')<{ InternalName: string; LookupList?: string }[]>();
    for (const column of lookups) {
      const pointsTo = fields
        .find(({ InternalName }) => InternalName === column.name)
        ?.LookupList?.replace(/[{}]/g, '')
        .toLowerCase();
      if (pointsTo === undefined || pointsTo === ids.get(column.list)) continue;
      const target = definitions.find(({ url }) => url === column.list)?.title ?? column.list;
      throw new Error(
        `The column ${column.name} of the list ${definition.title} looks up a list ${target} that was deleted. Restore that list from the site's recycle bin, then provision again. If it is gone for good, delete the column: provisioning makes it anew.`
      );
    }
  }
}

async function ensureList(sp: SPFI, site: string, definition: ListDefinition, changed: Report): Promise<string> {
  const existing = await listId(sp, site, definition);
  if (existing !== undefined) {
    await ensureVersions(sp, existing, definition, changed);
    return existing;
  }
  // SharePoint makes the address from the title at creation; owners may change the title afterwards.
  const name = definition.url.split('/').pop() ?? definition.title;
  const added = await sp.web.lists.add(name, definition.description, templates[definition.kind], false, { OnQuickLaunch: false });
  changed(`Created the ${definition.kind} ${definition.title}`);
  await ensureVersions(sp, added.Id, definition, () => undefined);
  return added.Id;
}

/** Turns versions on where a list needs them. How many are kept is the owners' to decide. */
async function ensureVersions(sp: SPFI, id: string, definition: ListDefinition, changed: Report): Promise<void> {
  if (!definition.versions) return;
  const list = sp.web.lists.getById(id);
  const { EnableVersioning } = await list.select('EnableVersioning')<{ EnableVersioning: boolean }>();
  if (EnableVersioning) return;
  await list.update({ EnableVersioning: true });
  changed(`Turned versions on in ${definition.title}`);
}

/** Whether a column that is there can hold what ours holds. Anything else would lose or garble data. */
function checkType(definition: ListDefinition, column: ColumnDefinition, found: IFieldInfo): void {
  const wanted = {
    text: ['Text'],
    note: ['Note'],
    number: ['Number'],
    date: ['DateTime'],
    yesNo: ['Boolean'],
    choice: ['Choice'],
    person: ['User'],
    link: ['URL'],
    lookup: ['Lookup', 'LookupMulti']
  }[column.type];
  if (!wanted.includes(found.TypeAsString)) {
    throw new Error(
      `The column ${column.name} of the list ${definition.title} is of type ${found.TypeAsString}, not ${wanted[0]}. Rename or remove that column, then provision again.`
    );
  }
}

async function ensureColumns(
  list: IList,
  definition: ListDefinition,
  listIds: ReadonlyMap<string, string>,
  changed: Report
): Promise<void> {
  const fields = await list.fields.select('InternalName', 'Title', 'TypeAsString', 'Indexed', 'EnforceUniqueValues')<IFieldInfo[]>();
  const existing = new Map(fields.map((field) => [field.InternalName, field]));
  if (definition.titleColumn !== undefined && existing.get('Title')?.Title === 'Title') {
    await list.fields.getByInternalNameOrTitle('Title').update({ Title: definition.titleColumn });
    changed(`Named the column ${definition.title}.Title “${definition.titleColumn}”`);
  }
  if (definition.titleUnique && !existing.get('Title')?.EnforceUniqueValues) {
    await list.fields.getByInternalNameOrTitle('Title').update({ Indexed: true, EnforceUniqueValues: true });
    changed(`Made the values of the column ${definition.title}.Title unique`);
  }
  for (const column of definition.columns) {
    const found = existing.get(column.name);
    if (!found) {
      await list.fields.createFieldAsXml({ SchemaXml: columnXml(column, listIds), Options: AddFieldOptions.AddFieldInternalNameHint });
      changed(`Added the column ${definition.title}.${column.name}`);
      continue;
    }
    checkType(definition, column, found);
    if (column.indexed && !found.Indexed) {
      await list.fields.getByInternalNameOrTitle(column.name).update({ Indexed: true });
      changed(`Indexed the column ${definition.title}.${column.name}`);
    }
    if (column.unique && !found.EnforceUniqueValues) {
      await list.fields.getByInternalNameOrTitle(column.name).update({ EnforceUniqueValues: true });
      changed(`Made the values of the column ${definition.title}.${column.name} unique`);
    }
  }
}

/** A view as SharePoint makes it with the list, or one that a run before this did not finish. */
const isUntouched = ({ ViewQuery, ViewFields }: { ViewQuery: string | null; ViewFields: { Items: string[] } }): boolean =>
  ViewFields.Items.length === 0 || (!ViewQuery && ViewFields.Items.length === 1 && ViewFields.Items[0] === 'LinkTitle');

async function ensureViews(list: IList, definition: ListDefinition, changed: Report): Promise<void> {
  const views = await list.views.select('Title', 'ViewQuery', 'ViewFields').expand('ViewFields')<
    { Title: string; ViewQuery: string | null; ViewFields: { Items: string[] } }[]
  >();
  for (const view of definition.views) {
    const there = views.find(({ Title }) => Title.toLowerCase() === view.title.toLowerCase());
    // What somebody made of a view belongs to them.
    if (there && !isUntouched(there)) continue;
    if (!there) await list.views.add(view.title, false);
    // The columns first and the query last: a view that was not finished still looks untouched.
    const { fields } = list.views.getByTitle(view.title);
    await fields.removeAll();
    for (const column of view.columns) await fields.add(column);
    const settings = {
      ...{ ViewQuery: view.query ?? '', RowLimit: view.rowLimit ?? 30, DefaultView: view.isDefault ?? false },
      ...(view.inFolders ? { Scope: recursive } : {})
    };
    await list.views.getByTitle(view.title).update(settings);
    changed(`${there ? 'Set up' : 'Added'} the view “${view.title}” of ${definition.title}`);
  }
}

/** The table of parties is filled once. One that holds only our first entries was not finished. */
async function fillParties(sp: SPFI, site: string, changed: Report): Promise<void> {
  const rows = await sp.web
    .getList(`${site}/${parties.url}`)
    .items.select('Title')
    .orderBy('ID')
    .top(usualParties.length + 1)<{ Title: string }[]>();
  if (rows.length >= usualParties.length || rows.some(({ Title }, index) => Title !== usualParties[index]?.name)) return;
  const missing = usualParties.slice(rows.length);
  const failures = await new MemberRegister(sp, site).addParties(missing);
  if (failures[0]) throw new Error(`${failures[0].what}: ${failures[0].reason}`);
  changed(`Filled the list ${parties.title} with ${missing.length} parties`);
}

async function ensureGroups(sp: SPFI, changed: Report): Promise<void> {
  interface GroupRow {
    Id: number;
    Title: string;
    OnlyAllowMembersViewMembership: boolean;
  }
  const rows = await sp.web.siteGroups.select('Id', 'Title', 'OnlyAllowMembersViewMembership')<GroupRow[]>();
  const existing = new Map(rows.map(({ Id, Title }) => [Title.toLowerCase(), Id]));
  const shown = new Set(rows.filter((row) => !row.OnlyAllowMembersViewMembership).map(({ Id }) => Id));
  const assigned = new Set(
    (await sp.web.roleAssignments.select('PrincipalId')<{ PrincipalId: number }[]>()).map(({ PrincipalId }) => PrincipalId)
  );
  for (const group of groups) {
    let id = existing.get(group.title.toLowerCase());
    if (id === undefined) {
      const added = await sp.web.siteGroups.add({ Title: group.title, Description: group.description });
      id = added.Id;
      changed(`Created the group ${group.title}`);
    }
    if (group.membersShown && !shown.has(id)) {
      await sp.web.siteGroups.getById(id).update({ OnlyAllowMembersViewMembership: false });
      changed(`Let readers of the site know who is in ${group.title}`);
    }
    if (!assigned.has(id)) {
      const { Id: role } = await sp.web.roleDefinitions.getByName(group.level)();
      await sp.web.roleAssignments.add(id, role);
      changed(`Gave the group ${group.title} the level ${group.level}`);
    }
  }
}
