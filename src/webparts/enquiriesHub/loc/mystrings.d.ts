declare interface IEnquiriesHubStrings {
  Heading: string;
  Loading: string;
  Views: string;
  Enquiries: string;
  Raise: string;
  PaneDescription: string;
  PaneContents: string;
  PaneTitle: string;
  PaneCouncil: string;
  PaneCouncilAdvice: string;
  PaneWard: string;
  PaneAllWards: string;
  PaneService: string;
  PaneAllServices: string;
  PaneSite: string;
  PaneSiteAdvice: string;
  PaneSiteWrong: string;
}

declare module 'EnquiriesHubStrings' {
  const strings: IEnquiriesHubStrings;
  export = strings;
}
