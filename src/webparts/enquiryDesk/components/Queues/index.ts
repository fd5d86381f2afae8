export { QueueDesk } from './QueueDesk';
