export { default } from './EnquiryDesk';
export * from './types';
