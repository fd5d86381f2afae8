/** What owners of a page choose in the property pane. All of it may be absent. */
export interface EnquiryDeskSettings {
  /** Heading; empty for the usual one. */
  title?: string;
  /** The council's name, as it stands on prints; empty for the name of the site. */
  council?: string;
  /** Address of the page with the enquiry form; without it there is no link to it. */
  formAddress?: string;
}
