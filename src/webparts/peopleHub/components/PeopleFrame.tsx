import * as strings from 'PeopleHubStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** The people hub. */
export const PeopleFrame = lazilyFramed(() => import(/* webpackChunkName: 'people-hub' */ './PeopleHub'), strings.Loading);
