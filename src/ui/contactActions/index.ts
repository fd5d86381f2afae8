export * from './ContactActions';
