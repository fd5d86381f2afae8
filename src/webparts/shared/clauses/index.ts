export { Clauses } from './Clauses';
