export { PrintSheet as default } from './PrintSheet';
