import type { MountedWebPart } from './mounted-web-part';
import { fieldElement, type PaneField } from './pane-fields';

interface PaneGroup {
  groupName?: string;
  groupFields?: PaneField[];
}
/** One of two groups: the second where the first does not apply. */
interface ConditionalGroup {
  primaryGroup: PaneGroup;
  secondaryGroup: PaneGroup;
  showSecondaryGroup?: boolean;
}
interface PanePage {
  header?: { description?: string };
  groups?: (PaneGroup | ConditionalGroup)[];
}

const groupOf = (given: PaneGroup | ConditionalGroup): PaneGroup =>
  'primaryGroup' in given ? (given.showSecondaryGroup ? given.secondaryGroup : given.primaryGroup) : given;

const element = <K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ''): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

/** The property pane of a web part, built from what its getPropertyPaneConfiguration describes. */
export class Pane {
  private readonly panel = element('aside', 'property-pane');
  private current: MountedWebPart | undefined;
  private pageNumber = 0;
  private opener: HTMLElement | undefined;
  private dispose: (() => void)[] = [];

  public constructor() {
    this.panel.setAttribute('role', 'dialog');
    this.panel.setAttribute('aria-labelledby', 'property-pane-title');
    this.panel.tabIndex = -1;
    this.panel.hidden = true;
    this.panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    document.body.appendChild(this.panel);
  }

  public get isOpen(): boolean {
    return this.current !== undefined;
  }

  public async open(mounted: MountedWebPart, opener?: HTMLElement): Promise<void> {
    if (this.current === mounted) return;
    this.close();
    this.current = mounted;
    this.pageNumber = 0;
    this.opener = opener;
    mounted.webPart._onPropertyPaneLifeCycleEvent('ConfigurationStart');
    await mounted.webPart._loadPropertyPaneResources();
    this.show();
    this.panel.querySelector<HTMLElement>('button')?.focus();
  }

  public close(): void {
    const { current } = this;
    if (!current) return;
    this.clear();
    this.current = undefined;
    this.panel.hidden = true;
    document.body.classList.remove('with-property-pane');
    current.webPart._onPropertyPaneLifeCycleEvent('ConfigurationComplete');
    this.opener?.focus();
  }

  /** Shows the fields anew: the web part may describe others after a change. What has the focus keeps it. */
  public refresh(): void {
    const active = document.activeElement;
    const inside = active instanceof HTMLElement && this.panel.contains(active) ? active : undefined;
    if (this.current) this.show();
    if (!inside) return;
    const name = inside.dataset.field ?? '';
    (this.panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`) ?? this.panel).focus();
  }

  private clear(): void {
    for (const dispose of this.dispose) dispose();
    this.dispose = [];
    this.panel.replaceChildren();
  }

  private show(): void {
    const { current } = this;
    if (!current) return;
    this.clear();
    this.panel.hidden = false;
    document.body.classList.add('with-property-pane');
    const { pages = [] } = (current.webPart.getPropertyPaneConfiguration() ?? {}) as { pages?: PanePage[] };
    this.pageNumber = Math.min(this.pageNumber, Math.max(0, pages.length - 1));
    const page = pages[this.pageNumber];
    const head = element('header', '');
    const title = element('h2', '', current.title);
    title.id = 'property-pane-title';
    const close = element('button', 'quiet', 'Close');
    close.type = 'button';
    close.addEventListener('click', () => this.close());
    head.append(title, close);
    this.panel.append(head);
    if (page?.header?.description) this.panel.append(element('p', 'description', page.header.description));
    const groups = (page?.groups ?? []).map(groupOf);
    if (!groups.some(({ groupFields }) => groupFields && groupFields.length > 0)) {
      this.panel.append(element('p', 'description', 'This web part has no properties.'));
    }
    for (const group of groups) this.panel.append(this.group(current, group));
    this.panel.append(this.foot(current, pages.length));
  }

  private group(current: MountedWebPart, { groupName, groupFields = [] }: PaneGroup): HTMLElement {
    const set = element('fieldset', '');
    if (groupName) set.append(element('legend', '', groupName));
    for (const field of groupFields) {
      const change = (value: unknown): void => {
        const { webPart } = current;
        if (webPart._onPropertyPaneFieldChanged(field.targetProperty, value, field.type)) this.refresh();
      };
      const { shown, dispose } = fieldElement(field, current, change);
      if (dispose) this.dispose.push(dispose);
      set.append(shown);
    }
    return set;
  }

  private foot(current: MountedWebPart, pages: number): HTMLElement {
    const foot = element('footer', '');
    const button = (text: string, action: () => void, disabled = false): void => {
      const made = element('button', '', text);
      made.type = 'button';
      made.disabled = disabled;
      made.addEventListener('click', action);
      foot.append(made);
    };
    const turn = (by: number): void => {
      this.pageNumber += by;
      this.show();
    };
    if (pages > 1) {
      button('Back', () => turn(-1), this.pageNumber === 0);
      foot.append(element('span', '', `${this.pageNumber + 1} of ${pages}`));
      button('Next', () => turn(1), this.pageNumber === pages - 1);
    }
    if (!current.webPart._isPropertyPaneReactive()) button('Apply', () => current.webPart._onPropertyPaneLifeCycleEvent('ApplyClicked'));
    return foot;
  }
}
