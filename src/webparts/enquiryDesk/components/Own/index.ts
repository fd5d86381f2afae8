export { OwnDesk } from './OwnDesk';
