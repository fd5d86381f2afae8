import { AdaptiveCard, HostConfig, OpenUrlAction } from 'adaptivecards';
import { make } from './view';

/** A card that a message extension answered. */
export interface Attachment {
  contentType: string;
  content: unknown;
  preview?: { content: { title?: string; text?: string; images?: { url: string; alt?: string }[] } };
}

const colours = { default: 'var(--text)', subtle: 'var(--quiet)' };

/** Colours of the view, whatever its theme. */
const look = new HostConfig({
  fontFamily: 'inherit',
  containerStyles: { default: { backgroundColor: 'transparent', foregroundColors: { default: colours } } },
  actions: { actionsOrientation: 'horizontal', buttonSpacing: 8, maxActions: 6 },
  imageSizes: { small: 32, medium: 48, large: 96 }
});

/** Shows an Adaptive Card, with Microsoft's own renderer. */
export function showCard({ content }: Attachment, openLink: (link: string) => void): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = look;
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction && action.url) openLink(action.url);
  };
  card.parse(content);
  return make('div', { className: 'teams-card' }, card.render() ?? '');
}

/** A result in a list: its picture, title and text. The text is HTML of a few formats; here it is shown as text. */
export function showPreview({ preview }: Attachment, choose: () => void): HTMLElement {
  const { title = '', text = '', images = [] } = preview?.content ?? {};
  const plain = new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '';
  const [image] = images;
  return make(
    'button',
    { type: 'button', className: 'teams-result', onclick: choose },
    ...(image ? [make('img', { src: image.url, alt: '' })] : []),
    make('span', {}, make('strong', { text: title }), make('span', { text: plain }))
  );
}
