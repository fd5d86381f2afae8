import { initializeIcons } from '@fluentui/font-icons-mdl2';
import { componentLoader } from './component-loader';
import { Modules, page, type Manifest, type RuntimeLibrary } from './modules';
import { applyToPage, currentTheme, rememberTheme, themes } from './themes';

/** Starts the SPFx runtime on a page and mounts the web parts that the page has. */

interface PageData {
  context: Record<string, unknown>;
  host: RuntimeLibrary[];
  optional: RuntimeLibrary[];
  installed: Manifest[];
  webParts: { instanceId: string; id: string; properties: Record<string, unknown> }[];
}

/* What is used of Microsoft's runtime. It has no public types for the side of the host. */
interface Scope {
  provide(key: unknown, service: unknown): void;
  createDefaultAndProvide(key: unknown): unknown;
  consume<T>(key: unknown): T;
  finish(): void;
}
interface WithKey {
  serviceKey: unknown;
}
interface ThemeProvider {
  _setTheme(theme: unknown): void;
}
interface WebPart {
  _internalInitialize(context: unknown, firstTime: boolean, mode: number): void;
  _internalDeserialize(data: unknown): void;
  onInit(): Promise<void>;
  render(): void;
}
type Library = Record<string, WithKey> & Record<string, unknown>;

const themeProviders: ThemeProvider[] = [];

function pageData(): PageData {
  return JSON.parse(document.getElementById('page-data')?.textContent ?? '{}') as PageData;
}

/** Calls to Microsoft Graph stay on this machine: the local server answers them under /v1.0. */
function keepGraphLocal(): void {
  const original = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const local = address.replace(/^https:\/\/graph\.microsoft\.com(?=\/(v1\.0|beta)\/)/, '');
    if (local === address) return original(input, init);
    return input instanceof Request ? original(new Request(local, input), init) : original(local, init);
  };
}

function startRuntime(modules: Modules, data: PageData): Scope {
  const core = modules.named<Library>('@microsoft/sp-core-library');
  const pageContext = modules.named<Library>('@microsoft/sp-page-context');
  const http = modules.named<Library>('@microsoft/sp-http-base');
  const diagnostics = modules.named<Library>('@microsoft/sp-diagnostics');
  const dynamicData = modules.named<Library>('@microsoft/sp-dynamic-data');
  page.spModuleLoader.initializeFlightsAndKillswitches(data.context);
  const { SPComponentLoader } = modules.named<{ SPComponentLoader: { _initialize(loader: object): void } }>('@microsoft/sp-loader');
  SPComponentLoader._initialize(componentLoader(modules, data.installed));
  const { Environment, EnvironmentType, ServiceScope } = core as unknown as {
    Environment: { _initialize(options: object): void };
    EnvironmentType: { SharePoint: number };
    ServiceScope: { startNewRoot(): Scope };
  };
  Environment._initialize({ type: EnvironmentType.SharePoint });
  const scope = ServiceScope.startNewRoot();
  scope.provide(
    diagnostics['_logSourceServiceKey'],
    (diagnostics['_LogSource'] as unknown as { create(name: string): unknown }).create('Page')
  );
  scope.createDefaultAndProvide((pageContext.PageContext as WithKey).serviceKey);
  scope.createDefaultAndProvide(
    (dynamicData['_DynamicDataUtilities'] as unknown as { IDynamicDataManagerServiceKey: unknown }).IDynamicDataManagerServiceKey
  );
  for (const name of ['HttpClient', 'SPHttpClient', '_GraphHttpClientContext', 'DigestCache']) {
    scope.createDefaultAndProvide((http[name] as WithKey).serviceKey);
  }
  const token = (): Promise<string> => Promise.resolve(`local:${String(data.context.userPrincipalName)}`);
  const event = { add: () => undefined, remove: () => undefined };
  (http['_AadTokenProviders'] as unknown as { _initialize(provider: object, configuration: object): void })._initialize(
    { getToken: token, _getTokenInternal: token, onBeforeRedirectEvent: event, tokenAcquisitionEvent: event },
    {}
  );
  scope.finish();
  const provider = pageContext.SharePointPageContextDataProvider as unknown as { _createPageContextData(context: unknown): unknown };
  scope
    .consume<{ initialize(data: unknown, legacy: unknown): void }>((pageContext.PageContext as WithKey).serviceKey)
    .initialize(provider._createPageContextData(data.context), data.context);
  const { webServerRelativeUrl, webAbsoluteUrl } = data.context;
  scope
    .consume<{ initialize(path: unknown, graph: string, url: unknown): void }>((http['_GraphHttpClientContext'] as WithKey).serviceKey)
    .initialize(webServerRelativeUrl, 'https://graph.microsoft.com', webAbsoluteUrl);
  return scope;
}

