import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import { memberPhotos } from '../../lists/member-photos';
import { toDataError } from '../errors';
import type { SitePath } from './batch';

/** The library of members' photographs. */
export class MemberPhotos {
  public constructor(
    private readonly sp: SPFI,
    private readonly sitePath: SitePath
  ) {}

  /** Writes a photograph over what has its name; answers its server-relative address. One request. */
  public async save(name: string, bytes: Uint8Array): Promise<string> {
    try {
      const folder = this.sp.web.getFolderByServerRelativePath(`${this.sitePath}/${memberPhotos.url}`);
      const file = await folder.files.addUsingPath(name, new Blob([bytes as BlobPart]), { Overwrite: true });
      return file.ServerRelativeUrl;
    } catch (error) {
      throw toDataError(error, memberPhotos.title);
    }
  }
}
