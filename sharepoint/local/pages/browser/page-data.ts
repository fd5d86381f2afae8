import type { Manifest, RuntimeLibrary } from './modules';

/** A web part as the page places it. */
export interface PlacedWebPart {
  instanceId: string;
  id: string;
  properties: Record<string, unknown>;
}

/** What the server tells the page. */
export interface PageData {
  /** Name of the page, under which it is saved. */
  page: string;
  /** Whether the user may change the page. */
  mayEdit: boolean;
  context: Record<string, unknown>;
  host: RuntimeLibrary[];
  optional: RuntimeLibrary[];
  installed: Manifest[];
  webParts: PlacedWebPart[];
}

/** Reads the page's data block. */
export const readPageData = (): PageData => JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData;
