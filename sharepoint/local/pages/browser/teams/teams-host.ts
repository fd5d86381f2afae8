/** A call of teams-js from a frame. */
interface Call {
  id?: number;
  uuid?: unknown;
  func: string;
  args?: unknown[];
}

/** Where a frame is shown, as Teams tells it. */
export interface FrameContext {
  theme: string;
  frameContext: 'content' | 'task';
  entityId: string;
  subEntityId: string | undefined;
  appId: string;
  user: { id: string; login: string; name: string };
  isPhone: boolean;
}

/** What a frame may ask of the client around it. */
export interface FrameActions {
  openLink(link: string): void;
  chat(people: string[]): void;
  call(people: string[]): void;
  submit(result: unknown): void;
  /** Opens a dialog for a tab; answers what it hands over, nothing where it is closed. */
  dialog(title: string, url: string): Promise<unknown>;
  shareLink(subEntityId: string): void;
}

/** What this client can do, as teams-js asks before it tries. */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: {},
  isLegacyTeams: false,
  // What is not answered below is not promised: teams-js would wait for it.
  supports: { call: {}, chat: {}, dialog: { url: {} }, pages: { backStack: {}, currentApp: {} } }
};

/** The client's side of teams-js: answers a frame of the same origin, and tells it what changes. */
export class TeamsHost {
  private readonly handlers = new Set<string>();
  private readonly listen = (event: MessageEvent): void => this.receive(event);

  public constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly context: FrameContext,
    private readonly actions: FrameActions
  ) {
    window.addEventListener('message', this.listen);
  }

  public dispose(): void {
    window.removeEventListener('message', this.listen);
  }

  public setTheme(theme: string): void {
    this.context.theme = theme;
    if (this.handlers.has('themeChange')) this.send({ func: 'themeChange', args: [theme] });
  }

  /** Asks the frame to go back; it says itself when it cannot. */
  public goBack(): void {
    if (this.handlers.has('backButton')) this.send({ func: 'backButtonPress', args: [] });
  }

  private receive({ source, origin, data }: MessageEvent): void {
    if (source !== this.frame.contentWindow || origin !== window.location.origin) return;
    const call = data as Call | undefined;
    if (typeof call?.func !== 'string') return;
    const args = call.args ?? [];
    if (call.func === 'tasks.startTask') {
      const { title = '', url = '' } = (args[0] ?? {}) as { title?: string; url?: string };
      void this.actions.dialog(title, url).then((result) => this.send({ id: call.id, uuid: call.uuid, args: [null, result] }));
      return;
    }
    const answer = this.answer(call.func, args);
    if (answer) this.send({ id: call.id, uuid: call.uuid, args: answer });
  }

  private send(message: object): void {
    this.frame.contentWindow?.postMessage(message, window.location.origin);
  }

  /** What is answered; nothing to calls that wait for none. */
  private answer(func: string, args: unknown[]): unknown[] | undefined {
    const { context, actions } = this;
    switch (func) {
      case 'initialize':
        return [context.frameContext, context.isPhone ? 'android' : 'web', JSON.stringify(runtime), '2.36.0'];
      case 'getContext':
        return [
          {
            ...{ theme: context.theme, entityId: context.entityId, subEntityId: context.subEntityId, frameContext: context.frameContext },
            ...{ appId: context.appId, locale: 'en-gb', hostClientType: context.isPhone ? 'android' : 'web', hostName: 'Teams' },
            ...{ userObjectId: context.user.id, userPrincipalName: context.user.login, loginHint: context.user.login }
          }
        ];
      case 'registerHandler':
        this.handlers.add(String(args[0]));
        return undefined;
      case 'executeDeepLink':
        actions.openLink(String(args[0]));
        return [true];
      case 'shareDeepLink':
        actions.shareLink(String(args[0] ?? ''));
        return undefined;
      case 'chat.openChat':
        actions.chat(((args[0] ?? {}) as { members?: string[] }).members ?? []);
        return [true];
      case 'call.startCall':
        actions.call(((args[0] ?? {}) as { targets?: string[] }).targets ?? []);
        return [true];
      case 'pages.navigateToApp':
      case 'pages.currentApp.navigateTo':
      case 'pages.currentApp.navigateToDefaultPage': {
        const { appId = context.appId, pageId, subPageId } = (args[0] ?? {}) as { appId?: string; pageId?: string; subPageId?: string };
        const place = encodeURIComponent(JSON.stringify({ subEntityId: subPageId }));
        actions.openLink(`https://teams.microsoft.com/l/entity/${appId}/${pageId ?? ''}?context=${place}`);
        return func === 'pages.navigateToApp' ? [true] : [null, true];
      }
      case 'tasks.completeTask':
        actions.submit(args[0]);
        return undefined;
      case 'navigateBack':
        return [true];
      default:
        // Telemetry, and what says that the frame has loaded.
        return undefined;
    }
  }
}
