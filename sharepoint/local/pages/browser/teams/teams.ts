import { Chat } from './chat';
import { Dialog } from './dialog';
import { Tabs } from './tabs';
import type { FrameActions, FrameContext } from './teams-host';
import { byId, make, readView, say } from './view';

/** A client like Teams: apps at the side, a conversation or an app's tab beside them. What is shown stands in the address. */

const view = readView();
const stage = byId('stage', HTMLDivElement);
const rail = byId('rail', HTMLUListElement);
const theme = byId('theme', HTMLSelectElement);
const width = byId('width', HTMLSelectElement);
const themeKey = 'local teams theme';
const widthKey = 'local teams width';

const setting = (): { theme: string; isPhone: boolean } => ({ theme: theme.value, isPhone: width.value === 'phone' });

/** A link to the conversation, or to a tab and a place in it. */
const addressOf = (app: string, entity = '', subEntity = ''): string =>
  `#${[app, entity, subEntity].map(encodeURIComponent).join('/')}`.replace(/\/+$/, '');

function openLink(link: string): void {
  let url: URL;
  try {
    url = new URL(link, window.location.href);
  } catch {
    return;
  }
  const [, appId, entity] = /^\/l\/entity\/([^/]+)\/([^/]*)/.exec(url.pathname) ?? [];
  if (url.origin === 'https://teams.microsoft.com' && appId !== undefined) {
    const { subEntityId = '' } = JSON.parse(url.searchParams.get('context') ?? '{}') as { subEntityId?: string };
    window.location.hash = addressOf(decodeURIComponent(appId), entity, subEntityId);
    // The same link again opens it again, as in Teams.
    show();
    return;
  }
  const people = url.origin === 'https://teams.microsoft.com' ? (url.searchParams.get('users') ?? '') : '';
  if (people !== '') actions.chat(people.split(','));
  else if (url.origin === window.location.origin) window.location.assign(url);
  else say(`Teams would open ${url.href}`);
}

const actions: FrameActions = {
  openLink,
  chat: (people) => say(`Teams opens a chat with ${people.join(', ')}`),
  call: (people) => say(`Teams calls ${people.join(', ')}`),
  submit: () => undefined,
  dialog: (title, url) =>
    new Promise((resolve) => {
      const submit = (result: unknown): void => {
        resolve(result);
        dialog.close();
      };
      dialog.showPage(title, url, context(), { ...actions, submit }, () => resolve(undefined));
    }),
  shareLink: (subEntityId) => say(`Teams offers a link to ${subEntityId}`)
};
const context = (): Omit<FrameContext, 'frameContext'> => ({
  ...setting(),
  entityId: '',
  subEntityId: undefined,
  appId: view.apps[0]?.id ?? '',
  user: view.user
});
const dialog = new Dialog();
const chat = new Chat(view, dialog, actions, context);
const tabs = new Tabs(stage, view.user, actions, setting);

function show(): void {
  const [app = 'chat', entity = '', subEntity = ''] = window.location.hash.slice(1).split('/').map(decodeURIComponent);
  const found = view.apps.find(({ id }) => id === app);
  for (const link of rail.querySelectorAll('a')) {
    if (link.dataset.app === (found?.id ?? 'chat')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (!found) {
    tabs.close();
    chat.show(stage, 'Chat');
    return;
  }
  tabs.open(found, entity, subEntity || undefined, (entityId) => {
    window.location.hash = addressOf(found.id, entityId);
  });
}

function applySettings(): void {
  document.documentElement.dataset.theme = theme.value;
  document.documentElement.dataset.width = width.value;
}

theme.value = sessionStorage.getItem(themeKey) ?? 'default';
width.value = sessionStorage.getItem(widthKey) ?? 'wide';
applySettings();
theme.addEventListener('change', () => {
  sessionStorage.setItem(themeKey, theme.value);
  applySettings();
  tabs.setTheme(theme.value);
  dialog.setTheme(theme.value);
});
width.addEventListener('change', () => {
  sessionStorage.setItem(widthKey, width.value);
  applySettings();
});
byId('person', HTMLSelectElement).addEventListener('change', () => byId('person-form', HTMLFormElement).submit());
const entry = (app: string, name: string): HTMLElement => {
  const link = make('a', { href: addressOf(app), text: name });
  link.dataset.app = app;
  return make('li', {}, link);
};
rail.append(entry('chat', 'Chat'), ...view.apps.map(({ id, name }) => entry(id, name)));
window.addEventListener('hashchange', show);
show();
