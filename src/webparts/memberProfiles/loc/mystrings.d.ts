declare interface IMemberProfilesStrings {
  Heading: string;
  Summary: string;
  OneMember: string;
  Members: string;
  OneWard: string;
  Wards: string;
  OneVacancy: string;
  Vacancies: string;
  SearchLabel: string;
  SearchPlaceholder: string;
  Clear: string;
  Found: string;
  NobodyFound: string;
  NobodyFoundAdvice: string;
  Empty: string;
  EmptyAdvice: string;
  Loading: string;
  LoadingSlowly: string;
  AllMembers: string;
  WardName: string;
  Contact: string;
  Prefers: string;
  Email: string;
  Phone: string;
  Surgery: string;
  Term: string;
  TermFromTo: string;
  TermFrom: string;
  TermTo: string;
  Cabinet: string;
  Responsibilities: string;
  Skills: string;
  NothingMore: string;
  NotFound: string;
  NotFoundAdvice: string;
  TryAgain: string;
  MissingList: string;
  MissingListAdvice: string;
  MissingColumn: string;
  MissingColumnAdvice: string;
  NoAccess: string;
  NoAccessAdvice: string;
  SignedOut: string;
  SignedOutAdvice: string;
  Busy: string;
  BusyAdvice: string;
  TimedOut: string;
  TimedOutAdvice: string;
  Offline: string;
  OfflineAdvice: string;
  OtherProblem: string;
  OtherProblemAdvice: string;
}

declare module 'MemberProfilesStrings' {
  const strings: IMemberProfilesStrings;
  export = strings;
}
