import type { LifeState } from '../../domain/enquiries/life';
import { enquiryState } from '../../lists/enquiries';

/** What the column State says of where an enquiry stands. */
export const stateText: Record<LifeState, string> = {
  new: enquiryState.new,
  acknowledged: enquiryState.acknowledged,
  inProgress: enquiryState.inProgress,
  waiting: enquiryState.waiting,
  answered: enquiryState.answered,
  closed: enquiryState.closed,
  withdrawn: enquiryState.withdrawn
};

const byText = new Map(Object.entries(stateText).map(([state, text]) => [text, state as LifeState]));

/** Where an enquiry stands by its column State; owners may have emptied it. */
export const stateOf = (text: string): LifeState => byText.get(text) ?? 'new';
