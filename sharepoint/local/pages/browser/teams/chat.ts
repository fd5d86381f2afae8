import { showCard, showPreview, type Attachment } from './cards';
import type { Dialog } from './dialog';
import type { FrameActions, FrameContext } from './teams-host';
import type { ExtensionCommand } from '../../../teams/teams-apps';
import type { SampleMessage } from '../../../teams/teams-view';
import { invoke, make, say, type ViewData } from './view';

interface Answer {
  composeExtension?: {
    type: string;
    text?: string;
    attachments?: Attachment[];
    suggestedActions?: { actions: { value: string; title: string }[] };
  };
  task?: { type: string; value: string | { title: string; url: string } };
}

/** Letters typed within this time are one search, as in Teams. In milliseconds. */
const typingPause = 300;

/** A conversation with a message extension: its searches, its action on messages, its cards for links. */
export class Chat {
  private readonly list = make('ol', { className: 'teams-messages', ariaLabel: 'Conversation' });
  private readonly attached = make('div', { className: 'teams-attached' });
  private readonly box = make('textarea', { rows: 2, placeholder: 'Type a message, or paste a link', ariaLabel: 'Message' });
  private cards: Attachment[] = [];

  public constructor(
    private readonly view: ViewData,
    private readonly dialog: Dialog,
    private readonly actions: FrameActions,
    private readonly context: () => Omit<FrameContext, 'frameContext'>
  ) {
    for (const message of view.messages) this.add(message);
    this.box.addEventListener('paste', () => window.setTimeout(() => void this.unfurl(), 0));
  }

  public show(stage: HTMLElement, title: string): void {
    const commands = this.view.extension?.commands ?? [];
    const buttons = commands
      .filter(({ context }) => context.includes('compose'))
      .map((command) =>
        make('button', { type: 'button', text: command.title, title: command.description, onclick: () => this.use(command) })
      );
    stage.replaceChildren(
      make('div', { className: 'teams-app-head' }, make('h1', { text: title })),
      make(
        'div',
        { className: 'teams-chat' },
        this.list,
        this.attached,
        this.box,
        make(
          'div',
          { className: 'teams-compose' },
          ...buttons,
          make('button', { type: 'button', className: 'primary', text: 'Send', onclick: () => this.send() })
        )
      )
    );
  }

  private add(message: SampleMessage, cards: readonly Attachment[] = []): void {
    const onMessage = (this.view.extension?.commands ?? []).filter(({ type, context }) => type === 'action' && context.includes('message'));
    // The view's own samples, and what was typed here: text only.
    const text = new DOMParser().parseFromString(message.html, 'text/html').body.innerText;
    this.list.append(
      make(
        'li',
        {},
        make('strong', { text: message.from }),
        ...(text === '' ? [] : [make('p', { text })]),
        ...cards.map((card) => showCard(card, this.actions.openLink)),
        ...onMessage.map((command) =>
          make('button', {
            type: 'button',
            text: command.title,
            title: command.description,
            onclick: () => void this.act(command, message)
          })
        )
      )
    );
  }

  private send(): void {
    const text = this.box.value.trim();
    if (text === '' && this.cards.length === 0) return;
    const html = make('p', { text }).outerHTML;
    this.add({ from: this.view.user.name, html, link: `https://teams.microsoft.com/l/message/19:local/${Date.now()}` }, this.cards);
    this.box.value = '';
    this.attach([]);
    this.list.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  private attach(cards: Attachment[]): void {
    this.cards = cards;
    this.attached.replaceChildren(...cards.map((card) => showCard(card, this.actions.openLink)));
  }

  private use(command: ExtensionCommand): void {
    if (command.type === 'action') void this.act(command, undefined);
    else this.search(command);
  }

  /** The box in which one searches, with results as one types. */
  private search({ id, title, parameter }: ExtensionCommand): void {
    const field = make('input', { type: 'search', placeholder: parameter?.description ?? '', ariaLabel: parameter?.title ?? title });
    const results = make('div', { className: 'teams-results' });
    let latest = 0;
    const ask = async (typed: string): Promise<void> => {
      latest += 1;
      const mine = latest;
      const asked = typed === '' ? { name: 'initialRun', value: 'true' } : { name: parameter?.name ?? 'query', value: typed };
      const answer = await invoke<Answer>('query', { commandId: id, parameters: [asked], queryOptions: { skip: 0, count: 25 } }).catch(
        failed
      );
      if (mine === latest) this.showResults(results, answer);
    };
    let timer = 0;
    field.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void ask(field.value.trim()), typingPause);
    });
    this.dialog.show(title, field, results);
    field.focus();
    void ask('');
  }

  private showResults(
    results: HTMLElement,
    { composeExtension: { type, text = '', attachments = [] } = { type: 'result' } }: Answer
  ): void {
    if (type !== 'result' || attachments.length === 0) {
      results.replaceChildren(make('p', { text: text || 'Nothing was found.' }));
      return;
    }
    results.replaceChildren(
      ...attachments.map((one) =>
        showPreview(one, () => {
          this.dialog.close();
          this.attach([one]);
          this.box.focus();
        })
      )
    );
  }

  private async act({ id }: ExtensionCommand, message: SampleMessage | undefined): Promise<void> {
    const payload = message && {
      id: '1',
      body: { contentType: 'html', content: message.html },
      linkToMessage: message.link,
      from: { user: { displayName: message.from } }
    };
    const { task, composeExtension } = await invoke<Answer>('fetchTask', {
      commandId: id,
      commandContext: message ? 'message' : 'compose',
      ...(payload ? { messagePayload: payload } : {})
    }).catch(failed);
    if (!task || typeof task.value === 'string') {
      say(typeof task?.value === 'string' ? task.value : (composeExtension?.text ?? 'Nothing was opened.'));
      return;
    }
    const { title, url } = task.value;
    this.dialog.showPage(title, url, this.context(), {
      ...this.actions,
      submit: (data) => {
        this.dialog.close();
        void this.submitted(id, data);
      }
    });
  }

  private async submitted(commandId: string, data: unknown): Promise<void> {
    const { composeExtension } = await invoke<Answer>('submitAction', { commandId, data }).catch(failed);
    if (composeExtension?.type === 'result') this.attach(composeExtension.attachments ?? []);
    else if (composeExtension?.text) say(composeExtension.text);
  }

  /** A card for a link that was pasted. */
  private async unfurl(): Promise<void> {
    const [url] = /https?:\/\/\S+/.exec(this.box.value) ?? [];
    // A message extension is asked for links of the domains in its manifest: the tenant's, which here is this server.
    if (url === undefined || !url.startsWith(`${window.location.origin}/`)) return;
    const { composeExtension } = await invoke<Answer>('queryLink', { url }).catch(failed);
    const cards = composeExtension?.attachments ?? [];
    if (cards.length > 0) this.attach(cards);
  }
}

const failed = (error: unknown): Answer => {
  say(error instanceof Error ? error.message : String(error));
  return {};
};
