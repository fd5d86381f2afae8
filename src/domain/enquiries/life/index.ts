export * from './act';
export * from './event';
export * from './fold';
export * from './next';
export * from './state';
export { actionNames, actionOf, actionsFor, isOfficer, needsOf, transit, transitionOf, transitions } from './transitions';
export type { ActionName, Actor, Need, Refusal, Transition } from './transitions';
