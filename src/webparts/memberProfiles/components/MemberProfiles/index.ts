export * from './MemberProfiles';
