import { propertyPane } from './property-pane';

/** A component's manifest, as the server gives it. */
export interface Manifest {
  id: string;
  alias: string;
  version: string;
  preconfiguredEntries?: { title?: Record<string, string>; properties?: Record<string, unknown> }[];
  loaderConfig: {
    entryModuleId: string;
    exportName?: string;
    internalModuleBaseUrls: string[];
    scriptResources: Record<string, { type: string; id?: string; script?: string }>;
  };
}

/** A library of the runtime that is loaded when something asks for it. */
export interface RuntimeLibrary {
  name: string;
  id: string;
  script: string;
}

type Module = unknown;
type Factory = (...dependencies: Module[]) => Module;
interface Define {
  (name: string | string[] | Factory, dependencies?: string[] | Factory, factory?: Factory): void;
  amd: object;
}

interface LoaderWindow extends Window {
  define: Define;
  spModuleLoader: { _bundledComponents: Record<string, Module>; initializeFlightsAndKillswitches(context: unknown): void };
  React: Module;
  ReactDOM: Module;
}

/** The window, with what the loader and React put there. */
export const page = window as unknown as LoaderWindow;

/** Ids of the runtime's own libraries inside spModuleLoader. */
const bundledIds: Record<string, string> = {
  tslib: '01c4df03-e775-48cb-aa14-171ee5199a15',
  '@microsoft/load-themed-styles': '229b8d08-79f3-438b-8c21-4613fc877abd',
  '@msinternal/odsp-core-bundle': '2e09fb9b-13bb-48f2-859f-97d6fff71176',
  '@microsoft/sp-core-library': '7263c7d0-1d6a-45ec-8d85-d4d1d234171b',
  '@microsoft/sp-lodash-subset': '73e1dc6c-8441-42cc-ad47-4bd3659f8a3a',
  '@microsoft/sp-diagnostics': '78359e4b-07c2-43c6-8d0b-d060b4d577e8',
  '@msinternal/sp-telemetry': '8217e442-8ed3-41fd-957d-b112e841286a',
  '@microsoft/sp-dynamic-data': 'e40f8203-b39d-425a-a957-714852e33b79',
  '@microsoft/sp-page-context': '1c4541f7-5c31-41aa-9fa8-fbc9dc14c0a8',
  '@microsoft/sp-http-base': '8496636c-2300-4915-abef-20de64c98d8b',
  '@microsoft/sp-loader': '1c6c9123-7aac-41f3-a376-3caea41ed83f'
};

const reactId = '0d910c1c-13b9-4e1c-9aa4-b008c5e42d7d';
const reactDomId = 'aa0a46ec-1505-43cd-a44a-93f3a5aa460a';
const propertyPaneId = 'f9e737b7-f0df-4597-ba8c-3060f82380db';

/** Microsoft's modules that are not on npm; empty ones are enough for a web part to run. */
const absent = ['@msinternal/sp-safehtml', '@msinternal/sp-edit-customer-promise', '@msinternal/sp-idle-web-task'];

/**
 * Loads AMD modules as SharePoint's loader does: every bundle calls define() once, synchronously, as its script runs.
 */
export class Modules {
  private readonly byName = new Map<string, Module>();
  private readonly components = new Map<string, Module>();
  /** Scripts that load, by address: two web parts that share a bundle share the script. */
  private readonly loading = new Map<string, Promise<Module>>();
  /** Names that belong to the script that runs now, for example a package's own strings. */
  private local = new Map<string, Module>();
  private lastDefined: Module;
  private queue: Promise<unknown> = Promise.resolve();

