export * from './LoadingScreen';
