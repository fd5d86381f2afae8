define([], function () {
  return {
    Heading: 'Members',
    Loading: 'Loading',
    Views: 'People',
    Members: 'Members',
    Officers: 'Officers',
    Protocol: 'Protocol',
    PaneDescription: 'What this tab shows',
    PaneContents: 'Contents',
    PaneTitle: 'Heading',
    PaneCouncil: 'Name of the council',
    PaneCouncilAdvice: 'As it stands on prints and contacts. Empty for the name of the site.',
    PaneFirst: 'Open first',
    PaneSelection: 'Members',
    PaneAll: 'All members',
    PaneWard: 'Members of one ward',
    PaneBody: 'Members of one body',
    PaneService: 'Service that is open first',
    PaneNoService: 'None',
    PaneSite: 'Site of Memberlink',
    PaneSiteAdvice: 'For example /sites/members. Empty for the one that your administrator set.',
    PaneSiteWrong: 'Give a site of this SharePoint, for example /sites/members.'
  };
});
