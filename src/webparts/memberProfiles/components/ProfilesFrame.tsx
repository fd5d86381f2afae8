import * as strings from 'MemberProfilesStrings';
import { lazilyFramed } from '../../../ui/webPartFrame';

/** Member profiles. */
export const ProfilesFrame = lazilyFramed(() => import(/* webpackChunkName: 'member-profiles' */ './MemberProfiles'), strings.Loading);
