export * from './WebPartFrame';
