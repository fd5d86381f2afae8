import { alreadyExists, badRequest, fileNotFound, invalidArgument } from '../../errors';
import { itemEtag, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permissions';
import type { Call } from '../call';
import {
  collectionResource,
  deleted,
  entityResource,
  nothing,
  value,
  withChildren,
  type Answer,
  type Entity,
  type Payload,
  type Resource
} from '../model';
import { argument, numberArgument, textArgument } from '../path';
import { itemEntity, itemResource, checkEtag } from './items';
import { userEntity } from './people';
import { cancelUpload, continueUpload, finishUpload, startUpload } from './uploads';

/** The longest decoded address of a document, counted as SharePoint counts it. */
const longestPath = 400;

const mediaTypes: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  // Pictures that can hold scripts are downloaded, never shown: as on a tenant, they come from the site's own origin.
  pdf: 'application/pdf',
  txt: 'text/plain;charset=utf-8',
  json: 'application/json'
};

/** The media type that a document is served with. */
export const mediaTypeOf = (name: string): string => mediaTypes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Refuses names that SharePoint refuses. */
export function checkName(name: string, directory: string): void {
  const bad = /["*:<>?/\\|\u0000-\u001f]/.test(name) || name.trim() !== name || name === '' || /^~\$/.test(name) || /\.$/.test(name);
  const reserved = /^(\.lock|CON|PRN|AUX|NUL|COM\d|LPT\d|desktop\.ini|_vti_.*)$/i.test(name) || name.includes('_vti_');
  if (bad || reserved) {
    throw badRequest(`The file or folder name "${name}" contains characters that are not permitted. Please use a different name.`);
  }
  if (directory.length + name.length + 1 > longestPath) {
    throw invalidArgument(
      'The specified file or folder name is too long. The URL path for all files and folders must be 400 characters or less.'
    );
  }
}

/** A document as REST shows it. */
export const fileEntity = (call: Call, item: Item): Entity => ({
  kind: 'entity',
  type: 'SP.File',
  edit: `Web/GetFileByServerRelativePath(decodedurl='${pathOf(item).replace(/'/g, "''")}')`,
  etag: itemEtag(item),
  properties: {
    CheckInComment: '',
    CheckOutType: 2,
    ContentTag: `{${item.uniqueId.toUpperCase()}},${item.version},${item.version}`,
    CustomizedPageStatus: 0,
    ETag: `"{${item.uniqueId.toUpperCase()}},${item.version}"`,
    Exists: true,
    ExistsAllowThrowForPolicyFailures: true,
    IrmEnabled: false,
    Length: String(item.row.FileSize),
    Level: 1,
    LinkingUri: null,
    LinkingUrl: '',
    MajorVersion: item.version,
    MinorVersion: 0,
    Name: item.leaf,
    ServerRelativeUrl: pathOf(item),
    TimeCreated: item.row.Created,
    TimeLastModified: item.row.Modified,
    Title: item.row.Title,
    UIVersion: item.version * 512,
    UIVersionLabel: `${item.version}.0`,
    UniqueId: item.uniqueId
  },
  links: {
    ListItemAllFields: () => itemEntity(call, item),
    Author: () => person(call, item.row.Author),
    ModifiedBy: () => person(call, item.row.Editor)
  }
});

const person = (call: Call, id: unknown): Entity | undefined => {
  const user = call.site.principals.userById(Number(id));
  return user && userEntity(call, user);
};

/** The folder in which something is. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** One document. Throws "File Not Found" for none. */
export function fileResource(call: Call, item: Item | undefined): Resource {
  call.demand(permission.viewListItems);
  if (!item || item.folder) throw fileNotFound();
  const { items } = call.site;
  const contents: Resource = {
    get: () => {
      call.demand(permission.viewListItems);
      return { kind: 'bytes', bytes: items.contents(item), contentType: mediaTypeOf(item.leaf), etag: itemEtag(item) };
    },
    put: (body) => {
      call.demand(permission.editListItems);
      checkEtag(call, item);
      return nothing(itemEtag(items.write(item, call.user, body.bytes, false)));
    }
  };
  const remove = (): void => {
    call.demand(permission.deleteListItems);
    checkEtag(call, item);
    items.remove(item);
  };
  return withChildren(
    entityResource(() => fileEntity(call, item), {
      remove: () => {
        remove();
        return deleted();
      }
    }),
    {
      $value: () => contents,
      openbinarystream: () => contents,
      listitemallfields: () => itemResource(call, item.list, item.id),
      recycle: () => ({
        post: () => {
          remove();
          return value('Recycle', item.uniqueId, 'Edm.Guid');
        }
      }),
      lockedbyuser: () => ({ get: () => value('LockedByUser', null, 'SP.User') }),
      deletewithparameters: () => ({
        post: () => {
          remove();
          return deleted();
        }
      }),
      copyto: (segment) => ({
        post: () => copyFile(call, item, textArgument(segment, 'strNewUrl'), argument(segment, 'bOverWrite', 1) === true)
      }),
      moveto: (segment) => ({
        post: () => {
          call.demand(permission.editListItems);
          const to = textArgument(segment, 'newUrl');
          const directory = parentOf(to);
          const leaf = to.slice(directory.length + 1);
          if (call.site.lists.owning(to)?.id !== item.list.id) throw badRequest('A document can be moved within its library only.');
          checkName(leaf, directory);
          checkFolder(call, item.list, directory);
          const existing = items.byPath(to);
          if (existing && Number(argument(segment, 'flags', 1) ?? 0) === 1) {
            call.demand(permission.deleteListItems);
            items.remove(existing);
          }
          items.move(item, call.user, directory, leaf);
          return deleted();
        }
      }),
      startupload: (segment) => ({
        post: (body) => value('StartUpload', String(startUpload(textArgument(segment, 'uploadId'), body.bytes)))
      }),
      continueupload: (segment) => ({
        post: (body) =>
          value(
            'ContinueUpload',
            String(continueUpload(textArgument(segment, 'uploadId'), numberArgument(segment, 'fileOffset', 1), body.bytes))
          )
      }),
      finishupload: (segment) => ({
        post: (body) => {
          call.demand(permission.editListItems);
          const whole = finishUpload(textArgument(segment, 'uploadId'), numberArgument(segment, 'fileOffset', 1), body.bytes);
          return fileEntity(call, items.write(item, call.user, whole, false));
        }
      }),
      cancelupload: (segment) => ({
        post: () => {
          cancelUpload(textArgument(segment, 'uploadId'));
          return deleted();
        }
      })
    }
  );
}

/** Refuses a folder that does not exist. */
function checkFolder(call: Call, list: List, directory: string): void {
  if (directory.toLowerCase() !== list.root.toLowerCase() && !call.site.items.byPath(directory)?.folder) throw fileNotFound();
}

function copyFile(call: Call, item: Item, to: string, overwrite: boolean): Answer {
  const { items, lists } = call.site;
  call.demand(permission.addListItems);
  const list = lists.owning(to);
  const directory = parentOf(to);
  if (!list?.library) throw fileNotFound();
  const leaf = to.slice(directory.length + 1);
  checkName(leaf, directory);
  checkFolder(call, list, directory);
  const existing = items.byPath(to);
  if (existing && !overwrite) throw alreadyExists(`A file or folder with the name ${to} already exists.`);
  const bytes = items.contents(item);
  const target = existing ?? items.add(list, call.user, new Map(), { directory, leaf, size: bytes.length });
  items.write(target, call.user, bytes, existing === undefined);
  return deleted();
}

/** The documents in a folder. */
export function filesResource(call: Call, list: List, directory: string): Resource {
  const { items } = call.site;
  const add = (name: string, overwrite: boolean, body: Payload): Answer => {
    call.demand(permission.addListItems);
    if (!list.library) throw badRequest('Documents can be added to libraries only.');
    const leaf = name.slice(name.lastIndexOf('/') + 1);
    checkName(leaf, directory);
    const existing = items.byPath(`${directory}/${leaf}`);
    if (existing && (!overwrite || existing.folder)) {
      throw alreadyExists(
        `A file or folder with the name ${directory}/${leaf} already exists. It was last modified by ${call.user.title}.`
      );
    }
    if (existing) return fileEntity(call, items.write(existing, call.user, body.bytes, false));
    const created = items.add(list, call.user, new Map(), { directory, leaf, size: body.bytes.length });
    return fileEntity(call, items.write(created, call.user, body.bytes, true));
  };
  const listed = collectionResource('SP.ApiData.Files', () => items.inFolder(list, directory, false).map((file) => fileEntity(call, file)));
  return withChildren(listed, {
    addusingpath: (segment) => ({
      post: (body) => add(textArgument(segment, 'decodedUrl'), argument(segment, 'overwrite', 1) === true, body)
    }),
    add: (segment) => ({ post: (body) => add(textArgument(segment, 'url'), argument(segment, 'overwrite', 1) === true, body) }),
    getbyurl: (segment) => fileResource(call, items.byPath(`${directory}/${textArgument(segment, 'url')}`))
  });
}

/** A document by its server-relative address. */
export const fileByPath = (call: Call, path: string): Resource => fileResource(call, call.site.items.byPath(path));
