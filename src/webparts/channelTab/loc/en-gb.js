define([], function () {
  return {
    Heading: 'Memberlink',
    Loading: 'Loading',
    Enquiries: 'Enquiries',
    People: 'Members, officers and the protocol',
    PaneDescription: 'What this tab shows',
    PaneContents: 'Contents',
    PaneTitle: 'Heading',
    PaneCouncil: 'Name of the council',
    PaneCouncilAdvice: 'As it stands on prints and contacts. Empty for the name of the site.',
    PaneShow: 'Show',
    PaneSite: 'Site of Memberlink',
    PaneSiteAdvice: 'For example /sites/members. Empty for the one that your administrator set.',
    PaneSiteWrong: 'Give a site of this SharePoint, for example /sites/members.'
  };
});
