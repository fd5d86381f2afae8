import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import type { ComponentManifest, ScriptResource } from './packages';

/**
 * The real SPFx runtime, from the @microsoft/sp-* packages in node_modules. Their licence does not allow copies, so they
 * are served from where npm put them.
 */

const require = createRequire(__filename);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** Libraries that the host loads by itself, in this order, before any web part. */
const hostLibraries = ['sp-http-msgraph', 'sp-http', 'sp-component-base', 'sp-webpart-base'];

/** Libraries that a web part may ask for, and that are loaded when one does. */
const optionalLibraries = [
  'sp-property-pane',
  'sp-image-helper',
  'sp-top-actions',
  'sp-dialog',
  'decorators',
  'sp-application-base',
  'sp-list-subscription'
];

/** One runtime library: its component id and the address of its script. */
export interface RuntimeLibrary {
  name: string;
  id: string;
  script: string;
}

/** Published as ES modules only; the page host's own scripts make a component of it. */
const graphClient: RuntimeLibrary = {
  name: '@microsoft/microsoft-graph-client',
  id: '32b9363b-09ff-4959-929a-cab2663fb223',
  script: '/_local/assets/graph-client.js'
};

const pathOf = (given: string | { path: string }): string => (typeof given === 'string' ? given : given.path);

/** The file of a script resource, in British English where there is a choice. */
export function scriptPath(resource: ScriptResource): string | undefined {
  if (resource.type === 'path') return pathOf(resource.path);
  if (resource.type !== 'localizedPath') return undefined;
  const paths = resource.paths ?? {};
  const chosen = paths['en-GB'] ?? paths['en-gb'] ?? paths['en-US'] ?? paths['en-us'] ?? paths.default ?? resource.defaultPath;
  return chosen === undefined ? undefined : pathOf(chosen);
}

function libraryIn(name: string): RuntimeLibrary | undefined {
  let folder: string;
  try {
    folder = join(folderOf(`@microsoft/${name}`), 'dist');
  } catch {
    return undefined;
  }
  for (const file of readdirSync(folder).filter((entry) => entry.endsWith('.manifest.json'))) {
    const manifest = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ComponentManifest;
    const { entryModuleId, scriptResources } = manifest.loaderConfig;
    const entry = scriptResources[entryModuleId];
    const path = entry && scriptPath(entry);
    if (path && entryModuleId.endsWith(name))
      return { name: `@microsoft/${name}`, id: manifest.id, script: `/_local/runtime/${name}/${path}` };
  }
  return undefined;
}

/** All runtime libraries that are installed. */
export const runtimeLibraries = (): { host: RuntimeLibrary[]; optional: RuntimeLibrary[] } => {
  const host = hostLibraries.map((name) => {
    const library = libraryIn(name);
    if (!library) throw new Error(`@microsoft/${name} is not installed: run npm ci`);
    return library;
  });
  return {
    host,
    optional: [graphClient, ...optionalLibraries.map(libraryIn).filter((library): library is RuntimeLibrary => library !== undefined)]
  };
};

/** The script that starts the runtime: SharePoint's own loader. */
export function loaderScript(): string {
  const folder = join(folderOf('@microsoft/sp-loader'), 'dist');
  const file = readdirSync(folder).find((name) => /^sp-loader-assembly_en-us.*\.js$/.test(name));
  if (!file) throw new Error('@microsoft/sp-loader has no assembly: run npm ci');
  return `/_local/runtime/sp-loader/${file}`;
}

const folders = new Map<string, () => string>(
  Object.entries({
    'teams-js': () => join(folderOf('@microsoft/teams-js-v2'), 'dist/umd'),
    react: () => join(folderOf('react'), 'umd'),
    'react-dom': () => join(folderOf('react-dom'), 'umd'),
    // This package does not tell where its package.json is.
    fonts: () => join(dirname(require.resolve('@fluentui/font-icons-mdl2')), '../fonts')
  })
);

/** The file behind /_local/runtime/<library>/<file>, if there is one. Nothing outside of the library's folder is reached. */
export function runtimeFile(library: string, file: string): string | undefined {
  const known = hostLibraries.includes(library) || optionalLibraries.includes(library) || library === 'sp-loader';
  const folder = folders.get(library)?.() ?? (known && libraryFolder(library));
  if (!folder) return undefined;
  const path = resolve(folder, file);
  return path.startsWith(folder + sep) && existsSync(path) ? path : undefined;
}

function libraryFolder(library: string): string | undefined {
  try {
    return join(folderOf(`@microsoft/${library}`), 'dist');
  } catch {
    return undefined;
  }
}
