import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** The manifest of a component, as far as the page host reads it. */
export interface ComponentManifest {
  id: string;
  alias: string;
  componentType: string;
  version: string;
  supportsFullBleed?: boolean;
  supportedHosts?: string[];
  preconfiguredEntries?: { title?: Record<string, string>; description?: Record<string, string>; properties?: unknown }[];
  loaderConfig: {
    entryModuleId: string;
    exportName?: string;
    internalModuleBaseUrls: string[];
    scriptResources: Record<string, ScriptResource>;
  };
}

type PathOrLocalised = string | { path: string; integrity?: string };

/** A script that a component needs: its own (one file, or one a language), or another component. */
export type ScriptResource =
  | { type: 'path'; path: PathOrLocalised }
  | { type: 'localizedPath'; defaultPath?: PathOrLocalised; paths?: Record<string, PathOrLocalised> }
  | { type: 'component'; id: string; version: string; failoverPath?: string };

/** An installed solution: what its package holds. */
export interface InstalledPackage {
  file: string;
  productId: string;
  title: string;
  version: string;
  components: ComponentManifest[];
  /** Scripts and other assets by file name. */
  assets: Map<string, Uint8Array>;
}

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: true,
  isArray: (name) => ['Relationship', 'ClientSideComponent'].includes(name)
});

interface Relationship {
  Type: string;
  Target: string;
}

/**
 * Reads a .sppkg as an app catalog does: from the manifest along the relationships to the components and their assets.
 * Nothing outside of the zip is read.
 *
 * @throws Error that says what the package lacks
 */
export function readPackage(file: string): InstalledPackage {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(readFileSync(file));
  } catch (error) {
    throw new Error(`${file} is not a SharePoint package: ${error instanceof Error ? error.message : String(error)}`);
  }
  const part = (name: string): Uint8Array => {
    const bytes = entries[name.replace(/^\//, '')];
    if (!bytes) throw new Error(`${file}: ${name} is missing in the package`);
    return bytes;
  };
  const parse = (name: string): Record<string, Record<string, unknown>> =>
    xml.parse(strFromU8(part(name))) as Record<string, Record<string, unknown>>;
  const relationships = (name: string): Relationship[] => {
    const rels = posix.join(posix.dirname(name.replace(/^\//, '')), '_rels', `${posix.basename(name)}.rels`);
    if (!entries[rels]) return [];
    return ((parse(rels).Relationships?.Relationship ?? []) as Relationship[]).map(({ Type, Target }) => ({
      Type: Type.split('/').pop() ?? '',
      Target
    }));
  };

  const app = parse('AppManifest.xml').App;
  if (!app) throw new Error(`${file}: AppManifest.xml has no App`);
  if (String(app.IsClientSideSolution).toLowerCase() !== 'true') throw new Error(`${file} is not a SharePoint Framework solution`);
  const productId = String(app.ProductID).toLowerCase();
  const result: InstalledPackage = {
    file,
    productId,
    title: String(app.Name),
    version: String(app.Version),
    components: [],
    assets: new Map()
  };
  for (const { Type, Target } of relationships('AppManifest.xml')) {
    if (Type === 'manifest-feature') {
      for (const element of relationships(Target)) {
        if (element.Type !== 'feature-elementmanifest') continue;
        const components = (parse(element.Target).Elements?.ClientSideComponent ?? []) as { ComponentManifest: string }[];
        for (const { ComponentManifest } of components) result.components.push(JSON.parse(ComponentManifest) as ComponentManifest);
      }
    } else if (Type === 'manifest-clientsideasset') {
      for (const asset of relationships(Target)) {
        if (asset.Type === 'clientsideasset') result.assets.set(asset.Target.replace(/^\/?ClientSideAssets\//, ''), part(asset.Target));
      }
    }
  }
  if (result.components.length === 0) throw new Error(`${file}: the package has no components`);
  const elsewhere = result.components
    .flatMap(({ loaderConfig }) => loaderConfig.internalModuleBaseUrls)
    .find((base) => /^https?:\/\/localhost\b/i.test(base));
  if (elsewhere !== undefined) {
    throw new Error(
      `${file} is a development build: it loads its scripts from ${elsewhere}. Build it for production (gulp bundle --ship, gulp package-solution --ship).`
    );
  }
  // The app catalog writes the address of its asset library in place of this mark.
  for (const component of result.components) {
    component.loaderConfig.internalModuleBaseUrls = component.loaderConfig.internalModuleBaseUrls.map((base) =>
      /^https:\/\/spclientsideassetlibrary\/$/i.test(base) ? assetBase(productId) : base
    );
  }
  return result;
}

/** Where an installed solution's assets are served. */
const assetBase = (productId: string): string => `/sites/appcatalog/ClientSideAssets/${productId}/`;
