export { Suggestions } from './Suggestions';
export { OpenSuggestions } from './OpenSuggestions';
