export * from './WebPartFrame';
export * from './lazilyFramed';
