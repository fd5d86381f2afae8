import type { Manifest, Modules } from './modules';

/**
 * What stands behind SPComponentLoader: web parts, and the runtime itself, load components, scripts and styles through
 * it. Scripts of other origins are refused by the page's Content-Security-Policy, as on a tenant.
 */
export const componentLoader = (modules: Modules, installed: Manifest[]): object => ({
  loadComponentById: (id: string) => modules.byId(id),
  loadComponent: (manifest: Manifest) => modules.component(manifest),
  tryGetLoadedComponent: (manifest: { id: string }) => modules.loaded(manifest.id),
  tryGetManifestById: (id: string) => installed.find((manifest) => manifest.id === id),
  requestManifest: (id: string) => {
    const found = installed.find((manifest) => manifest.id === id);
    return found ? Promise.resolve(found) : Promise.reject(new Error(`the component ${id} is not available here`));
  },
  registerManifests: (manifests: Manifest[]) => {
    installed.push(...manifests);
  },
  refreshWebPartManifests: () => Promise.resolve(),
  _manifestReferences: installed,
  _preloadComponents: () => undefined,
  loadCss: (address: string) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    document.head.appendChild(link);
  },
  loadScript: async (address: string, options?: { globalExportsName?: string }) => {
    const { globalExportsName: name } = options ?? {};
    const defined = await modules.load(address, new Map(), name !== undefined);
    return name === undefined ? defined : (window as unknown as Record<string, unknown>)[name];
  }
});
