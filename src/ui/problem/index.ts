export * from './Problem';
export * from './problemText';
