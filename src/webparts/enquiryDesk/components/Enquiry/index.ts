export { default } from './EnquiryPage';
