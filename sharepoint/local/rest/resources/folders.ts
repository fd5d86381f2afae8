import { alreadyExists, badQuery, badRequest, fileNotFound, nameInUse, unknownProperty } from '../../errors';
import { itemEtag, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import {
  asObject,
  collectionResource,
  deleted,
  entityResource,
  nothing,
  plainProperties,
  value,
  withChildren,
  type Answer,
  type Entity,
  type Resource
} from '../model';
import { argument, textArgument } from '../path';
import { checkName, leafIn } from '../../store/names';
import { fileEntity, fileResource, filesResource, parentOf } from './files';
import { itemEntity } from './item-entity';
import { checkEtag, demandChange, demandDeletion, itemResource, recycle } from './items';
import { moveItem } from './move-copy';

const folderSet = 'SP.ApiData.Folders';
const editOf = (path: string): string => `Web/GetFolderByServerRelativePath(decodedurl='${path.replace(/'/g, "''")}')`;

/** A folder as REST shows it: a folder item, or a list's root. */
export function folderEntity(call: Call, list: List, path: string): Entity {
  const { items } = call.site;
  const isRoot = path.toLowerCase() === list.root.toLowerCase();
  const item = isRoot ? undefined : items.byPath(path);
  if (!isRoot && !item?.folder) throw fileNotFound();
  return {
    kind: 'entity',
    type: 'SP.Folder',
    edit: editOf(path),
    ...(item ? { etag: itemEtag(item) } : {}),
    properties: {
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      IsWOPIEnabled: false,
      ItemCount: items.countIn(list, path, true) + items.countIn(list, path, false),
      Name: path.slice(path.lastIndexOf('/') + 1),
      ProgID: null,
      ServerRelativeUrl: path,
      TimeCreated: item?.row.Created ?? list.created,
      TimeLastModified: item?.row.Modified ?? list.modified,
      UniqueId: item?.uniqueId ?? list.id,
      WelcomePage: ''
    },
    onRequest: { ContentTypeOrder: () => null, UniqueContentTypeOrder: () => null, ServerRelativePath: () => ({ DecodedUrl: path }) },
    links: {
      Files: () => ({
        kind: 'collection',
        set: 'SP.ApiData.Files',
        entities: list.library ? visible(call, items.shownInFolder(list, path, false)).map((file) => fileEntity(call, file)) : []
      }),
      Folders: () => ({
        kind: 'collection',
        set: folderSet,
        entities: visible(call, items.shownInFolder(list, path, true)).map((folder) => folderEntity(call, list, pathOf(folder)))
      }),
      ListItemAllFields: () => item && itemEntity(call, item),
      ParentFolder: () => (isRoot ? siteFolderEntity(call) : parentFolder(call, list, parentOf(path)))
    }
  };
}

/** The folder above, for who may see it. */
function parentFolder(call: Call, list: List, path: string): Entity | undefined {
  if (path.toLowerCase() === list.root.toLowerCase()) return call.access.mayEnter(list) ? folderEntity(call, list, list.root) : undefined;
  const item = call.site.items.byPath(path);
  return item && call.access.sees(item) ? folderEntity(call, list, path) : undefined;
}

/** The site's own folder: the libraries, and Lists with the lists in it. */
export function siteFolderEntity(call: Call): Entity {
  const { site } = call;
  const libraries = (): Entity[] =>
    site.lists
      .all()
      .filter((list) => list.library && call.access.mayEnter(list))
      .map((list) => folderEntity(call, list, list.root));
  return {
    kind: 'entity',
    type: 'SP.Folder',
    edit: editOf(site.path),
    properties: {
      Exists: true,
      ExistsAllowThrowForPolicyFailures: true,
      IsWOPIEnabled: false,
      ItemCount: libraries().length,
      Name: '',
      ProgID: null,
      ServerRelativeUrl: site.path,
      TimeCreated: site.created,
      TimeLastModified: site.created,
      UniqueId: site.ids.web,
      WelcomePage: 'SitePages/Home.aspx'
    },
    onRequest: { ContentTypeOrder: () => null, UniqueContentTypeOrder: () => null, ServerRelativePath: () => ({ DecodedUrl: site.path }) },
    links: {
      Files: () => ({ kind: 'collection', set: 'SP.ApiData.Files', entities: [] }),
      Folders: () => ({ kind: 'collection', set: folderSet, entities: libraries() })
    }
  };
}

/** The site's own folder, from which libraries are reached by name. */
export const siteFolderResource = (call: Call): Resource =>
  withChildren(
    entityResource(() => siteFolderEntity(call)),
    { folders: (segment) => (segment.called ? folderResource(call, `${call.site.path}/${textArgument(segment, 'url')}`) : undefined) }
  );

/** The folders in a folder. */
function foldersResource(call: Call, list: List, directory: string): Resource {
  const { items } = call.site;
  const listed = collectionResource(folderSet, () =>
    visible(call, items.shownInFolder(list, directory, true)).map((folder) => folderEntity(call, list, pathOf(folder)))
  );
  return withChildren(listed, {
    addusingpath: (segment) => ({
      post: () => {
        const overwrite = argument(segment, 'overwrite', 1) === true;
        return addFolder(call, list, directory, textArgument(segment, 'decodedUrl'), overwrite ? undefined : nameInUse);
      }
    }),
    add: (segment) => ({
      post: () => {
        // In a list SharePoint makes a folder here that no view and no query shows. Nobody wants that.
        if (!list.library) throw badRequest('In a list, folders are added with AddSubFolderUsingPath.');
        return addFolder(call, list, directory, textArgument(segment, 'url'), undefined);
      }
    })
  });
}

/** @param refusal what is said where the folder is there already; undefined answers the one that is there */
function addFolder(call: Call, list: List, directory: string, name: string, refusal: ((message: string) => Error) | undefined): Answer {
  const { items } = call.site;
  call.access.add(list, directory);
  if (!list.settings.EnableFolderCreation)
    throw badRequest('Folders cannot be created in this list: its setting EnableFolderCreation is off.');
  const leaf = leafIn(directory, name.replace(/\/$/, ''));
  checkName(leaf, directory);
  const existing = items.byPath(`${directory}/${leaf}`);
  if (existing && (refusal || !existing.folder || !call.access.sees(existing))) {
    throw (refusal ?? nameInUse)(`A file or folder with the name ${directory}/${leaf} already exists.`);
  }
  const folder = existing ?? items.add(list, call.user, new Map([['Title', leaf]]), { directory, leaf, folder: true });
  return folderEntity(call, list, pathOf(folder));
}

/** What of these the user may see. */
const visible = (call: Call, found: Item[]): Item[] => found.filter((item) => call.access.sees(item));

/** All bytes and documents in a folder and below it. */
function storageMetrics(call: Call, list: List, directory: string): { size: number; count: number } {
  const { items } = call.site;
  return items
    .inFolder(list, directory, true)
    .filter((folder) => call.access.sees(folder))
    .map((folder) => storageMetrics(call, list, pathOf(folder)))
    .reduce(
      (sum, part) => ({ size: sum.size + part.size, count: sum.count + part.count }),
      items
        .inFolder(list, directory, false)
        .filter((file) => call.access.sees(file))
        .reduce((sum, { row }) => ({ size: sum.size + Number(row.FileSize), count: sum.count + 1 }), { size: 0, count: 0 })
    );
}

const leafOf = (body: unknown): string => {
  const { DecodedUrl } = asObject(asObject(body).leafPath);
  if (typeof DecodedUrl !== 'string') throw badQuery('The parameter leafPath is missing.');
  return DecodedUrl;
};

/** A folder that is not there says so and is no error; everything below it is. */
const missingFolder = (path: string): Resource =>
  entityResource(
    () => ({
      kind: 'entity',
      type: 'SP.Folder',
      edit: editOf(path),
      properties: { Exists: false, IsWOPIEnabled: false, ItemCount: 0, Name: '', ProgID: null, ServerRelativeUrl: '', WelcomePage: '' }
    }),
    {
      merge: () => {
        throw fileNotFound();
      },
      remove: () => {
        throw fileNotFound();
      }
    }
  );

/** A folder by its server-relative address. */
export function folderResource(call: Call, path: string): Resource {
  const { items, lists, path: sitePath } = call.site;
  const directory = path.replace(/\/$/, '');
  if (directory.toLowerCase() === sitePath.toLowerCase()) return siteFolderResource(call);
  const list = lists.owning(directory);
  if (!list) throw fileNotFound();
  const isRoot = directory.toLowerCase() === list.root.toLowerCase();
  // Who has rights on a folder only comes in at the folder, not at the root.
  if (isRoot) call.access.enter(list);
  const item = isRoot ? undefined : items.byPath(directory);
  // What somebody may not see is not there for them, in the same words.
  if (!isRoot && !(item && call.access.sees(item))) {
    if (!call.access.mayEnter(list)) throw fileNotFound();
    return missingFolder(directory);
  }
  if (item && !item.folder) throw fileNotFound();
  const place = item ? pathOf(item) : list.root;
  const own = (): Item => {
    if (!item) throw badRequest('The root folder of a list cannot be deleted.');
    demandDeletion(call, item);
    return item;
  };
  return withChildren(
    entityResource(() => folderEntity(call, list, place), {
      merge: (changes) => {
        if (item) {
          checkEtag(call, item);
          demandChange(call, item, permission.editListItems);
        } else call.access.list(list, permission.manageLists);
        for (const [name, given] of plainProperties(changes)) {
          if (name === 'WelcomePage' || name === 'UniqueContentTypeOrder') continue;
          if (name !== 'Name') throw unknownProperty(name, 'SP.Folder');
          checkName(String(given), parentOf(place));
          if (item) moveItem(call, item, `${item.directory}/${String(given)}`, { overwrite: false, keepBoth: false });
          else if (String(given).toLowerCase() !== list.root.slice(parentOf(list.root).length + 1).toLowerCase()) {
            throw badRequest('The root folder of a list is renamed with its list only.');
          }
        }
        return nothing();
      },
      remove: () => {
        items.remove(own());
        return deleted();
      }
    }),
    {
      files: (segment) =>
        segment.called ? fileResource(call, items.byPath(`${place}/${textArgument(segment, 'url')}`)) : filesResource(call, list, place),
      folders: (segment) =>
        segment.called ? folderResource(call, `${place}/${textArgument(segment, 'url')}`) : foldersResource(call, list, place),
      addsubfolderusingpath: (segment) => ({
        post: (body) => {
          const named = segment.named.size + segment.positional.length > 0;
          return addFolder(call, list, place, named ? textArgument(segment, 'decodedUrl') : leafOf(body), alreadyExists);
        }
      }),
      listitemallfields: () => (item ? itemResource(call, list, item.id) : { get: () => value('ListItemAllFields', null, 'SP.ListItem') }),
      properties: () => ({
        get: () => ({
          kind: 'entity',
          type: 'SP.PropertyValues',
          edit: `${editOf(place)}/Properties`,
          properties: { vti_x005f_listname: `{${list.id.toUpperCase()}}` }
        })
      }),
      storagemetrics: () => ({
        get: () => {
          const { size, count } = storageMetrics(call, list, place);
          const properties = {
            LastModified: item?.row.Modified ?? list.modified,
            TotalFileCount: String(count),
            TotalFileStreamSize: String(size),
            TotalSize: String(size)
          };
          return { kind: 'entity', type: 'SP.StorageMetrics', edit: `${editOf(place)}/StorageMetrics`, properties };
        }
      }),
      recycle: () => ({ post: () => recycle(call, own()) }),
      deletewithparameters: () => ({
        post: (body) => {
          const parameters = asObject(asObject(body).parameters);
          const target = own();
          const filled = items.countIn(list, place, true) + items.countIn(list, place, false) > 0;
          if (parameters.DeleteIfEmpty === true && filled) throw badRequest('The folder is not empty.');
          items.remove(target);
          return deleted();
        }
      })
    }
  );
}