function showFailure(element: HTMLElement, error: unknown, title: string): void {
  const message = document.createElement('p');
  message.className = 'web-part-error';
  message.setAttribute('role', 'alert');
  message.textContent = `The web part “${title}” could not be shown: ${error instanceof Error ? error.message : String(error)}.`;
  element.replaceChildren(message);
  console.error(error);
}

async function mount(
  modules: Modules,
  scope: Scope,
  data: PageData,
  placed: PageData['webParts'][number],
  element: HTMLElement
): Promise<void> {
  const manifest = data.installed.find(({ id }) => id === placed.id);
  if (!manifest) return showFailure(element, new Error('its solution is not installed'), placed.id);
  const title = manifest.preconfiguredEntries?.[0]?.title?.default ?? manifest.alias;
  try {
    const core = modules.named<Library>('@microsoft/sp-core-library');
    const base = modules.named<Library>('@microsoft/sp-webpart-base');
    const componentBase = modules.named<Library>('@microsoft/sp-component-base');
    const loaded = (await modules.component(manifest)) as { default?: new () => WebPart };
    const WebPartClass = loaded.default ?? (loaded as unknown as new () => WebPart);
    const Context = base.WebPartContext as unknown as new (options: object) => { serviceScope: Scope; instanceId: string };
    const SPEvent = core.SPEvent as unknown as new (name: string) => unknown;
    const context = new Context({
      manifest,
      parentServiceScope: scope,
      domElement: element,
      instanceId: placed.instanceId,
      webPartTag: `WebPart.${manifest.alias}`,
      loggingTag: `WebPart.${manifest.alias}`,
      host: {},
      formFactor: (base.WebPartFormFactor as unknown as { Standard: number }).Standard,
      sdks: {},
      sdksAsync: Promise.resolve({}),
      statusRenderer: {
        clearLoadingIndicator() {},
        clearError() {},
        displayLoadingIndicator() {},
        renderError: (target: HTMLElement, error: unknown) => showFailure(target, error, title)
      },
      _dataUpdatedEvent: new SPEvent('dataUpdated'),
      isPropertyPaneRenderedByWebPart: () => false,
      isPropertyPaneOpen: () => false,
      isContentPanelOpen: () => false,
      requestPropertyPaneAction() {}
    });
    const themeProvider = context.serviceScope.createDefaultAndProvide(
      (componentBase.ThemeProvider as WithKey).serviceKey
    ) as ThemeProvider;
    context.serviceScope.finish();
    themeProvider._setTheme(themes[currentTheme()]);
    themeProviders.push(themeProvider);
    const webPart = new WebPartClass();
    webPart._internalInitialize(context, false, (core.DisplayMode as unknown as { Read: number }).Read);
    webPart._internalDeserialize({
      id: manifest.id,
      instanceId: placed.instanceId,
      title,
      dataVersion: '1.0',
      properties: { ...manifest.preconfiguredEntries?.[0]?.properties, ...placed.properties }
    });
    await webPart.onInit();
    webPart.render();
  } catch (error) {
    showFailure(element, error, title);
  }
}

/** Loads colours into SCSS that names theme slots; a part of the runtime, so it is there before any web part. */
function themeLoader(modules: Modules): (theme: Record<string, string>) => void {
  return modules.named<{ loadTheme(theme: Record<string, string>): void }>('@microsoft/load-themed-styles').loadTheme;
}

function wireHeader(modules: Modules): void {
  const button = document.getElementById('theme-switch');
  const label = (): void => {
    if (button) button.textContent = currentTheme() === 'dark' ? 'Light theme' : 'Dark theme';
  };
  label();
  button?.addEventListener('click', () => {
    const next = currentTheme() === 'dark' ? 'light' : 'dark';
    rememberTheme(next);
    applyToPage(next, themeLoader(modules));
    for (const provider of themeProviders) provider._setTheme(themes[next]);
    label();
  });
}

async function start(): Promise<void> {
  const data = pageData();
  keepGraphLocal();
  initializeIcons('/_local/runtime/fonts/');
  const modules = new Modules(data.optional, data.installed);
  wireHeader(modules);
  applyToPage(currentTheme(), themeLoader(modules));
  for (const library of data.host) modules.provide(library.name, library.id, await modules.load(library.script));
  const scope = startRuntime(modules, data);
  const mounted = data.webParts.map((placed) => {
    const element = document.getElementById(`web-part-${placed.instanceId}`);
    return element ? mount(modules, scope, data, placed, element) : undefined;
  });
  await Promise.all(mounted);
}

start().catch((error: unknown) => {
  const main = document.querySelector('main');
  if (main) showFailure(main, error, document.title);
});
