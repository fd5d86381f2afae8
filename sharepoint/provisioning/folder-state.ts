import { SPInstance, type SPFI } from '@pnp/sp';
import '@pnp/sp/batching';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import { isNotFound } from '../../src/data/errors';

/** Parts of a batch. SharePoint takes 100. */
const partsInBatch = 50;

/** Sends requests in batches and answers their results, in their order. */
export async function inBatches<T, R>(
  sp: SPFI,
  all: readonly T[],
  request: (sp: SPFI, one: T) => Promise<R>,
  progress: (done: number) => void = () => undefined
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += partsInBatch) {
    const [batch, execute] = sp.batched({ maxRequests: partsInBatch });
    const part = all.slice(from, from + partsInBatch).map((one) => request(batch, one));
    // Parts of a batch that fails as a whole never settle, so its own failure has to end the wait.
    const [, ...answers] = await Promise.all([execute(), ...part]);
    results.push(...answers);
    progress(results.length);
  }
  return results;
}

/** Whether there is a folder at a path. */
export const exists = (batch: SPFI, { path }: { path: string }): Promise<boolean> =>
  batch.web
    .getFolderByServerRelativePath(path)
    .select('Exists')<{ Exists: boolean }>()
    .then(
      ({ Exists }) => Exists,
      (error: unknown) => {
        if (isNotFound(error)) return false;
        throw error;
      }
    );

/** A folder's permissions as they are. */
export interface FolderState {
  /** ID of the folder's item. */
  id: number;
  isUnique: boolean;
  assignments: { PrincipalId: number; RoleDefinitionBindings: { Id: number; Name: string }[] }[];
}

export async function readFolder(batch: SPFI, { path }: { path: string }): Promise<FolderState> {
  const folder = (): ReturnType<SPFI['web']['getFolderByServerRelativePath']> => batch.web.getFolderByServerRelativePath(path);
  const [row, assignments] = await Promise.all([
    SPInstance(folder(), 'ListItemAllFields').select('Id', 'HasUniqueRoleAssignments')<{ Id: number; HasUniqueRoleAssignments: boolean }>(),
    SPInstance(folder(), 'ListItemAllFields/RoleAssignments')
      .select('PrincipalId', 'RoleDefinitionBindings')
      .expand('RoleDefinitionBindings')<FolderState['assignments']>()
  ]);
  return { id: row.Id, isUnique: row.HasUniqueRoleAssignments, assignments };
}
