/** What is needed once the first page stands: it comes with the later pages. */
export { readOpenEnquiries } from '../../../../data/enquiries/open-enquiries';
export { sendEnquiry } from '../../../../data/enquiries/send-enquiry';
export { findAlike, wardMatters } from '../../../../domain/enquiries/alike';
