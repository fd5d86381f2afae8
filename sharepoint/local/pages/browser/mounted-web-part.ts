import type { Manifest, Modules } from './modules';
import type { PageData, PlacedWebPart } from './page-data';
import type { Library, Scope, WithKey } from './runtime-scope';
import { currentTheme, emphasisOf, themeFor } from './themes';

interface ThemeProvider {
  _setTheme(theme: unknown): void;
}

/** What the host calls on a web part: public methods, and those that the runtime keeps for hosts. */
export interface WebPart {
  properties: Record<string, unknown>;
  _internalInitialize(context: unknown, fromSavedPage: boolean, mode: number): void;
  _internalDeserialize(data: unknown): void;
  _internalSerialize(): { properties: Record<string, unknown> };
  _internalSetDisplayMode(mode: number): void;
  _loadPropertyPaneResources(): Promise<void>;
  _onPropertyPaneFieldChanged(path: string, value: unknown, fieldType: number): boolean;
  _onPropertyPaneLifeCycleEvent(event: 'ConfigurationStart' | 'ConfigurationComplete' | 'ApplyClicked'): void;
  _isPropertyPaneReactive(): boolean;
  getPropertyPaneConfiguration(): unknown;
  onInit(): Promise<void>;
  render(): void;
}

/** What a web part may ask of the page that it is on. */
export interface PageHost {
  /** What the application around the page brings: Teams' own library, in Teams. */
  sdks?: Record<string, unknown>;
  isPaneOpen(): boolean;
  paneAction(instanceId: string, action: string): void;
  changed(): void;
}

/** Says in place of a web part that it could not be shown. */
export function showFailure(element: HTMLElement, error: unknown, title: string): void {
  const message = document.createElement('p');
  message.className = 'web-part-error';
  message.setAttribute('role', 'alert');
  message.textContent = `The web part “${title}” could not be shown: ${error instanceof Error ? error.message : String(error)}.`;
  element.replaceChildren(message);
  console.error(error);
}

/** A web part that runs on the page. */
export class MountedWebPart {
  private constructor(
    public readonly placed: PlacedWebPart,
    public readonly title: string,
    public readonly element: HTMLElement,
    public readonly webPart: WebPart,
    public readonly context: unknown,
    private readonly themeProvider: ThemeProvider,
    private readonly modes: { Read: number; Edit: number }
  ) {}

  /** Loads and shows a web part. Where that fails, the page says so in its place and the others go on. */
  public static async mount(
    modules: Modules,
    scope: Scope,
    data: PageData,
    placed: PlacedWebPart,
    element: HTMLElement,
    host: PageHost
  ): Promise<MountedWebPart | undefined> {
    const manifest = data.installed.find(({ id }) => id === placed.id);
    if (!manifest) {
      showFailure(element, new Error('its solution is not installed'), placed.id);
      return undefined;
    }
    const title = manifest.preconfiguredEntries?.[0]?.title?.default ?? manifest.alias;
    try {
      const mounted = await MountedWebPart.create(modules, scope, manifest, placed, element, host, title);
      mounted.webPart.render();
      return mounted;
    } catch (error) {
      showFailure(element, error, title);
      return undefined;
    }
  }

  private static async create(
    modules: Modules,
    scope: Scope,
    manifest: Manifest,
    placed: PlacedWebPart,
    element: HTMLElement,
    host: PageHost,
    title: string
  ): Promise<MountedWebPart> {
    const core = modules.named<Library>('@microsoft/sp-core-library');
    const base = modules.named<Library>('@microsoft/sp-webpart-base');
    const componentBase = modules.named<Library>('@microsoft/sp-component-base');
    const loaded = (await modules.component(manifest)) as { default?: new () => WebPart };
    const WebPartClass = loaded.default ?? (loaded as unknown as new () => WebPart);
    const Context = base.WebPartContext as unknown as new (options: object) => { serviceScope: Scope; instanceId: string };
    const SPEvent = core.SPEvent as unknown as new (name: string) => unknown;
    const modes = core.DisplayMode as unknown as { Read: number; Edit: number };
    const context = new Context({
      manifest,
      parentServiceScope: scope,
      domElement: element,
      instanceId: placed.instanceId,
      webPartTag: `WebPart.${manifest.alias}`,
      loggingTag: `WebPart.${manifest.alias}`,
      host: { setDirty: () => host.changed() },
      formFactor: (base.WebPartFormFactor as unknown as { Standard: number }).Standard,
      sdks: host.sdks ?? {},
      sdksAsync: Promise.resolve(host.sdks ?? {}),
      statusRenderer: {
        clearLoadingIndicator() {},
        clearError() {},
        displayLoadingIndicator() {},
        renderError: (target: HTMLElement, error: unknown) => showFailure(target, error, title)
      },
      _dataUpdatedEvent: new SPEvent('dataUpdated'),
      isPropertyPaneRenderedByWebPart: () => false,
      isPropertyPaneOpen: () => host.isPaneOpen(),
      isContentPanelOpen: () => false,
      requestPropertyPaneAction: (instanceId: string, action: string) => host.paneAction(instanceId, action)
    });
    const themeProvider = context.serviceScope.createDefaultAndProvide(
      (componentBase.ThemeProvider as WithKey).serviceKey
    ) as ThemeProvider;
    context.serviceScope.finish();
    themeProvider._setTheme(themeFor(currentTheme(), emphasisOf(element)));
    const webPart = new WebPartClass();
    webPart._internalInitialize(context, false, modes.Read);
    webPart._internalDeserialize({
      id: manifest.id,
      instanceId: placed.instanceId,
      title,
      dataVersion: '1.0',
      properties: { ...manifest.preconfiguredEntries?.[0]?.properties, ...placed.properties }
    });
    await webPart.onInit();
    return new MountedWebPart(placed, title, element, webPart, context, themeProvider, modes);
  }

  /** Gives the web part the page's theme, or its section's variant of it. */
  public applyTheme(name: string): void {
    this.themeProvider._setTheme(themeFor(name, emphasisOf(this.element)));
  }

  public setEditMode(on: boolean): void {
    this.webPart._internalSetDisplayMode(on ? this.modes.Edit : this.modes.Read);
  }

  /** Its properties as the page saves them. */
  public savedProperties(): Record<string, unknown> {
    return this.webPart._internalSerialize().properties;
  }
}
