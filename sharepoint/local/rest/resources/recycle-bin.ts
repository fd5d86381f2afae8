import { permission } from '../../store/permission-bits';
import { formerPath, recycledById, type Recycled } from '../../store/recycle-bin';
import type { Call } from '../call';
import {
  collectionResource,
  entityResource,
  withChildren,
  value,
  type Answer,
  type Collection,
  type Entity,
  type Resource
} from '../model';
import { textArgument, type Segment } from '../path';
import { writeDate } from '../../store/locale';
import { userEntity } from './people';

const done = (name: string): Answer => value(name, null);

/** Which recycle bin: the site's has what was deleted last, the site collection's also what was deleted from there. */
type Stages = 1 | 2;

/** What this user may see: their own deletions; a site collection administrator everybody's. */
const seen = (call: Call, stages: Stages): Recycled[] =>
  call.site.recycleBin.of(call.user, call.user.siteAdmin).filter(({ stage }) => stage <= stages);

function recycledEntity(call: Call, one: Recycled): Entity {
  const { principals, locale } = call.site;
  const [author, deleter] = [principals.userById(one.author), principals.userById(one.deletedBy)];
  const directory = one.directory.replace(/^\//, '');
  return {
    kind: 'entity',
    type: 'SP.RecycleBinItem',
    edit: `Web/RecycleBin(guid'${one.id}')`,
    properties: {
      AuthorEmail: author?.email ?? '',
      AuthorName: author?.title ?? '',
      DeletedByEmail: deleter?.email ?? '',
      DeletedByName: deleter?.title ?? '',
      DeletedDate: one.deleted,
      DeletedDateLocalFormatted: writeDate(one.deleted, false, locale),
      DirName: directory,
      DirNamePath: { DecodedUrl: directory },
      Id: one.id,
      ItemState: one.stage,
      ItemType: one.kind,
      LeafName: one.leaf,
      LeafNamePath: { DecodedUrl: one.leaf },
      Size: String(one.size),
      Title: one.title
    },
    links: {
      Author: () => author && userEntity(call, author),
      DeletedBy: () => deleter && userEntity(call, deleter)
    }
  };
}

/** Puts something back: needs the right to add where it was. */
function restore(call: Call, one: Recycled): void {
  const list = call.site.lists.byNumber(one.list);
  if (call.site.recycleBin.isList(one)) {
    call.access.web(permission.manageLists);
    return call.site.recycleBin.restore(one);
  }
  call.access.add(list, formerPath(one).slice(0, formerPath(one).lastIndexOf('/')));
  call.site.recycleBin.restore(one);
}

function recycledResource(call: Call, id: string, stages: Stages): Resource {
  const one = recycledById(seen(call, stages), id);
  const { recycleBin } = call.site;
  const act =
    (name: string, action: () => void): (() => Resource) =>
    () => ({
      post: () => {
        action();
        return done(name);
      }
    });
  return withChildren(
    entityResource(() => recycledEntity(call, one)),
    {
      restore: act('Restore', () => restore(call, one)),
      deleteobject: act('DeleteObject', () => recycleBin.remove(one)),
      movetosecondstage: act('MoveToSecondStage', () => recycleBin.toSecondStage(one))
    }
  );
}

/** What is in the recycle bin, for $expand. */
export const recycleBinEntities = (call: Call, stages: Stages): Collection => ({
  kind: 'collection',
  set: 'SP.ApiData.RecycleBinItems',
  entities: seen(call, stages).map((one) => recycledEntity(call, one))
});

/** The recycle bin of the site, as far as it is this user's. */
export function recycleBinResource(call: Call, segment: Segment, stages: Stages): Resource {
  call.access.web(permission.open);
  if (segment.called) return recycledResource(call, textArgument(segment, 'id'), stages);
  const { recycleBin } = call.site;
  const each =
    (name: string, stage: number | undefined, action: (one: Recycled) => void): (() => Resource) =>
    () => ({
      post: () => {
        // Lists first, then folders from the top: what was in them comes after. What went with a list is gone with it.
        const order = (one: Recycled): number => (recycleBin.isList(one) ? 0 : formerPath(one).split('/').length);
        for (const one of [...seen(call, stages)].sort((a, b) => order(a) - order(b))) {
          if ((stage === undefined || one.stage === stage) && recycleBin.has(one.id)) action(one);
        }
        return done(name);
      }
    });
  return withChildren(
    collectionResource('SP.ApiData.RecycleBinItems', () => recycleBinEntities(call, stages).entities),
    {
      getbyid: (step) => recycledResource(call, textArgument(step, 'id'), stages),
      deleteall: each('DeleteAll', 1, (one) => recycleBin.remove(one)),
      deleteallsecondstageitems: each('DeleteAllSecondStageItems', 2, (one) => recycleBin.remove(one)),
      movealltosecondstage: each('MoveAllToSecondStage', 1, (one) => recycleBin.toSecondStage(one)),
      restoreall: each('RestoreAll', undefined, (one) => restore(call, one))
    }
  );
}
