import { createTheme, type ITheme } from '@fluentui/react/lib/Theme';

/** Themes that a page can have, as SharePoint and Teams hand them to web parts. */
export const themes: Record<string, ITheme> = {
  light: createTheme({
    palette: {
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
    }
  }),
  dark: createTheme({
    isInverted: true,
    palette: {
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
    }
  })
};

const remembered = 'local-sharepoint-theme';

/** The theme in use: the one chosen here before, or what the system prefers. */
export function currentTheme(): string {
  const chosen = localStorage.getItem(remembered);
  if (chosen !== null && chosen in themes) return chosen;
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
  const theme = themes[name];
  if (!theme) return;
  document.documentElement.dataset.theme = name;
  const state = window as ThemedWindow;
  state.__themeState__ = state.__themeState__ ?? {};
  loadTheme({ ...(theme.palette as unknown as Record<string, string>), ...(theme.semanticColors as unknown as Record<string, string>) });
}
