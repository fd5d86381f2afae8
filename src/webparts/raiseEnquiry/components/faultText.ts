import * as strings from 'RaiseEnquiryStrings';
import type { FieldName } from '../../../domain/enquiries/answers';
import type { Fault } from '../../../domain/enquiries/checks';
import { format } from '../../../ui/format';
import type { FormState } from './RaiseEnquiry';

/** What a field is called where something is said of it. */
const names = (): Partial<Record<FieldName, string>> => ({
  summary: strings.Summary,
  description: strings.Description,
  wanted: strings.Wanted,
  place: strings.Place,
  earlierReference: strings.EarlierReference,
  neededBy: strings.NeededBy,
  respondBy: strings.RespondBy,
  constituent: strings.Constituent,
  constituentContact: strings.ConstituentContact,
  reach: strings.Reach
});

const missing = (): Partial<Record<FieldName, string>> => ({
  memberId: strings.FaultMember,
  kind: strings.FaultKind,
  urgent: strings.FaultUrgent,
  serviceId: strings.FaultService,
  wardId: strings.FaultWard,
  summary: strings.FaultSummary,
  description: strings.FaultDescription,
  forConstituent: strings.FaultForConstituent,
  authority: strings.FaultAuthority,
  constituent: strings.FaultConstituent,
  sensitive: strings.FaultSensitive,
  othersNamed: strings.FaultOthersNamed,
  audience: strings.FaultAudience
});

/** What is wrong with an answer, in words: the same above the page and beside the field. */
export function faultText({ field, kind, most = 0 }: Fault, { enquiryKind }: Pick<FormState, 'enquiryKind'>): string {
  const question = enquiryKind?.questions?.find(({ id }) => `question:${id}` === field)?.text;
  const name = question ?? names()[field] ?? '';
  switch (kind) {
    case 'missing':
      return missing()[field] ?? format(strings.FaultQuestion, name);
    case 'too long':
      return format(strings.FaultTooLong, name, most.toLocaleString('en-GB'));
    case 'not a date':
      return format(strings.FaultDate, name);
    case 'in the past':
      return format(strings.FaultPast, name);
    case 'not a number':
      return format(strings.FaultNumber, name);
  }
}

/** What is wrong with a field of the page; undefined where nothing is. */
export function faultOf(field: FieldName, state: FormState): string | undefined {
  const fault = state.faults.find((one) => one.field === field);
  return fault && faultText(fault, state);
}
