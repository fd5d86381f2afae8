import { componentLoader } from './component-loader';
import { page, type Modules } from './modules';
import type { PageData } from './page-data';

/* What is used of Microsoft's runtime. It has no public types for the side of the host. */
export interface Scope {
  provide(key: unknown, service: unknown): void;
  createDefaultAndProvide(key: unknown): unknown;
  consume<T>(key: unknown): T;
  finish(): void;
}
/** Something of the runtime that is found by its key. */
export interface WithKey {
  serviceKey: unknown;
}
/** A library of the runtime. */
export type Library = Record<string, WithKey> & Record<string, unknown>;

/** Calls to Microsoft Graph stay on this machine: the local server answers them under /v1.0. */
export function keepGraphLocal(): void {
  const original = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
    const local = address.replace(/^https:\/\/graph\.microsoft\.com(?=\/(v1\.0|beta)\/)/, '');
    if (local === address) return original(input, init);
    return input instanceof Request ? original(new Request(local, input), init) : original(local, init);
  };
}

/** A token for an API, as far as the tenant has granted one; the refusal is in Entra's words. */
async function tokenFor(resource: unknown): Promise<string> {
  const response = await fetch(`/_local/token?resource=${encodeURIComponent(String(resource))}`);
  const answer = (await response.json()) as { token?: string; error?: string };
  if (answer.token === undefined) throw new Error(answer.error ?? 'No token was given.');
  return answer.token;
}

/** Starts the runtime on the page; answers the scope in which web parts live. */
export function startRuntime(modules: Modules, data: PageData): Scope {
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
  const event = { add: () => undefined, remove: () => undefined };
  (http['_AadTokenProviders'] as unknown as { _initialize(provider: object, configuration: object): void })._initialize(
    { getToken: tokenFor, _getTokenInternal: tokenFor, onBeforeRedirectEvent: event, tokenAcquisitionEvent: event },
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
