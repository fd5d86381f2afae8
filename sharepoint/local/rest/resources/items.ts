import { checkedOut, etagMismatch, notCheckedOut, tooManyLookups } from '../../errors';
import { itemEtag, itemFromRow, pathOf, type Item } from '../../store/items';
import type { List } from '../../store/lists';
import { permission } from '../../store/permission-bits';
import { apiUrl, type Call } from '../call';
import { mostLookups, readPage } from '../item-query';
import { asObject, deleted, entityResource, nothing, value, withChildren, type Collection, type Resource } from '../model';
import { numberArgument } from '../path';
import { attachmentsResource } from './attachments';
import { fileResource } from './files';
import { folderResource } from './folders';
import { validateUpdate } from './form-values';
import { checkSelection, editOf, itemEntity, securable, selectedFields, selectedLookups, type Shared } from './item-entity';
import { fieldValues, itemType, valuesFrom } from './item-values';
import { securityParts } from './security';
import { itemVersionsResource } from './versions';

/** Refuses a change whose If-Match is not the item's ETag. "*" overwrites, and so does none. Comes before rights are looked at. */
export function checkEtag(call: Call, item: Item): void {
  const { ifMatch = '*' } = call;
  if (ifMatch.trim() === '*') return;
  if (ifMatch !== itemEtag(item)) throw etagMismatch(ifMatch, itemEtag(item));
}

/** Refuses a change to what somebody else has checked out. */
function checkNotCheckedOut(call: Call, item: Item): void {
  const by = item.row.CheckoutUser;
  if (typeof by === 'number' && by !== call.user.id) throw checkedOut(pathOf(item), call.site.principals.userById(by)?.title ?? '');
}

/** Refuses who may not change an item, or may not change it now. */
export function demandChange(call: Call, item: Item, right: bigint): void {
  call.access.item(item, right);
  checkNotCheckedOut(call, item);
}

/** Refuses who may not edit an item; a document of a library that asks for check-out has to be checked out first. */
export function demandEditing(call: Call, item: Item): void {
  demandChange(call, item, permission.editListItems);
  const { list } = item;
  if (!list.library || item.folder || !list.settings.ForceCheckout) return;
  if (call.site.items.byId(list, item.id).row.CheckoutUser !== call.user.id) throw notCheckedOut(pathOf(item));
}

/** Refuses who may not delete an item, or a folder with everything in it: seen or not, their own or not, checked out or not. */
export function demandDeletion(call: Call, item: Item): void {
  checkEtag(call, item);
  demandChange(call, item, permission.deleteListItems);
  if (!item.folder) return;
  const { permissions, items } = call.site;
  for (const scope of permissions.scopesBelow(item)) call.access.demand(scope, permission.deleteListItems);
  if (item.list.settings.WriteSecurity === 1 && item.list.settings.ReadSecurity === 1 && !item.list.library) return;
  for (const inside of items.below(item)) if (!inside.folder) demandChange(call, inside, permission.deleteListItems);
}

/** Moves an item, document or folder into the recycle bin. */
export function recycle(call: Call, item: Item): ReturnType<typeof value> {
  demandDeletion(call, item);
  return value('Recycle', call.site.recycleBin.recycle(item, call.user), 'Edm.Guid');
}

/** One item. Throws "Item does not exist" for none, and for one that the user may not see. */
export function itemResource(call: Call, list: List, id: number): Resource {
  const { items } = call.site;
  const item = call.access.see(items.byId(list, id));
  const values =
    (form: 'AsText' | 'AsHtml' | 'ForEdit'): (() => Resource) =>
    () => ({ get: () => fieldValues(call, items.byId(list, id), form, editOf(item)) });
  return withChildren(
    entityResource(() => itemEntity(call, items.byId(list, id)), {
      get: (query) => {
        if (query.select.length > 0 && selectedLookups(call, list, query).length > mostLookups) throw tooManyLookups();
        return itemEntity(call, items.byId(list, id));
      },
      merge: (changes) => {
        checkEtag(call, item);
        demandEditing(call, item);
        return nothing(itemEtag(items.update(item, call.user, valuesFrom(call, list, changes))));
      },
      remove: () => {
        demandDeletion(call, item);
        items.remove(item);
        return deleted();
      }
    }),
    {
      ...securityParts(call, securable(item), editOf(item)),
      recycle: () => ({ post: () => recycle(call, item) }),
      deletewithparameters: () => ({
        post: () => {
          demandDeletion(call, item);
          items.remove(item);
          return deleted();
        }
      }),
      fieldvaluesastext: values('AsText'),
      fieldvaluesashtml: values('AsHtml'),
      // No Office application opens list items.
      getwopiframeurl: () => ({ post: () => value('GetWOPIFrameUrl', '') }),
      fieldvaluesforedit: values('ForEdit'),
      validateupdatelistitem: () => ({ post: (body) => validateUpdate(call, item, asObject(body)) }),
      versions: (segment) => itemVersionsResource(call, item, segment),
      attachmentfiles: (segment) => attachmentsResource(call, item, segment),
      file: () => (list.library && !item.folder ? fileResource(call, item) : { get: () => value('File', null, 'SP.File') }),
      folder: () => (item.folder ? folderResource(call, pathOf(item)) : { get: () => value('Folder', null, 'SP.Folder') })
    }
  );
}

/** The items of a list. Reading is one SQL query a page. */
export function itemsResource(call: Call, list: List): Resource {
  const { items } = call.site;
  const listed: Resource = {
    get: (query): Collection => {
      checkSelection(call, list, query);
      const page = readPage(
        call.site,
        list,
        {
          ...query,
          dialect: 'odata',
          scope: 'RecursiveAll',
          expanded: new Set(query.expand.map((path) => String(path.split('/')[0]).toLowerCase())),
          lookups: selectedLookups(call, list, query)
        },
        call.access
      );
      const shared: Shared = { fields: selectedFields(call, list, query), referred: new Map() };
      let next: string | undefined;
      if (page.nextToken !== undefined) {
        // The token first, as SharePoint writes it, then the query as it was.
        const others = [...query.parameters]
          .filter(([name]) => name !== '$skiptoken')
          .map(([name, given]) => `&${encodeURIComponent(name)}=${encodeURIComponent(given)}`);
        next = `${apiUrl(call)}/Web/Lists(guid'${list.id}')/Items?%24skiptoken=${encodeURIComponent(page.nextToken)}${others.join('')}`;
      }
      return {
        kind: 'collection',
        set: `SP.ListData.${itemType(list).slice('SP.Data.'.length)}s`,
        entities: page.rows.map((row) => itemEntity(call, itemFromRow(list, row), shared)),
        next,
        queried: true
      };
    },
    post: (body) => {
      call.access.add(list, list.root);
      const item = items.add(list, call.user, valuesFrom(call, list, asObject(body)), { directory: list.root });
      return { ...itemEntity(call, item), status: 201 };
    }
  };
  return withChildren(listed, { getbyid: (segment) => itemResource(call, list, numberArgument(segment, 'id')) });
}
