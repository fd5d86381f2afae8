import { PropertyPaneTextField, type IPropertyPaneConfiguration, type IPropertyPaneField } from '@microsoft/sp-property-pane';

/** What the panes of all web parts say, each in its own words. */
export interface PaneStrings {
  PaneDescription: string;
  PaneContents: string;
  PaneTitle: string;
  PaneCouncil: string;
  PaneCouncilAdvice: string;
  Heading: string;
}

/** Heading, and the council's name: what owners of a page can set of every web part. */
export const headingFields = (strings: PaneStrings): IPropertyPaneField<unknown>[] => [
  PropertyPaneTextField('title', { label: strings.PaneTitle, placeholder: strings.Heading, maxLength: 100 }),
  PropertyPaneTextField('council', { label: strings.PaneCouncil, description: strings.PaneCouncilAdvice, maxLength: 100 })
];

/** A pane of one group: heading, council's name, and what a web part has besides. */
export const simplePane = (strings: PaneStrings, more: IPropertyPaneField<unknown>[] = []): IPropertyPaneConfiguration => ({
  pages: [
    {
      header: { description: strings.PaneDescription },
      groups: [{ groupName: strings.PaneContents, groupFields: [...headingFields(strings), ...more] }]
    }
  ]
});
