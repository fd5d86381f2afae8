declare interface IPeopleHubStrings {
  Heading: string;
  Loading: string;
  Views: string;
  Members: string;
  Officers: string;
  Protocol: string;
  PaneDescription: string;
  PaneContents: string;
  PaneTitle: string;
  PaneCouncil: string;
  PaneCouncilAdvice: string;
  PaneFirst: string;
  PaneSelection: string;
  PaneAll: string;
  PaneWard: string;
  PaneBody: string;
  PaneService: string;
  PaneNoService: string;
  PaneSite: string;
  PaneSiteAdvice: string;
  PaneSiteWrong: string;
}

declare module 'PeopleHubStrings' {
  const strings: IPeopleHubStrings;
  export = strings;
}
