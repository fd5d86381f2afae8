import type { SPFI } from '@pnp/sp';
import '@pnp/sp/files';
import '@pnp/sp/folders';
import '@pnp/sp/webs';
import type { ListDefinition } from '../lists/definition';
import type { SitePath } from './batch';
import { toDataError } from './errors';

/** What a row says of its photograph. */
export interface PhotoOfRow {
  /** Its address; empty where there is none. */
  photo: string;
  /** Where it came from and what it was. */
  photoSource: string;
}

/** A photograph that is in its library, and whose row is to point to it. */
export interface SavedPhoto {
  /** ID of the row. */
  id: number;
  name: string;
  url: string;
  source: string;
}

/** The columns that point to a photograph. */
export const photoToRow = ({ name, url, source }: SavedPhoto): Record<string, unknown> => ({
  Photo: { Url: url, Description: `Photograph of ${name}` },
  PhotoSource: source
});

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
