import { createTheme, type IPalette, type ITheme } from '@fluentui/react/lib/Theme';

const light: Partial<IPalette> = {
  themePrimary: '#0f6cbd',
  themeLighterAlt: '#f5f9fd',
  themeLighter: '#d7e8f6',
  themeLight: '#b4d4ee',
  themeTertiary: '#70abdd',
  themeSecondary: '#2d7fc7',
  themeDarkAlt: '#0e61aa',
  themeDark: '#0c5290',
  themeDarker: '#083c6a',
  neutralLighterAlt: '#faf9f8',
  neutralLighter: '#f3f2f1',
  neutralLight: '#edebe9',
  neutralQuaternaryAlt: '#e1dfdd',
  neutralQuaternary: '#d0d0d0',
  neutralTertiaryAlt: '#c8c6c4',
  neutralTertiary: '#a19f9d',
  neutralSecondary: '#605e5c',
  neutralPrimaryAlt: '#3b3a39',
  neutralPrimary: '#242424',
  neutralDark: '#201f1e',
  black: '#000000',
  white: '#ffffff'
};

const dark: Partial<IPalette> = {
  themePrimary: '#479ef5',
  themeLighterAlt: '#030609',
  themeLighter: '#0b1927',
  themeLight: '#152f49',
  themeTertiary: '#2b5f93',
  themeSecondary: '#3f8bd8',
  themeDarkAlt: '#57a7f6',
  themeDark: '#6fb3f7',
  themeDarker: '#92c6f9',
  neutralLighterAlt: '#292929',
  neutralLighter: '#313131',
  neutralLight: '#3f3f3f',
  neutralQuaternaryAlt: '#484848',
  neutralQuaternary: '#4f4f4f',
  neutralTertiaryAlt: '#6d6d6d',
  neutralTertiary: '#c8c8c8',
  neutralSecondary: '#d0d0d0',
  neutralSecondaryAlt: '#d0d0d0',
  neutralPrimaryAlt: '#dadada',
  neutralPrimary: '#ffffff',
  neutralDark: '#f4f4f4',
  black: '#f8f8f8',
  white: '#1f1f1f'
};

/** Teams' high contrast: black, white, yellow links. */
const contrast: Partial<IPalette> = {
  themePrimary: '#ffff01',
  themeLighterAlt: '#000000',
  themeLighter: '#000000',
  themeLight: '#1aebff',
  themeTertiary: '#1aebff',
  themeSecondary: '#ffff01',
  themeDarkAlt: '#ffff01',
  themeDark: '#ffff01',
  themeDarker: '#ffff01',
  neutralLighterAlt: '#000000',
  neutralLighter: '#000000',
  neutralLight: '#ffffff',
  neutralQuaternaryAlt: '#ffffff',
  neutralQuaternary: '#ffffff',
  neutralTertiaryAlt: '#ffffff',
  neutralTertiary: '#ffffff',
  neutralSecondary: '#ffffff',
  neutralSecondaryAlt: '#ffffff',
  neutralPrimaryAlt: '#ffffff',
  neutralPrimary: '#ffffff',
  neutralDark: '#ffffff',
  black: '#ffffff',
  white: '#000000'
};

const palettes: Record<string, { palette: Partial<IPalette>; isInverted: boolean }> = {
  light: { palette: light, isInverted: false },
  dark: { palette: dark, isInverted: true },
  contrast: { palette: contrast, isInverted: true }
};

/** What a strong section does: the theme's own colour behind, everything else as on dark. */
const onColour = (background: string): Partial<IPalette> => ({
  ...Object.fromEntries(Object.keys(dark).map((name) => [name, '#ffffff'])),
  white: background,
  neutralLighterAlt: background,
  neutralLighter: background,
  themeLighterAlt: background,
  themeLighter: background,
  neutralSecondary: '#f3f2f1'
});

/** Emphasis of a section, as SharePoint's pages number it: none, neutral, soft, strong. */
export type Emphasis = 0 | 1 | 2 | 3;

const made = new Map<string, ITheme>();

/**
 * The theme that web parts of a section get: the page's own, or its variant for the section's emphasis.
 *
 * @param name light, dark or contrast
 */
export function themeFor(name: string, emphasis: Emphasis): ITheme {
  const { palette, isInverted } = palettes[name] ?? { palette: light, isInverted: false };
  // High contrast knows no shades.
  const shade = name === 'contrast' ? 0 : emphasis;
  const key = `${name} ${shade}`;
  let theme = made.get(key);
  if (!theme) {
    const background = shade === 1 ? palette.neutralLighter : shade === 2 ? palette.themeLighter : palette.white;
    theme =
      shade === 3
        ? createTheme({ isInverted: true, palette: onColour(light.themeDark ?? '') })
        : createTheme({ isInverted, palette: { ...palette, ...(shade === 0 ? {} : { white: background }) } });
    made.set(key, theme);
  }
  return theme;
}

const remembered = 'local-sharepoint-theme';

/** The theme in use: the one chosen here before, or what the system prefers. */
export function currentTheme(): string {
  const chosen = localStorage.getItem(remembered);
  if (chosen !== null && chosen in palettes) return chosen;
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Keeps the choice for later pages. */
export function rememberTheme(name: string): void {
  localStorage.setItem(remembered, name);
}

interface ThemedWindow extends Window {
  __themeState__?: { theme?: Record<string, string>; registeredStyles?: unknown[] };
}

/** Colours the page itself, and the styles of web parts that name theme colours in their SCSS. */
export function applyToPage(name: string, loadTheme: (theme: Record<string, string>) => void): void {
  const theme = themeFor(name, 0);
  document.documentElement.dataset.theme = name;
  const state = window as ThemedWindow;
  state.__themeState__ = state.__themeState__ ?? {};
  loadTheme({ ...(theme.palette as unknown as Record<string, string>), ...(theme.semanticColors as unknown as Record<string, string>) });
  for (const section of document.querySelectorAll<HTMLElement>('section[data-emphasis]')) {
    const variant = themeFor(name, emphasisOf(section));
    section.style.background = variant.semanticColors.bodyBackground;
    section.style.color = variant.semanticColors.bodyText;
  }
}

/** The emphasis of the section that something is in. */
export const emphasisOf = (element: Element): Emphasis =>
  Number(element.closest<HTMLElement>('section[data-emphasis]')?.dataset.emphasis ?? 0) as Emphasis;
