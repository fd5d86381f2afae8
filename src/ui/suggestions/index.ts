export * from './Suggestions';
export * from './OpenSuggestions';
