import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { CSSProperties } from 'react';

/** Colours as CSS custom properties. All of them come from the theme, so dark and high contrast follow by themselves. */
export type ThemeVariables = CSSProperties & Record<`--ml-${string}`, string>;

/** SharePoint's own light colours, for hosts that give no theme. */
const fallback = {
  page: '#faf9f8',
  card: '#ffffff',
  line: '#e1dfdd',
  text: '#242424',
  quiet: '#605e5c',
  link: '#0f6cbd',
  tag: '#f3f2f1',
  input: '#ffffff',
  inputLine: '#8a8886',
  lineStrong: '#c8c6c4',
  fill: '#0f6cbd',
  onFill: '#ffffff',
  late: '#a4262c',
  note: '#fff4ce'
};
/** What is due today: the theme has no colour for it that can be read on both grounds. */
const due = { light: '#7a5300', dark: '#fce100' };

/** What the styles of this solution need of a theme. Set it on the outermost element of a web part. */
export function themeVariables(theme: IReadonlyTheme | undefined): ThemeVariables {
  const palette = theme?.palette ?? {};
  const semantic = theme?.semanticColors ?? {};
  const raised = theme?.isInverted ? palette.neutralLighterAlt : palette.white;
  return {
    '--ml-page': (theme?.isInverted ? palette.white : semantic.bodyStandoutBackground) ?? fallback.page,
    '--ml-card': raised ?? fallback.card,
    '--ml-line': palette.neutralQuaternaryAlt ?? fallback.line,
    '--ml-text': semantic.bodyText ?? fallback.text,
    '--ml-quiet': semantic.bodySubtext ?? fallback.quiet,
    '--ml-link': semantic.link ?? fallback.link,
    '--ml-tag': palette.neutralLighter ?? fallback.tag,
    '--ml-input': semantic.inputBackground ?? fallback.input,
    '--ml-input-line': palette.neutralSecondary ?? fallback.inputLine,
    '--ml-line-strong': palette.neutralTertiaryAlt ?? fallback.lineStrong,
    '--ml-fill': palette.themePrimary ?? fallback.fill,
    '--ml-on-fill': palette.white ?? fallback.onFill,
    '--ml-late': semantic.errorText ?? fallback.late,
    '--ml-due': theme?.isInverted ? due.dark : due.light,
    '--ml-note': semantic.warningBackground ?? fallback.note,
    // The browser's own parts (lists of choices, scroll bars) follow.
    colorScheme: theme?.isInverted ? 'dark' : 'light'
  };
}
