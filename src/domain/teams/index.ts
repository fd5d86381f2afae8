export * from './links';
export * from './place';
