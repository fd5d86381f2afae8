export { default } from './OwnersScreen';
