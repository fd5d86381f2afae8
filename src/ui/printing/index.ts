export * from './PrintAction';
export * from './PrintFrame';
