export * from './Choices';
export * from './Texts';
