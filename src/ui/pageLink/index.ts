export * from './PageLink';
