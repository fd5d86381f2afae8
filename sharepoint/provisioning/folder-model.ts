import { folderAt, folderPath, type EnquiryFolder } from '../../src/domain/enquiries/folders';
import { enquiryLists, type GroupName, type LevelName, type ListDefinition } from '../../src/lists';
import type { Persons } from './persons';

/** A folder as it should be, in a list of enquiries. */
export interface FolderModel {
  list: ListDefinition;
  folder: EnquiryFolder;
  /** Server-relative. */
  path: string;
  /** Level by principal. */
  rights: ReadonlyMap<number, LevelName>;
  /** It is looked after where it is there, and not made: its member has left. */
  onlyIfThere: boolean;
}

const rightsIn = (
  { audiences }: ListDefinition,
  { kind }: EnquiryFolder,
  persons: readonly number[],
  groupIds: ReadonlyMap<GroupName, number>
): Map<number, LevelName> =>
  new Map(
    (Object.entries(audiences?.[kind] ?? {}) as ['person' | GroupName, LevelName][]).flatMap(([who, level]) =>
      (who === 'person' ? persons : [groupIds.get(who) ?? 0]).map((id): [number, LevelName] => [id, level])
    )
  );

/** The folders that the lists of enquiries should have, and who has which level in each. */
export function folderModels(site: string, { members, wards }: Persons, groupIds: ReadonlyMap<GroupName, number>): FolderModel[] {
  return enquiryLists.flatMap((list) => {
    const model = (folder: EnquiryFolder, persons: readonly number[], onlyIfThere: boolean): FolderModel => ({
      ...{ list, folder, onlyIfThere },
      path: `${site}/${list.url}/${folderPath(folder)}`,
      rights: rightsIn(list, folder, persons, groupIds)
    });
    return [
      ...members.flatMap(({ id, serving, principal }) => {
        const persons = serving && principal !== undefined ? [principal] : [];
        return (['member', 'restricted'] as const).map((kind) => model({ kind, memberId: id }, persons, !serving));
      }),
      ...wards.map(({ id, principals }) => model({ kind: 'ward', wardId: id }, principals, false))
    ];
  });
}

/** Models of folders whose member or ward was deleted from its list: nobody but groups has rights there. */
export function orphanModels(
  list: ListDefinition,
  root: string,
  names: readonly string[],
  known: ReadonlySet<string>,
  groupIds: ReadonlyMap<GroupName, number>
): FolderModel[] {
  return names.flatMap((name) => {
    const found = folderAt(name);
    if (!found || known.has(`${root}/${name}`)) return [];
    const folders: EnquiryFolder[] = found.kind === 'member' ? [found, { ...found, kind: 'restricted' }] : [found];
    return folders.map((folder) => ({
      ...{ list, folder, path: `${root}/${folderPath(folder)}`, onlyIfThere: true },
      rights: rightsIn(list, folder, [], groupIds)
    }));
  });
}
