export * from './openPlace';
export * from './readTeams';
export * from './sdk';
export * from './teamsHost';
export * from './teamsThemes';
