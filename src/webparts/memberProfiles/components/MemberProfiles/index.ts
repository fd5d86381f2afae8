export { default } from './MemberProfiles';
export * from './types';
