import { TeamsHost, type FrameActions } from './teams-host';
import type { TabsApp } from '../../../teams/teams-apps';
import { make, type ViewData } from './view';

/** The tabs of an app, one at a time in a frame. */
export class Tabs {
  private host: TeamsHost | undefined;

  public constructor(
    private readonly stage: HTMLElement,
    private readonly user: ViewData['user'],
    private readonly actions: FrameActions,
    private readonly setting: () => { theme: string; isPhone: boolean }
  ) {}

  public setTheme(theme: string): void {
    this.host?.setTheme(theme);
  }

  /** Opens a tab, at a place in it that a link names. */
  public open(app: TabsApp, entityId: string, subEntityId: string | undefined, go: (entityId: string) => void): void {
    this.close();
    const tab = app.tabs.find((one) => one.entityId === entityId) ?? app.tabs[0];
    if (!tab) return;
    const frame = make('iframe', { title: `${app.name}: ${tab.name}`, className: 'teams-frame' });
    this.host = new TeamsHost(
      frame,
      { ...this.setting(), frameContext: 'content', entityId: tab.entityId, subEntityId, appId: app.id, user: this.user },
      this.actions
    );
    const { host } = this;
    const head = make(
      'div',
      { className: 'teams-app-head' },
      make('button', { type: 'button', text: '‹', ariaLabel: 'Back', onclick: () => host.goBack() }),
      make('h1', { text: app.name }),
      make(
        'nav',
        { ariaLabel: `Tabs of ${app.name}` },
        ...app.tabs.map((one) => {
          const button = make('button', { type: 'button', text: one.name, onclick: () => go(one.entityId) });
          if (one === tab) button.setAttribute('aria-current', 'page');
          return button;
        })
      )
    );
    frame.src = tab.address;
    this.stage.replaceChildren(head, frame);
  }

  public close(): void {
    this.host?.dispose();
    this.host = undefined;
    this.stage.replaceChildren();
  }
}
