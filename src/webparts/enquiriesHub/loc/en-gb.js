define([], function () {
  return {
    Heading: 'Enquiries',
    Loading: 'Loading',
    Views: 'Enquiries',
    Enquiries: 'Enquiries',
    Raise: 'Raise an enquiry',
    PaneDescription: 'What this tab shows',
    PaneContents: 'Contents',
    PaneTitle: 'Heading',
    PaneCouncil: 'Name of the council',
    PaneCouncilAdvice: 'As it stands on prints. Empty for the name of the site.',
    PaneWard: 'Ward that officers are shown first',
    PaneAllWards: 'All wards',
    PaneService: 'Service that officers are shown first',
    PaneAllServices: 'All services',
    PaneSite: 'Site of Memberlink',
    PaneSiteAdvice: 'For example /sites/members. Empty for the one that your administrator set.',
    PaneSiteWrong: 'Give a site of this SharePoint, for example /sites/members.'
  };
});
