declare interface IChannelTabStrings {
  Heading: string;
  Loading: string;
  Enquiries: string;
  People: string;
  PaneDescription: string;
  PaneContents: string;
  PaneTitle: string;
  PaneCouncil: string;
  PaneCouncilAdvice: string;
  PaneShow: string;
  PaneSite: string;
  PaneSiteAdvice: string;
  PaneSiteWrong: string;
}

declare module 'ChannelTabStrings' {
  const strings: IChannelTabStrings;
  export = strings;
}
