export { default } from './OfficerDirectory';
export * from './types';
