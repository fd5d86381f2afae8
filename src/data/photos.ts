import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import type { ListDefinition } from '../lists/definition';
import type { SitePath } from './batch';
import { toDataError } from './errors';

/** A library of photographs. */
export class Photos {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath,
    private readonly library: ListDefinition
  ) {}

  /** Writes a photograph over what has its name; answers its server-relative address. One request. */
  public async save(name: string, bytes: Uint8Array): Promise<string> {
    try {
      const folder = this.sp.web.getFolderByServerRelativePath(`${this.sitePath}/${this.library.url}`);
      const file = await folder.files.addUsingPath(name, new Blob([bytes as BlobPart]), { Overwrite: true });
      return file.ServerRelativeUrl;
    } catch (error) {
      throw toDataError(error, this.library.title);
    }
  }
}
