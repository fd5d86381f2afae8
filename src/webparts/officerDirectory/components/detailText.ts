import * as strings from 'OfficerDirectoryStrings';
import * as uiStrings from 'MemberlinkUiStrings';
import type { CorrectableDetail, CorrectedDetail } from '../../../domain/correction';

/** What the details of an officer's or a service's entry are called. */
export const detailText = (detail: CorrectedDetail): string =>
  (
    ({
      JobTitle: strings.Job,
      Email: strings.Email,
      Phone: strings.Phone,
      BestContact: strings.Best,
      WorkingPattern: strings.Works,
      Description: strings.Can,
      Profile: strings.Profile,
      Does: strings.DetailDoes,
      Topics: strings.DetailTopics,
      Routine: strings.DetailRoutine,
      OutOfHours: strings.OutOfHours
    }) satisfies Record<CorrectableDetail<'officer' | 'service'>, string> as Partial<Record<CorrectedDetail, string>>
  )[detail] ?? uiStrings.DetailOther;
