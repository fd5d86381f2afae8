/** Pages that few come to, or that come last. They are one chunk, which is loaded while one writes. */
export { AudiencePage } from './AudiencePage';
export { CheckPage } from './CheckPage';
export { ConstituentPage } from './ConstituentPage';
export { DocumentsPage } from './DocumentsPage';
export { ReachPage } from './ReachPage';
export { StopPage } from './StopPage';
export { WherePage } from './WherePage';
