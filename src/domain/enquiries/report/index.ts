export * from './hide';
export * from './report';
