import { badRequest, fileNotFound } from '../../errors';
import { checkName } from '../../store/names';
import { itemEtag, type Item } from '../../store/items';
import { permission } from '../../store/permission-bits';
import type { Call } from '../call';
import { collectionResource, deleted, entityResource, nothing, withChildren, type Collection, type Entity, type Resource } from '../model';
import { textArgument, type Segment } from '../path';
import { demandChange } from './items';

const folderOf = (item: Item): string => `${item.list.root}/Attachments/${item.id}`;

const attachmentEntity = (item: Item, name: string): Entity => {
  const path = `${folderOf(item)}/${name}`;
  return {
    kind: 'entity',
    type: 'SP.Attachment',
    edit: `Web/Lists(guid'${item.list.id}')/Items(${item.id})/AttachmentFiles('${encodeURIComponent(name.replace(/'/g, "''"))}')`,
    properties: { FileName: name, FileNameAsPath: { DecodedUrl: name }, ServerRelativePath: { DecodedUrl: path }, ServerRelativeUrl: path }
  };
};

/** What is attached to an item, for $expand. */
export const attachmentsLink = (call: Call, item: Item): Collection => ({
  kind: 'collection',
  set: 'SP.ApiData.Attachments',
  entities: call.site.attachments.names(item).map((name) => attachmentEntity(item, name))
});

function attachmentResource(call: Call, item: Item, given: string): Resource {
  const { attachments } = call.site;
  const name = attachments.find(item, given);
  if (name === undefined) throw fileNotFound();
  const remove = (): ReturnType<typeof deleted> => {
    demandChange(call, item, permission.editListItems);
    attachments.remove(item, name);
    return deleted();
  };
  return withChildren(
    entityResource(() => attachmentEntity(item, name), { remove }),
    {
      $value: () => ({
        takesBytes: true,
        notInBatch: true,
        get: () => {
          call.access.item(item, permission.openItems);
          const bytes = attachments.contents(item, name);
          return { kind: 'bytes', bytes, contentType: 'application/octet-stream', etag: itemEtag(item) };
        },
        put: (body) => {
          demandChange(call, item, permission.editListItems);
          attachments.write(item, name, body.bytes);
          return nothing();
        }
      }),
      recycleobject: () => ({ post: remove, remove })
    }
  );
}

/** items(1)/AttachmentFiles and items(1)/AttachmentFiles('name') */
export function attachmentsResource(call: Call, item: Item, segment: Segment): Resource {
  if (segment.called) return attachmentResource(call, item, textArgument(segment, 'fileName'));
  const add = (step: Segment): Resource => ({
    takesBytes: true,
    notInBatch: true,
    post: (body) => {
      demandChange(call, item, permission.editListItems);
      if (item.list.library || item.folder || !item.list.settings.EnableAttachments) {
        throw badRequest('Attachments are not enabled for this list.');
      }
      const name = textArgument(step, 'FileName');
      checkName(name, folderOf(item));
      call.site.attachments.add(item, name, body.bytes);
      return attachmentEntity(item, name);
    }
  });
  return withChildren(
    collectionResource('SP.ApiData.Attachments', () => attachmentsLink(call, item).entities),
    { add, addusingpath: add, getbyfilename: (step) => attachmentResource(call, item, textArgument(step, 'fileName')) }
  );
}
