import { TeamsHost, type FrameActions, type FrameContext } from './teams-host';
import { byId, make } from './view';

/** The one dialog of the view. */
export class Dialog {
  private readonly element = byId('dialog', HTMLDialogElement);
  private readonly body = byId('dialog-body', HTMLDivElement);
  private host: TeamsHost | undefined;

  public constructor() {
    byId('dialog-close', HTMLButtonElement).addEventListener('click', () => this.close());
    this.element.addEventListener('close', () => {
      this.host?.dispose();
      this.host = undefined;
      this.body.replaceChildren();
    });
  }

  /** Shows something of the view's own. */
  public show(title: string, ...contents: Node[]): void {
    this.open(title, false);
    this.body.replaceChildren(...contents);
  }

  /**
   * Shows a page that speaks teams-js, as Teams does for a message extension.
   *
   * @param closed is told when the dialog is closed, whatever became of it
   */
  public showPage(
    title: string,
    address: string,
    context: Omit<FrameContext, 'frameContext'>,
    actions: FrameActions,
    closed: () => void = () => undefined
  ): void {
    this.element.addEventListener('close', closed, { once: true });
    const frame = make('iframe', { title, className: 'teams-frame' });
    this.host = new TeamsHost(frame, { ...context, frameContext: 'task' }, actions);
    frame.src = address;
    this.open(title, true);
    this.body.replaceChildren(frame);
  }

  public setTheme(theme: string): void {
    this.host?.setTheme(theme);
  }

  public close(): void {
    this.element.close();
  }

  private open(title: string, isPage: boolean): void {
    byId('dialog-title', HTMLHeadingElement).textContent = title;
    this.element.classList.toggle('teams-page', isPage);
    if (!this.element.open) this.element.showModal();
  }
}
