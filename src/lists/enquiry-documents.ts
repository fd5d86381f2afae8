import { handledAccess } from './access';
import type { ListDefinition } from './definition';

/** The documents of enquiries, in a folder per enquiry, which is called by its ID. */
export const enquiryDocuments: ListDefinition = {
  title: 'EnquiryDocuments',
  url: 'EnquiryDocuments',
  kind: 'library',
  description: 'Documents of enquiries, in a folder per enquiry within the folder of its audience',
  versions: true,
  audiences: handledAccess,
  columns: [],
  views: []
};
