import { PropertyPaneTextField, type IPropertyPaneField } from '@microsoft/sp-property-pane';

/** What the pane of a hub says of the site. */
export interface HubPaneStrings {
  PaneSite: string;
  PaneSiteAdvice: string;
  PaneSiteWrong: string;
}

/** Nothing, a path, or an address of this SharePoint. */
function isSiteHere(value: string): boolean {
  if (value === '') return true;
  if (value.startsWith('/')) return !/^\/[/\\]/.test(value);
  try {
    return new URL(value).origin === window.location.origin;
  } catch {
    return false;
  }
}

/** Where the lists are: tabs stand on other sites. */
export const siteField = (strings: HubPaneStrings): IPropertyPaneField<unknown> =>
  PropertyPaneTextField('site', {
    label: strings.PaneSite,
    description: strings.PaneSiteAdvice,
    maxLength: 400,
    onGetErrorMessage: (value) => (isSiteHere(value.trim()) ? '' : strings.PaneSiteWrong)
  });
