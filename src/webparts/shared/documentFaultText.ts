import * as strings from 'MemberlinkUiStrings';
import { largestDocument, longestName, type DocumentFault } from '../../domain/enquiries/documents';
import { format } from '../../ui/format';
import { sizeText } from '../../ui/sizeText';

/** Why a document is not taken, and what to do. */
export const documentFaultText = (fault: DocumentFault): string =>
  ({
    kind: strings.DocumentKindFault,
    'too large': format(strings.DocumentSizeFault, sizeText(largestDocument)),
    empty: strings.DocumentEmptyFault,
    'name characters': strings.DocumentCharactersFault,
    'name length': format(strings.DocumentLengthFault, longestName),
    name: strings.DocumentNameFault
  })[fault];
