export { MemberProfile as default } from './MemberProfile';
