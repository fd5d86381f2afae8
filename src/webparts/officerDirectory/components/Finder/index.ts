export * from './Finder';
