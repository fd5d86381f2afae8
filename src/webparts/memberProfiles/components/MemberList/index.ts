export * from './MemberList';
