export { OfficerPage as default } from './OfficerPage';
