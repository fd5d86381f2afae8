import type { MountedWebPart } from './mounted-web-part';
import { Pane } from './pane';
import type { PageData } from './page-data';

/** Edit mode of a page: a toolbar on each web part, its property pane, and saving what changed. */
export class Editing {
  private readonly pane = new Pane();
  private readonly toolbars: HTMLElement[] = [];
  private mounted: MountedWebPart[] = [];
  private unsaved = false;
  private editing = false;

  public constructor(private readonly data: PageData) {
    window.addEventListener('beforeunload', (event) => {
      if (this.unsaved) event.preventDefault();
    });
  }

  public get isPaneOpen(): boolean {
    return this.pane.isOpen;
  }

  /** The web parts that can be edited; the page's address may ask for edit mode at once. */
  public start(mounted: MountedWebPart[]): void {
    this.mounted = mounted;
    const button = document.getElementById('edit-page');
    button?.addEventListener('click', () => this.begin());
    document.getElementById('save-page')?.addEventListener('click', () => void this.save());
    document.getElementById('discard-changes')?.addEventListener('click', () => this.discard());
    if (this.data.mayEdit && new URLSearchParams(window.location.search).get('Mode') === 'Edit') this.begin();
  }

  public changed(): void {
    this.unsaved = true;
    this.say('Not saved yet');
  }

  public paneAction(instanceId: string, action: string): void {
    const target = this.mounted.find(({ placed }) => placed.instanceId === instanceId);
    if (action === 'Refresh') this.pane.refresh();
    else if (action === 'Close') this.pane.close();
    else if (target && this.editing) void this.pane.open(target);
  }

  private begin(): void {
    this.editing = true;
    document.body.classList.add('editing');
    for (const one of this.mounted) {
      one.setEditMode(true);
      this.toolbars.push(this.toolbar(one));
    }
    this.say('');
    document.getElementById('save-page')?.focus();
  }

  private end(): void {
    this.pane.close();
    this.editing = false;
    this.unsaved = false;
    document.body.classList.remove('editing');
    for (const toolbar of this.toolbars.splice(0)) toolbar.remove();
    for (const one of this.mounted) one.setEditMode(false);
    document.getElementById('edit-page')?.focus();
  }

  private toolbar(one: MountedWebPart): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'web-part-toolbar';
    const name = document.createElement('span');
    name.textContent = one.title;
    const edit = document.createElement('button');
    edit.type = 'button';
    edit.textContent = 'Edit properties';
    edit.setAttribute('aria-label', `Edit properties of ${one.title}`);
    edit.addEventListener('click', () => void this.pane.open(one, edit));
    bar.append(name, edit);
    one.element.before(bar);
    return bar;
  }

  private async save(): Promise<void> {
    this.pane.close();
    const webParts = this.mounted.map((one) => ({ instanceId: one.placed.instanceId, properties: one.savedProperties() }));
    const response = await this.post({ webParts }).catch(() => undefined);
    if (!response?.ok) {
      this.say('The page could not be saved. Your changes are still here: try again, or reload the page to discard them.');
      return;
    }
    this.end();
    this.say('The page has been published');
  }

  /** Sends what is to be saved, with a digest of this moment: the page's own may have run out since it was opened. */
  private async post(body: unknown): Promise<Response> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const context = await fetch(`${String(this.data.context.webAbsoluteUrl)}/_api/contextinfo`, { method: 'POST', headers });
    const { FormDigestValue } = (await context.json()) as { FormDigestValue?: string };
    return fetch(`/_local/pages/${encodeURIComponent(this.data.page)}`, {
      method: 'POST',
      headers: { ...headers, 'x-requestdigest': FormDigestValue ?? '' },
      body: JSON.stringify(body)
    });
  }

  /** Reloads the page as it was saved; asks first where something would be lost. */
  private discard(): void {
    if (this.unsaved && !window.confirm('Discard all changes since the page was last published?')) return;
    this.unsaved = false;
    const address = new URL(window.location.href);
    address.searchParams.delete('Mode');
    window.location.replace(address);
  }

  private say(text: string): void {
    const status = document.getElementById('page-status');
    if (status) status.textContent = text;
  }
}
