import * as strings from 'MemberProfilesStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { CorrectableDetail, CorrectedDetail } from '../../../domain/correction';

/** What the details of a profile are called. */
export const detailText = (detail: CorrectedDetail): string =>
  (
    ({
      PreferredContact: strings.DetailPrefers,
      Email: strings.Email,
      Phone: strings.Phone,
      CabinetRoles: strings.Cabinet,
      Responsibilities: strings.Responsibilities,
      Surgeries: strings.Surgery,
      Skills: strings.Skills
    }) satisfies Record<CorrectableDetail<'member'>, string> as Partial<Record<CorrectedDetail, string>>
  )[detail] ?? uiStrings.DetailOther;
