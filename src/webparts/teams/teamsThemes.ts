import type { IReadonlyTheme } from '@microsoft/sp-component-base';

/** Themes of Teams. */
export type TeamsThemeName = 'default' | 'dark' | 'contrast';

/** The theme that Teams names; the light one for names that came later. */
export const teamsThemeNamed = (name: string | undefined): TeamsThemeName => (name === 'dark' || name === 'contrast' ? name : 'default');

const light: IReadonlyTheme = {
  isInverted: false,
  palette: {
    white: '#ffffff',
    themePrimary: '#5b5fc7',
    neutralLighterAlt: '#fafafa',
    neutralLighter: '#f0f0f0',
    neutralQuaternaryAlt: '#e0e0e0',
    neutralTertiaryAlt: '#d1d1d1',
    neutralSecondary: '#616161'
  },
  semanticColors: {
    bodyStandoutBackground: '#f5f5f5',
    bodyText: '#242424',
    bodySubtext: '#616161',
    link: '#4f52b2',
    inputBackground: '#ffffff',
    errorText: '#b10e1c',
    warningBackground: '#fff4ce'
  }
};

const dark: IReadonlyTheme = {
  isInverted: true,
  palette: {
    white: '#1f1f1f',
    themePrimary: '#9299f7',
    neutralLighterAlt: '#292929',
    neutralLighter: '#333333',
    neutralQuaternaryAlt: '#525252',
    neutralTertiaryAlt: '#666666',
    neutralSecondary: '#d6d6d6'
  },
  semanticColors: {
    bodyText: '#ffffff',
    bodySubtext: '#d6d6d6',
    link: '#aab1fa',
    inputBackground: '#1f1f1f',
    errorText: '#f4a7ad',
    warningBackground: '#433519'
  }
};

/** Teams' high contrast: black, white, yellow links. */
const contrast: IReadonlyTheme = {
  isInverted: true,
  palette: {
    white: '#000000',
    themePrimary: '#ffff01',
    neutralLighterAlt: '#000000',
    neutralLighter: '#000000',
    neutralQuaternaryAlt: '#ffffff',
    neutralTertiaryAlt: '#ffffff',
    neutralSecondary: '#ffffff'
  },
  semanticColors: {
    bodyText: '#ffffff',
    bodySubtext: '#ffffff',
    link: '#ffff01',
    inputBackground: '#000000',
    errorText: '#ffff01',
    warningBackground: '#000000'
  }
};

/** Colours of Teams, for what the styles of this solution take from a theme. */
export const teamsThemes: Record<TeamsThemeName, IReadonlyTheme> = { default: light, dark, contrast };
