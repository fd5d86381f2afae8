import * as strings from 'MemberProfilesStrings';
import type { CorrectedDetail } from '../../../../domain/members/correction';

/** What the details of a profile are called. */
export const detailText = (detail: CorrectedDetail): string =>
  ({
    PreferredContact: strings.DetailPrefers,
    Email: strings.Email,
    Phone: strings.Phone,
    CabinetRoles: strings.Cabinet,
    Responsibilities: strings.Responsibilities,
    Surgeries: strings.Surgery,
    Skills: strings.Skills,
    Other: strings.DetailOther
  })[detail];
