/** What owners of a page choose in the property pane. All of it may be absent. */
export interface RaiseEnquirySettings {
  /** Heading of the first page; empty for the usual one. */
  title?: string;
  /** The council's name, as it stands on prints; empty for the name of the site. */
  council?: string;
}
