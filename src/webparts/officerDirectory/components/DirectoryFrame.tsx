import * as strings from 'OfficerDirectoryStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The officer directory. */
export const DirectoryFrame = lazilyFramed(() => import(/* webpackChunkName: 'officer-directory' */ './OfficerDirectory'), strings.Loading);
