import type { Attachment } from '@microsoft/teams.api';

/** Parts of Adaptive Cards, as JSON. */
export type Part = Record<string, unknown>;
/** An Adaptive Card. */
export interface Card {
  type: 'AdaptiveCard';
  version: string;
  body: Part[];
  actions?: Part[];
}

/** Teams refuses larger cards. In bytes. */
export const largestCard = 28 * 1024;
/** Room for what Teams puts around a card. In bytes. */
const wrapping = 1024;

/** Longer texts are cut: the whole stands behind the card's link. In characters. */
const longestText = 300;

/** Cut at a length, between characters as people count them. */
export function cut(text: string, length = longestText): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** Control characters and unpaired halves of characters show nothing, and break what reads them. */
const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ' ');

/** Text that is shown as it is: cards replace {{DATE(...)}} even where they know no other markup. */
const literal = (text: string): string => clean(text).replace(/\{(?=\{)/g, '{\u200b');

/** Text as people wrote it. Runs know no Markdown, so nothing in it is taken for a link or a heading. */
export const text = (content: string, look: Part = {}, block: Part = {}): Part => ({
  type: 'RichTextBlock',
  ...block,
  inlines: [{ type: 'TextRun', text: literal(cut(content)), ...look }]
});

/** What something is called, and what it is: "Ward: Castle". Nothing for an empty one. */
export const line = (label: string, content: string): Part[] =>
  content === ''
    ? []
    : [
        {
          type: 'RichTextBlock',
          spacing: 'Small',
          inlines: [
            { type: 'TextRun', text: `${label}: `, isSubtle: true },
            { type: 'TextRun', text: literal(cut(content)) }
          ]
        }
      ];

/** A button that opens an address. */
export const open = (title: string, url: string): Part => ({ type: 'Action.OpenUrl', title: literal(cut(title, 60)), url });

/** A card, or the same without its picture where it would be too large. */
export function card(body: readonly Part[], actions: readonly Part[]): Card {
  const made: Card = { type: 'AdaptiveCard', version: '1.3', body: [...body], ...(actions.length > 0 ? { actions: [...actions] } : {}) };
  if (sizeOf(made) <= largestCard - wrapping) return made;
  const withoutPictures = body.map((part) => (part.type === 'ColumnSet' ? withoutPicture(part) : part));
  return { ...made, body: withoutPictures };
}

const withoutPicture = (part: Part): Part => ({
  ...part,
  columns: (part.columns as { items: Part[] }[]).filter(({ items }) => !items.some(({ type }) => type === 'Image'))
});

/** In bytes, as it is sent. */
export const sizeOf = (content: unknown): number => Buffer.byteLength(JSON.stringify(content));

/** Somebody's picture beside what is said of them. */
export const withPicture = (picture: string | undefined, name: string, items: readonly Part[]): Part => ({
  type: 'ColumnSet',
  columns: [
    ...(picture === undefined
      ? []
      : [
          {
            type: 'Column',
            width: 'auto',
            items: [{ type: 'Image', url: picture, altText: literal(cut(name, 100)), size: 'Medium', style: 'Person' }]
          }
        ]),
    { type: 'Column', width: 'stretch', items: [...items] }
  ]
});

/** Thumbnail cards show text as HTML. */
const escapeHtml = (content: string): string => content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** How a result stands in the list, before it is chosen. */
export interface Preview {
  title: string;
  text: string;
  picture?: string | undefined;
}

/** A result: its line in the list, and the card that is sent when it is chosen. */
export function result(content: Card, { title, text: under, picture }: Preview): Attachment & { preview: Attachment } {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: content as never,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: {
        title: literal(cut(title, 100)),
        text: escapeHtml(literal(cut(under, 150))),
        ...(picture === undefined ? {} : { images: [{ url: picture, alt: clean(cut(title, 100)) }] })
      } as never
    }
  };
}
