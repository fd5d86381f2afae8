import * as strings from 'RaiseEnquiryStrings';
import type { Recipient } from '../../../domain/enquiries/recipient';
import { format } from '../../../ui/format';

/** Who takes it, in words: a name with what they are, else a post, else a service; nothing where none is known. */
export function recipientName({ officer, service, post, asLiaison = false }: Recipient): string {
  if (officer) {
    const what = post ?? (asLiaison && officer.isLiaison ? strings.LiaisonOfficer : officer.job);
    return [officer.name, what].filter((part) => part !== '').join(', ');
  }
  return post ?? service?.title ?? '';
}

/** A sentence with who takes it; nothing where that is not known. */
export const recipientText = (recipient: Recipient, sentence: string): string => {
  const name = recipientName(recipient);
  return name === '' ? '' : format(sentence, name);
};
