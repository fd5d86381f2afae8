/** The address of an enquiry for somebody else: the page and its number, and nothing of what one searched for. */
export function enquiryLink(id: number): string {
  const url = new URL(window.location.pathname, window.location.href);
  url.searchParams.set('enquiry', String(id));
  return url.toString();
}
