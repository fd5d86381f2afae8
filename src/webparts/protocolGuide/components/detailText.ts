import * as strings from 'ProtocolGuideStrings';
import type { CorrectableDetail, CorrectedDetail } from '../../../domain/correction';

/** What the details of a clause are called. */
export const detailText = (detail: CorrectedDetail): string =>
  (
    ({ Title: strings.DetailTitle, Text: strings.DetailText, Topics: strings.DetailTopics }) satisfies Record<
      CorrectableDetail<'clause'>,
      string
    > as Partial<Record<CorrectedDetail, string>>
  )[detail] ?? strings.DetailOther;
