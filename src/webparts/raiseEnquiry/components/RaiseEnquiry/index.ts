export { default } from './RaiseEnquiry';
export * from './types';
