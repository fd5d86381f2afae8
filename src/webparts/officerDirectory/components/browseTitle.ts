import * as strings from 'OfficerDirectoryStrings';
import type { BrowseName } from '../settings';

/** What a way to browse is called. */
export const browseTitle = (name: BrowseName): string =>
  ({ services: strings.ByService, directorates: strings.ByDirectorate, letters: strings.AToZ, liaison: strings.LiaisonOnly })[name];
