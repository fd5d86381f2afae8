import { badRequest, fileNotFound, nameInUse, notCheckedOut } from '../../errors';
import { checkName, freeName, leafIn } from '../../store/names';
import { itemEtag, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import {
  collectionResource,
  deleted,
  entityResource,
  linksTo,
  nothing,
  value,
  withChildren,
  type Answer,
  type Entity,
  Payload,
  type Resource
} from '../model';
import { argument, numberArgument, textArgument, type Segment } from '../path';
import { itemEntity } from './item-entity';
import { checkEtag, demandChange, demandDeletion, demandEditing, itemResource, recycle } from './items';
import { userEntity } from './people';
import { fileVersionsResource } from './versions';
import { copyItem, moveItem } from './move-copy';
import { none, noRightsManagement } from './site-parts';
import { cancelUpload, continueUpload, finishUpload, startUpload } from './uploads';

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

/** A document as REST shows it. */
export const fileEntity = (call: Call, item: Item): Entity => ({
  kind: 'entity',
  type: 'SP.File',
  edit: `Web/GetFileByServerRelativePath(decodedurl='${pathOf(item).replace(/'/g, "''")}')`,
  etag: itemEtag(item),
  properties: {
    CheckInComment: '',
    CheckOutType: item.row.CheckoutUser === null ? 2 : 0,
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
    CheckedOutByUser: () => person(call, item.row.CheckoutUser),
    ModifiedBy: () => person(call, item.row.Editor),
    ...linksTo(
      () => fileResource(call, item),
      [
        'EffectiveInformationRightsManagementSettings',
        'InformationRightsManagementSettings',
        'LockedByUser',
        'Properties',
        'VersionEvents',
        'Versions'
      ]
    )
  }
});

/** What SharePoint keeps with a document besides its columns. */
const propertyBag = (item: Item): Resource =>
  entityResource(() => ({
    kind: 'entity',
    type: 'SP.PropertyValues',
    edit: `Web/GetFileById(guid'${item.uniqueId}')/Properties`,
    properties: { vti_x005f_title: String(item.row.Title ?? ''), vti_x005f_filesize: Number(item.row.FileSize), vti_x005f_level: 1 }
  }));

const person = (call: Call, id: unknown): Entity | undefined => {
  const user = call.site.principals.userById(Number(id));
  return user && userEntity(call, user);
};

/** The folder in which something is. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** One document. Throws "File Not Found" for none. */
export function fileResource(call: Call, item: Item | undefined): Resource {
  if (!item || item.folder || !call.access.sees(item)) throw fileNotFound();
  const { items } = call.site;
  /** A list's item has no contents. */
  const demandContents = (): void => {
    if (!item.list.library) throw fileNotFound();
  };
  const demandEdit = (): void => {
    demandContents();
    checkEtag(call, item);
    demandEditing(call, item);
  };
  const contents: Resource = {
    takesBytes: true,
    get: () => {
      demandContents();
      call.access.item(item, permission.openItems);
      return { kind: 'bytes', bytes: items.contents(item), contentType: mediaTypeOf(item.leaf), etag: itemEtag(item) };
    },
    put: (body) => {
      demandEdit();
      return nothing(itemEtag(items.write(item, call.user, body.bytes, false)));
    }
  };
  /** An upload belongs to its user and to its document. */
  const session = (segment: Segment): string =>
    `${call.site.ids.site} ${call.user.id} ${item.uniqueId} ${textArgument(segment, 'uploadId')}`;
  const remove = (): void => {
    demandDeletion(call, item);
    items.remove(item);
  };
  /** Who checked a document out, or who may pass over that, ends it. */
  const endCheckout = (): void => {
    call.access.item(item, permission.editListItems);
    if (item.row.CheckoutUser === null) throw notCheckedOut(pathOf(item));
    if (item.row.CheckoutUser !== call.user.id) call.access.item(item, permission.overrideListBehaviors);
  };
  return withChildren(
    entityResource(() => fileEntity(call, items.byId(item.list, item.id)), {
      remove: () => {
        remove();
        return deleted();
      }
    }),
    {
      $value: () => contents,
      openbinarystream: () => contents,
      listitemallfields: () => itemResource(call, item.list, item.id),
      recycle: () => ({ post: () => recycle(call, item) }),
      versions: (segment) => fileVersionsResource(call, item, segment),
      checkout: () => ({
        post: () => {
          demandChange(call, item, permission.editListItems);
          if (item.row.CheckoutUser === call.user.id) throw badRequest(`The file ${pathOf(item)} is already checked out by you.`);
          items.setCheckout(item, call.user.id);
          return deleted();
        }
      }),
      checkin: () => ({
        post: () => {
          endCheckout();
          items.update(items.setCheckout(item, null), call.user, new Map());
          return deleted();
        }
      }),
      undocheckout: () => ({
        post: () => {
          endCheckout();
          items.setCheckout(item, null);
          return deleted();
        }
      }),
      checkedoutbyuser: () => {
        const user = person(call, item.row.CheckoutUser);
        return user ? entityResource(() => user) : { get: () => value('CheckedOutByUser', null, 'SP.User') };
      },
      properties: () => propertyBag(item),
      versionevents: none('SP.ApiData.FileVersionEvents'),
      informationrightsmanagementsettings: noRightsManagement,
      effectiveinformationrightsmanagementsettings: noRightsManagement,
      lockedbyuser: () => ({ get: () => value('LockedByUser', null, 'SP.User') }),
      deletewithparameters: () => ({
        post: () => {
          remove();
          return deleted();
        }
      }),
      copyto: (segment) => ({
        post: () => {
          copyItem(call, item, textArgument(segment, 'strNewUrl'), {
            overwrite: argument(segment, 'bOverWrite', 1) === true,
            keepBoth: false
          });
          return deleted();
        }
      }),
      moveto: (segment) => ({
        post: () => {
          const overwrite = Number(argument(segment, 'flags', 1) ?? 0) === 1;
          moveItem(call, item, textArgument(segment, 'newUrl'), { overwrite, keepBoth: false });
          return deleted();
        }
      }),
      startupload: (segment) => ({
        takesBytes: true,
        post: (body) => {
          demandEdit();
          return value('StartUpload', String(startUpload(session(segment), body.bytes)));
        }
      }),
      continueupload: (segment) => ({
        takesBytes: true,
        post: (body) =>
          value('ContinueUpload', String(continueUpload(session(segment), numberArgument(segment, 'fileOffset', 1), body.bytes)))
      }),
      finishupload: (segment) => ({
        takesBytes: true,
        post: (body) => {
          demandEdit();
          const whole = finishUpload(session(segment), numberArgument(segment, 'fileOffset', 1), body.bytes);
          return fileEntity(call, items.write(item, call.user, whole, false));
        }
      }),
      cancelupload: (segment) => ({
        post: () => {
          cancelUpload(session(segment));
          return deleted();
        }
      })
    }
  );
}

/** The documents in a folder. */
export function filesResource(call: Call, list: List, directory: string): Resource {
  const { items } = call.site;
  const add = (name: string, overwrite: boolean, body: Payload, unique = false): Answer => {
    if (!list.library) throw badRequest('Documents can be added to libraries only.');
    const given = leafIn(directory, name);
    checkName(given, directory);
    const leaf = unique ? freeName(given, (candidate) => items.byPath(`${directory}/${candidate}`) !== undefined) : given;
    const existing = items.byPath(`${directory}/${leaf}`);
    if (!existing || !call.access.sees(existing)) call.access.add(list, directory);
    if (existing && (!overwrite || existing.folder || !call.access.sees(existing))) {
      throw nameInUse(`A file with the name ${directory}/${leaf} already exists.`);
    }
    if (existing) demandEditing(call, existing);
    if (existing) return fileEntity(call, items.write(existing, call.user, body.bytes, false));
    const created = items.add(list, call.user, new Map(), { directory, leaf, size: body.bytes.length });
    const written = items.write(created, call.user, body.bytes, true);
    return fileEntity(call, list.settings.ForceCheckout ? items.setCheckout(written, call.user.id) : written);
  };
  const listed = collectionResource('SP.ApiData.Files', () =>
    items
      .shownInFolder(list, directory, false)
      .filter((file) => call.access.sees(file))
      .map((file) => fileEntity(call, file))
  );
  return withChildren(listed, {
    addusingpath: (segment) => ({
      takesBytes: true,
      post: (body) =>
        add(
          textArgument(segment, 'decodedUrl'),
          argument(segment, 'overwrite', 1) === true,
          body,
          argument(segment, 'EnsureUniqueFileName', 9) === true
        )
    }),
    add: (segment) => ({
      takesBytes: true,
      post: (body) => add(textArgument(segment, 'url'), argument(segment, 'overwrite', 1) === true, body)
    }),
    addtemplatefile: (segment) => ({
      // A copy of an empty page or document; SharePoint's own templates are not here.
      post: () => add(textArgument(segment, 'urlOfFile').split('/').pop() ?? '', false, new Payload(new Uint8Array()))
    }),
    getbyurl: (segment) => fileResource(call, items.byPath(`${directory}/${textArgument(segment, 'url')}`))
  });
}

/** A document by its server-relative address. */
export const fileByPath = (call: Call, path: string): Resource => fileResource(call, call.site.items.byPath(path));
