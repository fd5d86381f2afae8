export { default } from './ReportPage';
