/** The pages after the first. They are one chunk, which is loaded while one reads the first. */
export { AudiencePage } from './AudiencePage';
export { CheckPage } from './CheckPage';
export { ConstituentPage } from './ConstituentPage';
export { DocumentsPage } from './DocumentsPage';
export { FirstPage } from './FirstPage';
export { QuestionsPage } from './QuestionsPage';
export { ReachPage } from './ReachPage';
export { ServicePage } from './ServicePage';
export { StopPage } from './StopPage';
export { WhatPage } from './WhatPage';
export { WherePage } from './WherePage';