  public constructor(
    private readonly optional: RuntimeLibrary[],
    private readonly installed: Manifest[]
  ) {
    const bundled = page.spModuleLoader._bundledComponents;
    for (const [name, id] of Object.entries(bundledIds)) this.byName.set(name, bundled[id]);
    for (const [id, module] of Object.entries(bundled)) this.components.set(id, module);
    this.provide('react', reactId, page.React);
    this.provide('react-dom', reactDomId, page.ReactDOM);
    this.provide('@microsoft/sp-property-pane', propertyPaneId, propertyPane);
    for (const name of absent) this.byName.set(name, { __esModule: true });
    const define = ((first, second, third) => {
      const parts = [first, second, third];
      const factory = parts.find((part) => typeof part === 'function') as Factory | undefined;
      const dependencies = (parts.find((part) => Array.isArray(part)) as string[] | undefined) ?? [];
      if (!factory) {
        // define({...}): the module itself.
        this.lastDefined = parts.find((part) => typeof part === 'object' && !Array.isArray(part));
        return;
      }
      const exports = {};
      const resolved = dependencies.map((name) => (name === 'exports' ? exports : this.named(name)));
      this.lastDefined = factory(...resolved) ?? exports;
    }) as Define;
    define.amd = {};
    page.define = define;
  }

  public provide(name: string, id: string, module: Module): void {
    this.byName.set(name, module);
    this.components.set(id, module);
  }

  /** A module of the runtime that is there already. */
  public named<T = Module>(name: string): T {
    if (this.local.has(name)) return this.local.get(name) as T;
    if (this.byName.has(name)) return this.byName.get(name) as T;
    throw new Error(`the module ${name} is not available here`);
  }

  /** A component that is loaded already. */
  public loaded(id: string): Module | undefined {
    return this.components.get(id);
  }

  /** A component of the runtime or of an installed solution, loaded if need be. */
  public byId(id: string): Promise<Module> {
    return this.dependency(id, id);
  }

  /**
   * Loads one script and answers what it defined. Scripts run one after the other.
   *
   * @param asGlobal the script is to set a global: it must not find define(), which it would use instead
   */
  public load(script: string, local: Map<string, Module> = new Map(), asGlobal = false): Promise<Module> {
    let loading = this.loading.get(script);
    if (!loading) {
      loading = this.queue.then(() => this.run(script, local, asGlobal));
      this.loading.set(script, loading);
      this.queue = loading.catch(() => undefined);
    }
    return loading;
  }

  /** Loads a component with all that it needs. */
  public async component(manifest: Manifest): Promise<Module> {
    const { entryModuleId, exportName, internalModuleBaseUrls, scriptResources } = manifest.loaderConfig;
    const base = internalModuleBaseUrls[0] ?? '';
    const local = new Map<string, Module>();
    for (const [name, resource] of Object.entries(scriptResources)) {
      if (name === entryModuleId) continue;
      if (resource.type === 'component') local.set(name, await this.dependency(name, String(resource.id)));
      else if (resource.script !== undefined) local.set(name, await this.load(base + resource.script));
    }
    const entry = scriptResources[entryModuleId]?.script;
    if (entry === undefined) throw new Error(`${manifest.alias} has no entry script`);
    const module = await this.load(base + entry, local);
    return exportName ? (module as Record<string, Module>)[exportName] : module;
  }

  private async dependency(name: string, id: string): Promise<Module> {
    if (this.components.has(id)) return this.components.get(id);
    const library = this.optional.find((one) => one.id === id);
    const component = this.installed.find((one) => one.id === id);
    if (!library && !component) throw new Error(`it needs the component ${name} (${id}), which is not available here`);
    const module = library ? await this.load(library.script) : component && (await this.component(component));
    this.provide(name, id, module);
    return module;
  }

  private run(script: string, local: Map<string, Module>, asGlobal: boolean): Promise<Module> {
    return new Promise((resolve, reject) => {
      this.local = local;
      this.lastDefined = undefined;
      if (asGlobal) delete (page.define as Partial<Define>).amd;
      let failure: Error | undefined;
      const noteFailure = ({ error }: ErrorEvent): void => {
        failure = error instanceof Error ? error : new Error(String(error));
      };
      window.addEventListener('error', noteFailure);
      const element = document.createElement('script');
      const done = (): void => {
        window.removeEventListener('error', noteFailure);
        page.define.amd = {};
      };
      element.src = script;
      element.onload = () => {
        done();
        if (failure) reject(failure);
        else resolve(this.lastDefined);
      };
      element.onerror = () => {
        done();
        reject(new Error(`the script ${script} could not be loaded`));
      };
      document.head.appendChild(element);
    });
  }
}
