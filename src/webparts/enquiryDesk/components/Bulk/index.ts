export { BulkBar } from './BulkBar';
