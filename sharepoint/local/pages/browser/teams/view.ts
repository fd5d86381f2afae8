import type { ExtensionCommand, TabsApp } from '../../../teams/teams-apps';
import type { SampleMessage } from '../../../teams/teams-view';

/** What the server tells the view. */
export interface ViewData {
  apps: TabsApp[];
  extension?: { name: string; commands: ExtensionCommand[] };
  messages: SampleMessage[];
  user: { id: string; login: string; name: string };
}

export const readView = (): ViewData => JSON.parse(document.getElementById('teams-data')?.textContent ?? '{}') as ViewData;

/** An element of the view's page, which has it. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}.`);
  return element;
}

/** Makes an element with its text, class and children. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { text, ...properties }: Partial<Omit<HTMLElementTagNameMap[Name], 'style'>> & { text?: string } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

/** Says something to everybody, a screen reader's user too. */
export const say = (text: string): void => {
  byId('said', HTMLParagraphElement).textContent = text;
};

/** Sends an invoke to the message extension. */
export async function invoke<T>(name: string, value: unknown): Promise<T> {
  const response = await fetch(`/_local/teams/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value)
  });
  if (!response.ok) throw new Error(`The message extension answered ${response.status}.`);
  return (await response.json()) as T;
}
