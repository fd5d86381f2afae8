import { PropertyPaneTextField, type IPropertyPaneField } from '@microsoft/sp-property-pane';

/** What the pane of a hub says of the site. */
export interface HubPaneStrings {
  PaneSite: string;
  PaneSiteAdvice: string;
}

/** Where the lists are: tabs stand on other sites. */
export const siteField = (strings: HubPaneStrings): IPropertyPaneField<unknown> =>
  PropertyPaneTextField('site', { label: strings.PaneSite, description: strings.PaneSiteAdvice, maxLength: 400 });
