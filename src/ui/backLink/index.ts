export * from './BackLink';
